"""A printed number comes back after others: two points of the text share it.

Subdivisions without a number of their own share that of their point and stand together. A number that
comes back later is a slip, and the changelog would join what does not belong together.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.diagnostic import Severity
from tracker.lint.rule import Also, Fault
from tracker.lint.subject import PlanFile

CODE = "NUM001"
SEVERITY = Severity.ERROR
SCOPE = "plan"
BAD = """
- point: "1"
  id: forces-cap
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.
  presence: in-text
- point: "2"
  id: no-bases
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.
  presence: in-text
- point: "1"
  id: elections
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.
  presence: in-text
"""
GOOD = """
- point: "1"
  id: forces-cap
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.
  presence: in-text
- point: "1"
  id: no-bases
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.
  presence: in-text
- point: "2"
  id: elections
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.
  presence: in-text
"""


def check(file: PlanFile) -> Iterator[Fault]:
    first: dict[str, int] = {}
    last = ""
    for i, provision in enumerate(file.plan.provisions):
        point = provision.point
        if point is None:
            continue
        if point in first and point != last:
            route = ("provisions", i, "point")
            yield Fault(
                f"the number {point} has been used above, with other points in between",
                route,
                help="correct the number, or move the provision to the others of its point",
                values=(point,),
                also=(Also("first used here", ("provisions", first[point], "point")),),
            )
        first.setdefault(point, i)
        last = point
