"""Points do not stand in the order of their numbers.

Files are read beside the printed text, and lists follow the order of the file.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.diagnostic import Severity
from tracker.lint.numbering import printed
from tracker.lint.rule import Fault
from tracker.lint.subject import PlanFile

CODE = "NUM003"
SEVERITY = Severity.WARNING
SCOPE = "plan"
BAD = """
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
  id: elections
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
"""


def check(file: PlanFile) -> Iterator[Fault]:
    highest = None
    seen = set()
    for i, provision in enumerate(file.plan.provisions):
        number = printed(provision.point)
        if number is None:
            continue
        # a number that comes back is another fault
        if highest is not None and number < highest and number not in seen:
            yield Fault(
                f"point {provision.point} stands below point {highest}",
                ("provisions", i, "point"),
                help="put the provisions into the order of the text",
                values=(str(number), str(highest)),
            )
        seen.add(number)
        highest = max(number, highest) if highest else number
