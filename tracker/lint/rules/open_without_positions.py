"""A provision is said to be open, and no position of a party is given.

*Open* means that the parties hold different positions and there is no agreed text; without the positions
the next version cannot be compared with either.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.diagnostic import Severity
from tracker.lint.rule import Fault
from tracker.lint.subject import PlanFile

CODE = "PRE005"
SEVERITY = Severity.WARNING
SCOPE = "plan"
BAD = """
- id: forces-cap
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.
  presence: open
  evidence: [{source: wire-2025-11-20, hedge: reported}]
"""
GOOD = """
- id: forces-cap
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.
  presence: open
  readings:
    - because: positions
      held_by: [ukraine]
      presence: reported
      evidence: [{source: wire-2025-11-20, hedge: reported}]
"""


def check(file: PlanFile) -> Iterator[Fault]:
    for route, provision in file.provisions():
        if provision.presence == "open" and not any(r.because == "positions" for r in provision.readings):
            yield Fault(
                "open, and no party's position is given",
                (*route, "presence"),
                help="add a reading with `because: positions` and `held_by` for each party",
            )
