"""A quote is given from a source whose words are not held.

What cannot be looked up cannot be trusted, and quotes from memory change. A source that is only cited
gets a `locator` that leads to the place.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.diagnostic import Severity
from tracker.lint.rule import Fault
from tracker.lint.subject import PlanFile

CODE = "EVI007"
SEVERITY = Severity.ERROR
SCOPE = "plan"
BAD = """
- id: forces-cap
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.
  presence: in-text
  evidence: [{source: wire-2025-11-20, quote: a cap on its forces}]
"""
GOOD = """
- id: forces-cap
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.
  presence: in-text
  evidence: [{source: wire-2025-11-20, locator: point 6}]
"""


def check(file: PlanFile) -> Iterator[Fault]:
    for backed in file.evidence:
        item = backed.evidence
        if item.quote is not None and item.source in file.desk.cited_only:
            yield Fault(
                f"the words of {item.source} are not held here: the quote cannot be looked up",
                (*backed.route, "quote"),
                help="give a `locator` in place of the quote, or add a digest to seeds/",
                values=(item.source, item.quote),
            )
