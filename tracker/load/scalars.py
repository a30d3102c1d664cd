"""What a plain (unquoted) scalar means: YAML 1.2's core, narrowed where it guesses."""

from __future__ import annotations

import re
from math import isinf

Scalar = str | int | float | bool | None

NONE_WORDS = frozenset(["", "~", "null", "Null", "NULL"])

_WORDS: dict[str, bool | None] = dict.fromkeys(NONE_WORDS) | {
    "true": True,
    "True": True,
    "TRUE": True,
    "false": False,
    "False": False,
    "FALSE": False,
}

FIRST_CHARACTERS = frozenset(["", *"~nNtTfF+-.0123456789"])
"""Only text that begins so (or is empty) can be anything but text: `value[:1] in FIRST_CHARACTERS`."""

# `600_000` reads as a number, as it does for most people who write it. A leading zero does not
# (`0123`, `007`): it is a label, or an octal number in somebody else's YAML; neither is 123.
_INT = re.compile(r"[-+]?(?:0|[1-9][0-9]*(?:_[0-9]+)*)", re.ASCII)
_FLOAT = re.compile(
    r"[-+]?(?:\.[0-9]+(?:[eE][-+]?[0-9]+)?"
    r"|(?:0|[1-9][0-9]*)(?:\.[0-9]*(?:[eE][-+]?[0-9]+)?|[eE][-+]?[0-9]+))",
    re.ASCII,
)
# Python refuses to convert very long digits (a quadratic job); no count or amount has that many.
_LONGEST_NUMBER = 100


def resolve(text: str) -> Scalar:
    """The value of a plain scalar; `None` for the none-words, which no file may use."""
    if text in _WORDS:
        return _WORDS[text]
    if len(text) > _LONGEST_NUMBER:
        return text
    if _INT.fullmatch(text):
        return int(text)
    if _FLOAT.fullmatch(text):
        number = float(text)
        return text if isinf(number) else number  # `1e999` is no amount
    return text
