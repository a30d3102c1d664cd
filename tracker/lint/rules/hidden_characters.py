"""The text holds characters that nobody sees.

Marks that turn the direction of writing, zero-width characters and terminal escapes make a file show
something else than it says, or make equal words unequal.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from tracker.diagnostic import Severity
from tracker.edit.patch import Edit
from tracker.lint.rule import Fault
from tracker.source import Source, Span

CODE = "TXT002"
SEVERITY = Severity.ERROR
SCOPE = "text"
BAD = """
- id: forces-cap
  title: Limit\u200b on forces
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
"""

_HIDDEN = re.compile(
    "[\x01-\x08\x0b\x0c\x0e-\x1f\x7f-\x84\x86-\x9f\xad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180e"
    "\u200b-\u200f\u202a-\u202e\u2060-\u2064\u2066-\u206f\u3164\u2028\u2029\ufe00-\ufe0d\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e0fff]"
)
_JOINERS = "\u200c\u200d"
"""Zero-width (non-)joiners belong to the spelling of Persian, Hindi and others: fine between letters."""
_ESCAPED = re.compile(
    r"\\(?:x1b|x9b|e(?=\[)|u001b|u009b|u200[b-f]|u202[a-e]|u206[0-9]|ufeff|xad|u00ad)", re.IGNORECASE
)


def check(source: Source) -> Iterator[Fault]:
    text = source.text
    if text.isascii() and "\\" not in text and not _HIDDEN.search(text):
        return
    for found in _HIDDEN.finditer(text):
        char, at = found[0], found.start()
        if char in _JOINERS and 0 < at < len(text) - 1 and _joined(text[at - 1]) and _joined(text[at + 1]):
            continue
        span = Span(at, at + 1)
        safe = "\u200b" <= char <= "\u200d" or char in "\u2060\ufeff"
        yield Fault(
            f"there is a hidden character here: {_name(char)}",
            span=span,
            help="delete it",
            values=(f"U+{ord(char):04X}",),
            field="text",
            fix=(Edit(span, ""),) if safe else (),
        )
    if source.path is not None and source.path.suffix == ".md":
        return
    for found in _ESCAPED.finditer(text):
        yield Fault(
            f"`{found[0]}` stands for a character that nobody sees",
            span=Span(found.start(), found.end()),
            help="delete it",
            values=(found[0].lower(),),
            field="text",
        )


def _joined(char: str) -> bool:
    """A letter of a script whose spelling needs joiners."""
    return char.isalpha() and ("\u0600" <= char <= "\u08ff" or "\u0900" <= char <= "\u0dff")


def _name(char: str) -> str:
    return f"U+{ord(char):04X} {unicodedata.name(char, 'control character').lower()}"
