"""A text still holds a placeholder: TODO, TBD, ???, lorem ipsum.

What was left for later reads as if it were part of the plan once the file is published.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from tracker.diagnostic import Severity
from tracker.lint.rule import Fault
from tracker.lint.subject import PlanFile
from tracker.lint.texts import texts

CODE = "TXT001"
SEVERITY = Severity.ERROR
SCOPE = "plan"
BAD = """
- id: forces-cap
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited, TBD by how much.
  presence: in-text
"""
GOOD = """
- id: forces-cap
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.
  presence: in-text
"""

_PLACEHOLDER = re.compile(
    r"\b(?:TODO|FIXME|TBD|TBC|XXX+)\b|\?{3,}|\blorem ipsum\b|\b[Tt]o be (?:written|filled in)\b"
    r"|<[A-Z _-]{3,}>"
)


_HINTS = ("TODO", "FIXME", "TBD", "TBC", "XXX", "???", "lorem", "o be", "<", "\\")
"""What a file with a placeholder has somewhere (or an escape that may stand for it): most have nothing."""


def check(file: PlanFile) -> Iterator[Fault]:
    if not any(hint in file.document.source.text for hint in _HINTS):
        return
    for route, text in texts(file.document.data):
        if found := _PLACEHOLDER.search(text):
            yield Fault(
                f"`{found[0]}` is a placeholder",
                route,
                help="write what is known, or leave the field out; an empty slot has `presence: placeholder`",
                values=(found[0],),
            )
