"""A number in the summary or in a quote is not the number in the typed term.

The words and the value are two accounts of one commitment; where they differ, one is a slip, and nobody
can see which from the comparison.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.diagnostic import Severity
from tracker.lint.figures import Figures, figures_in, typed_figures
from tracker.lint.rule import Fault
from tracker.lint.subject import PlanFile
from tracker.source import Route

CODE = "FIG002"
SEVERITY = Severity.ERROR
SCOPE = "plan"
BAD = """
- id: forces-cap
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited to 600,000.
  presence: in-text
  terms: [{kind: force-cap, party: ukraine, limit: 800000}]
  evidence: [{source: wire-2025-11-20, hedge: reported}]
"""
GOOD = """
- id: forces-cap
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited to 600,000.
  presence: in-text
  terms: [{kind: force-cap, party: ukraine, limit: 600000}]
  evidence: [{source: wire-2025-11-20, hedge: reported}]
"""


def check(file: PlanFile) -> Iterator[Fault]:
    for said in file.said:
        typed = typed_figures(said.stated.terms)
        if not typed:
            continue
        if said.stated.summary:
            yield from _compare(said.stated.summary, typed, (*said.route, "summary"), strict=True)
        for i, item in enumerate(said.stated.evidence):
            if item.quote and item.supports == "terms":
                yield from _compare(item.quote, typed, (*said.route, "evidence", i, "quote"), strict=False)


def _compare(text: str, typed: Figures, route: Route, *, strict: bool) -> Iterator[Fault]:
    """Each way of counting on its own. A quote may give one figure of several, a summary gives them all."""
    for dimension, said in figures_in(text).items():
        meant = typed.get(dimension, {})
        strange = [words for amount, words in said.items() if amount not in meant]
        unsaid = [words for amount, words in meant.items() if amount not in said]
        if strange and unsaid and (strict or len(strange) == len(said)):
            yield Fault(
                f"{' and '.join(strange)} here, but {' and '.join(unsaid)} in the terms",
                route,
                help="correct whichever is wrong",
                values=(*sorted(strange), *sorted(unsaid)),
            )
