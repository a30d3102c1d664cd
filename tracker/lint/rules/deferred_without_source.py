"""A provision is said to be left to others, and no source says so.

That something is settled elsewhere is a statement about the version, and must be traced like a figure.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.diagnostic import Severity
from tracker.lint.rule import Fault
from tracker.lint.subject import PlanFile

CODE = "PRE004"
SEVERITY = Severity.ERROR
SCOPE = "plan"
BAD = """
- id: forces-cap
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.
  presence: deferred
  deferred_to: presidents
"""
GOOD = """
- id: forces-cap
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.
  presence: deferred
  deferred_to: presidents
  evidence: [{source: wire-2025-11-20, hedge: reported}]
"""


def check(file: PlanFile) -> Iterator[Fault]:
    for said in file.said:
        if said.stated.presence == "deferred" and not said.stated.evidence:
            yield Fault(
                "no source says that this is left to others",
                (*said.route, "presence"),
                help="add the evidence, or leave the lineage out",
            )
