"""A complete text skips a number, and nothing says why.

In a text that is known in full every printed point is coded; a missing one was overlooked, or it was
removed and leaves a hole: then a provision with `presence: removed` stands for it.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.diagnostic import Severity
from tracker.lint.numbering import printed
from tracker.lint.rule import Fault
from tracker.lint.subject import PlanFile

CODE = "NUM002"
SEVERITY = Severity.WARNING
SCOPE = "plan"
BAD = """
- point: "1"
  id: no-bases
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.
  presence: in-text
- point: "3"
  id: elections
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.
  presence: in-text
"""
GOOD = """
- point: "1"
  id: no-bases
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.
  presence: in-text
- point: "2"
  id: forces-cap
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.
  presence: in-text
- point: "3"
  id: elections
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.
  presence: in-text
"""


def check(file: PlanFile) -> Iterator[Fault]:
    if not file.plan.complete:
        return
    seen: dict[int, int] = {}
    letters: dict[int, dict[str, int]] = {}
    for i, provision in enumerate(file.plan.provisions):
        if (number := printed(provision.point)) is not None:
            seen.setdefault(number.number, i)
            letters.setdefault(number.number, {}).setdefault(number.letter, i)
    for missing in range(1, max(seen, default=0)):
        if missing not in seen:
            following = min(n for n in seen if n > missing)
            yield _fault(str(missing), seen[following])
    for whole, found in letters.items():
        last = max(found)
        for letter in map(chr, range(ord("a"), ord(last) if last else ord("a"))):
            if letter not in found:
                yield _fault(f"{whole}{letter}", found[last])


def _fault(point: str, at: int) -> Fault:
    return Fault(
        f"there is no point {point}, though the text is known in full",
        ("provisions", at, "point"),
        help="code the point; if the text leaves a hole there, add it with `presence: removed`",
        values=(point,),
        field="point",
        lineage="-",
    )
