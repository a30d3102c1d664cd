"""A text and a place in it: YAML files and articles alike."""

from __future__ import annotations

from bisect import bisect_right
from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import NamedTuple


class Position(NamedTuple):
    """A place as people count it: both numbers start at 1, columns in code points."""

    line: int
    column: int


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a text: code-point offsets, `end` not included."""

    start: int
    end: int

    def slice(self, text: str) -> str:
        return text[self.start : self.end]


Route = tuple[str | int, ...]
"""Where something stands in a document, by keys and list indexes: `("provisions", 3, "point")`."""


@dataclass(frozen=True)
class Source:
    """A named text. The text is never rewritten: spans are offsets into it as it was read."""

    name: str
    text: str
    path: Path | None = field(default=None, compare=False)

    @cached_property
    def _line_starts(self) -> list[int]:
        starts = [0]
        starts += [i + 1 for i, char in enumerate(self.text) if char == "\n"]
        return starts

    def position(self, offset: int) -> Position:
        """The line and column of an offset; an offset past the end gives the end."""
        offset = max(0, min(offset, len(self.text)))
        line = bisect_right(self._line_starts, offset)
        return Position(line, offset - self._line_starts[line - 1] + 1)

    def line(self, number: int) -> str:
        """The text of one line (counted from 1), without its line break."""
        starts = self._line_starts
        if not 1 <= number <= len(starts):
            return ""
        end = starts[number] if number < len(starts) else len(self.text)
        return self.text[starts[number - 1] : end].rstrip("\r\n")
