"""The same piece of evidence stands twice in one list.

It proves nothing more the second time and makes the list look longer than it is.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracker.diagnostic import Severity
from tracker.edit.items import removal
from tracker.lint.rule import Fault
from tracker.lint.subject import PlanFile
from tracker.source import Route

if TYPE_CHECKING:
    from tracker.plan.model import Evidence

CODE = "EVI008"
SEVERITY = Severity.WARNING
SCOPE = "plan"
BAD = """
- id: forces-cap
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.
  presence: in-text
  evidence: [{source: wire-2025-11-20, hedge: reported}, {source: wire-2025-11-20, hedge: reported}]
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
    seen: dict[Route, list[Evidence]] = {}
    for backed in file.evidence:
        before = seen.setdefault(backed.route[:-1], [])
        if backed.evidence in before:
            yield Fault(
                f"{backed.evidence.source} is given twice with the same words",
                backed.route,
                help="delete one",
                values=(backed.evidence.source,),
                fix=tuple(removal(file.document, backed.route)),
            )
        before.append(backed.evidence)
