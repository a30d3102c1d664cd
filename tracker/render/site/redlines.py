"""Two texts side by side: what goes is marked in the one, what comes in the other."""

from __future__ import annotations

from typing import NamedTuple

from markupsafe import Markup

from tracker.render.site.markup import inline, shown, sides
from tracker.semantics.prose import redline
from tracker.semantics.words import Word, Words

_SHARED = 0.35
"""Below this share of common characters every other word would be marked: then texts stand as they are."""


class Pair(NamedTuple):
    old: Markup
    new: Markup
    same: bool


def pair(old: str, new: str) -> Pair:
    """Both texts, redlined where they have enough in common for it to help."""
    if old == new:
        return Pair(inline(redline(old, new)), inline(redline(old, new)), True)
    words = redline(old, new)
    if _unlike(words):
        return Pair(Markup.escape(shown(old)), Markup.escape(shown(new)), False)
    return Pair(*sides(words), same=False)


def single(old: str, new: str) -> Markup:
    """Both in one text; one after the other where they have little in common."""
    words = redline(old, new)
    if _unlike(words):
        words = (Word(old, "deleted"), Word(" "), Word(new, "inserted"))
    return inline(words)


def _unlike(words: Words) -> bool:
    common = sum(len(word.text) for word in words if word.role == "plain" and word.text.strip())
    return common * 2 < _SHARED * sum(len(word.text) * (1 + (word.role == "plain")) for word in words)
