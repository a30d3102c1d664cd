"""A provision or reading names no source.

Every coded value is traced to a source: without one, nobody can tell a reading of the text from a guess.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.diagnostic import Severity
from tracker.lint.rule import Fault
from tracker.lint.subject import PlanFile

CODE = "EVI009"
SEVERITY = Severity.ERROR
SCOPE = "plan"
BAD = """
- id: forces-cap
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.
  presence: in-text
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
    for said in file.said:
        if said.stated.evidence or (said.reading is None and said.provision.readings):
            continue
        if said.stated.presence in ("deferred", "removed"):  # rules of their own ask for it
            continue
        what = "provision" if said.reading is None else "reading"
        yield Fault(f"this {what} names no source", said.route, help="add `evidence`", key=True)
