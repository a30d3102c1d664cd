"""Running text: compared word by word, and never more than a change of wording."""

from __future__ import annotations

import re
from collections.abc import Iterator
from difflib import SequenceMatcher
from typing import Any

from tracker.semantics.way import Outcome, Setting, Way
from tracker.semantics.words import Role, Word, Words
from tracker.source import Route

_TOKEN = re.compile(
    r"\d[\d,.]*\d(?:%| (?:days?|weeks?|months?|years?|km|million|billion)\b)?|\w+|\s+|[^\w\s]"
)
_LONGEST = 4000
"""Tokens on both sides together; beyond it the whole text is shown old and new (the matcher is quadratic)."""


class Prose(Way):
    """Text in our own words. A change of it is editorial: typed values carry the substance."""

    name = "prose"
    editorial = True

    def accepts(self, kind: Any) -> bool:
        return kind is str

    def differ(self, old: Any, new: Any, setting: Setting, label: str, route: Route) -> Iterator[Outcome]:
        yield self.delta(old, new, redline(old or "", new or ""), label, route)


def redline(old: str, new: str) -> Words:
    """The words of both texts, each marked deleted, inserted or (in both) plain; figures stay whole."""
    before, after = _TOKEN.findall(old), _TOKEN.findall(new)
    if len(before) + len(after) > _LONGEST:
        return (Word(old, "deleted"), Word(" "), Word(new, "inserted"))
    words: list[Word] = []
    for tag, i, j, k, m in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        if tag == "equal":
            _put(words, "".join(before[i:j]), "plain")
            continue
        _put(words, "".join(before[i:j]), "deleted")
        _put(words, "".join(after[k:m]), "inserted")
    return tuple(words)


def _put(words: list[Word], text: str, role: Role) -> None:
    if text:
        words.append(Word(text, role))
