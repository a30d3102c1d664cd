"""A lineage id carries the number of its point.

Numbers change from one version to the next, lineages do not: an id such as `point-7` would soon name a
provision that stands at another number. Numbers that belong to the matter (`g8`, `article-5`) are fine.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.diagnostic import Severity
from tracker.lint.rule import Fault
from tracker.lint.subject import PlanFile

CODE = "ID003"
SEVERITY = Severity.ERROR
SCOPE = "plan"
BAD = """
- id: point-1-membership
  point: "1"
  title: No membership
  issue: sec.force_cap
  summary: Ukraine does not join.
  presence: in-text
"""
GOOD = """
- id: g8-return
  point: "1"
  title: Return to the G8
  issue: sec.force_cap
  summary: Russia is invited back.
  presence: in-text
"""

_NUMBERED = re.compile(r"\b(?:point|item|clause|provision|paragraph|no|nr|number|p)-?\d+[a-z]?\b")
_CITED = {"article", "annex", "chapter", "resolution", "protocol", "minsk", "title", "group"}
"""A number after one of these belongs to a document that the id speaks of."""


def check(file: PlanFile) -> Iterator[Fault]:
    for route, provision in file.provisions():
        if _NUMBERED.search(provision.id) or _repeats(provision.id, provision.point or ""):
            yield Fault(
                f"the lineage `{provision.id}` encodes a number",
                (*route, "id"),
                help="name what it is about; the printed number goes into `point`",
                values=(provision.id,),
            )


def _repeats(lineage: str, point: str) -> bool:
    """Whether the point's own number is a word of the id."""
    words = lineage.split("-")
    return any(
        word.isdigit() and word == point.rstrip("abcdefghij") and (i == 0 or words[i - 1] not in _CITED)
        for i, word in enumerate(words)
    )
