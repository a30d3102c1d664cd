"""A provision is said to be removed, and nothing shows it.

Silence is not deletion: only a text that marks the removal, or a source that says so, removes. Such
evidence has `supports: removal`.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.diagnostic import Severity
from tracker.lint.rule import Fault
from tracker.lint.subject import PlanFile

CODE = "PRE002"
SEVERITY = Severity.ERROR
SCOPE = "plan"
BAD = """
- id: forces-cap
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.
  presence: removed
  evidence: [{source: wire-2025-11-20, hedge: reported}]
"""
GOOD = """
- id: forces-cap
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.
  presence: removed
  evidence: [{source: wire-2025-11-20, supports: removal}]
"""


def check(file: PlanFile) -> Iterator[Fault]:
    for said in file.said:
        stated = said.stated
        if stated.presence == "removed" and not any(e.supports == "removal" for e in stated.evidence):
            yield Fault(
                "no evidence says that this was removed",
                (*said.route, "presence"),
                help="add evidence with `supports: removal`; if nobody says so, do not list the lineage",
            )
