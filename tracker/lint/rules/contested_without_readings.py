"""A provision is said to be contested without two readings that differ.

*Contested* means that sources contradict one another: each has a reading with `because: sources`, side by
side, and the provision itself states no terms.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.diagnostic import Severity
from tracker.lint.rule import Fault
from tracker.lint.subject import PlanFile

CODE = "PRE003"
SEVERITY = Severity.ERROR
SCOPE = "plan"
BAD = """
- id: forces-cap
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.
  presence: contested
  readings:
    - because: sources
      presence: reported
      evidence: [{source: wire-2025-11-20, hedge: reported}]
"""
GOOD = """
- id: forces-cap
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.
  presence: contested
  readings:
    - because: sources
      presence: reported
      evidence: [{source: wire-2025-11-20, hedge: reported}]
    - because: sources
      presence: removed
      evidence: [{source: wire-2025-11-20, supports: removal}]
"""


def check(file: PlanFile) -> Iterator[Fault]:
    for route, provision in file.provisions():
        if provision.presence != "contested" or provision.contested:
            continue
        count = sum(reading.because == "sources" for reading in provision.readings)
        wrong = "it also states terms of its own" if provision.terms else f"it has {count} by sources"
        yield Fault(
            f"contested needs two readings and no terms beside them: {wrong}",
            (*route, "presence"),
            help="write what each source says as a reading with `because: sources`",
            values=(str(count),),
        )
