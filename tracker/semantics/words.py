"""Words with roles: what a format shows, before it decides how."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Literal, NamedTuple

Role = Literal[
    "plain", "strong", "muted", "old", "new", "deleted", "inserted", "term", "good", "warn", "bad", "note"
]
"""`old` and `new` are the two sides of an arrow; `deleted` and `inserted` stand in running text and need
marks of their own in every format; `note` refers to a footnote, its text is the label of the note and never
shown as it is; the others only set weight, never meaning alone."""


class Word(NamedTuple):
    """A stretch of text in one role. The text is raw: every format escapes it last."""

    text: str
    role: Role = "plain"


Words = tuple[Word, ...]


def text_of(words: Iterable[Word]) -> str:
    """The bare text, roles forgotten but for the marks of a redline: `[-old-]{+new+}`."""
    return "".join(marked(word) for word in words)


def marked(word: Word) -> str:
    """A word with the marks that tell deleted and inserted text apart without colour; notes by number."""
    if word.role == "note":
        return f"[{word.text.rpartition('-')[2]}]"
    if word.role == "deleted":
        return f"[-{word.text}-]"
    return f"{{+{word.text}+}}" if word.role == "inserted" else word.text


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
