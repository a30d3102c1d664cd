"""Words with roles: what a format shows, before it decides how."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

Role = Literal["plain", "strong", "muted", "old", "new", "term", "good", "warn", "bad"]
"""`old` and `new` mark the two sides of a change; the others only set weight, never meaning alone."""


class Word(NamedTuple):
    """A stretch of text in one role. The text is raw: every format escapes it last."""

    text: str
    role: Role = "plain"


Words = tuple[Word, ...]


def text_of(words: Iterable[Word]) -> str:
    """The bare text, roles forgotten."""
    return "".join(word.text for word in words)


def arrow(old: str, new: str) -> Words:
    """`old -> new`, the shape of every plain change."""
    return (Word(old, "old"), Word(" -> "), Word(new, "new"))


def joined(parts: Iterable[Words], separator: str = ", ") -> Words:
    """Several word groups with a separator between them."""
    out: list[Word] = []
    for part in parts:
        if out:
            out.append(Word(separator))
        out += part
    return tuple(out)
