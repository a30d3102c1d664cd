"""Words of a view with their places, and how far apart they stand."""

from __future__ import annotations

import re
from dataclasses import dataclass, field

_WORD = re.compile(
    r"\d+(?:[.,]\d+)*[a-z\u2060]{0,12}|[^\W\d_][^\W\d_\u2060]*\d{0,2}(?:\u2060*'\u2060*[^\W\d_]+)?"
)
_BREAKS = {";": 9, ":": 4, ",": 2, "(": 3, ")": 2, "\u2022": 6}
_TURNS = {"but": 4, "while": 4, "whereas": 6, "although": 4, "and": 1, "which": 2, "who": 2, "yet": 4}


@dataclass(frozen=True)
class Entity:
    """A name or a quantity: tokens `start` to `end`, what it may be (`party` -> id, `count` -> number)."""

    start: int
    end: int
    senses: dict[str, object] = field(hash=False)


@dataclass
class Words:
    """The tokens of one stretch of a view. `at[i]` grows with words and with the marks between them."""

    texts: list[str]
    starts: list[int]
    ends: list[int]
    at: list[int]
    entities: list[Entity] = field(default_factory=list)
    beginning: dict[int, list[Entity]] = field(default_factory=dict)

    def __len__(self) -> int:
        return len(self.texts)

    def add(self, entities: list[Entity]) -> None:
        for entity in entities:
            self.entities.append(entity)
            self.beginning.setdefault(entity.start, []).append(entity)

    def parted(self, start: int, end: int) -> bool:
        """Whether a mark stands just before one of the words from `start` up to `end`."""
        return any(self.at[i] - self.at[i - 1] >= 3 for i in range(max(1, start), end))

    def next_mark(self, place: int, ceiling: int, strength: int = 3) -> int:
        """The first word from `place` up to `ceiling` that such a mark stands before, or `ceiling`."""
        return next(
            (i for i in range(max(1, place), ceiling) if self.at[i] - self.at[i - 1] >= strength), ceiling
        )

    def index(self, offset: int, *, ceiling: bool = False) -> int:
        """The token at an offset, or the next one."""
        from bisect import bisect_left, bisect_right

        if ceiling:
            return bisect_left(self.starts, offset)
        return max(0, bisect_right(self.starts, offset) - 1)


def words_of(view: str, start: int, end: int) -> Words:
    """The words of a stretch of a view; hyphens part words, an apostrophe-s is dropped."""
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    at: list[int] = []
    place, last = 0, start
    for match in _WORD.finditer(view, start, end):
        word = match[0]
        if "'" in word:
            word = word.replace("\u2060", "")
            if word.endswith("'s"):
                word = word[:-2]
        for mark in view[last : match.start()]:
            place += _BREAKS.get(mark, 0)
        if view[last : match.start()].strip("\u2060") in (" - ", " -- ", "--"):
            place += 4
        place += 1 + _TURNS.get(word, 0)
        texts.append(word.replace("\u2060", ""))
        starts.append(match.start())
        ends.append(match.end())
        at.append(place)
        last = match.end()
    return Words(texts, starts, ends, at)
