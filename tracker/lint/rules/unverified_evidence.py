"""A piece of evidence has not been verified.

It was recalled, or passed on by somebody else, and nobody has read it again. Listed so that it is not
forgotten before publication.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.diagnostic import Severity
from tracker.lint.rule import Fault
from tracker.lint.subject import PlanFile

CODE = "EVI006"
SEVERITY = Severity.INFO
SCOPE = "plan"
BAD = """
- id: forces-cap
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.
  presence: in-text
  evidence: [{source: wire-2025-11-20, verified: false}]
"""
GOOD = """
- id: forces-cap
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.
  presence: in-text
  evidence: [{source: wire-2025-11-20, hedge: reported}]
"""


def check(file: PlanFile) -> Iterator[Fault]:
    for backed in file.evidence:
        if not backed.evidence.verified:
            yield Fault(
                f"nobody has read {backed.evidence.source} again for this",
                (*backed.route, "verified"),
                help="read the source, then delete `verified: false`",
                values=(backed.evidence.source,),
            )
