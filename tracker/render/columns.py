"""Entries in columns of a terminal: what a table of rich would draw, without measuring every cell many times.

An entry has the number of its point on the left, its title and an aside on the right, and statements below,
each with a label. All widths but those of labels and asides are known beforehand.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from itertools import zip_longest
from typing import Literal

from rich.cells import cell_len
from rich.console import Console
from rich.text import Text

Justify = Literal["left", "right"]
Row = tuple[Text, Text, int]
"""A label, what is said, and by how many columns that is indented."""


class Columns:
    """Draws entries for one console."""

    def __init__(self, console: Console) -> None:
        self._console = console
        self._color = not console.no_color

    def entry(self, mark: Text, title: Text, aside: Text, rows: Sequence[Row], mark_width: int) -> str:
        """The lines of an entry, each with its line break."""
        width = self._console.width - mark_width - 1
        said = self._head(title, aside, width) if aside.plain else self._wrapped(title, width)
        marks = self._wrapped(mark, mark_width, "right")
        left = [*marks, *[""] * (len(said) - len(marks))]
        below = self._rows(rows, width)
        lines = [*_beside(left, said, mark_width), *_beside([], below, mark_width)]
        return "".join(f"{line}\n" for line in lines)

    def _head(self, title: Text, aside: Text, width: int) -> list[str]:
        room = min(cell_len(aside.plain), max(20, self._console.width // 2))
        titles = self._wrapped(title, width - room - 2)
        return _beside(titles, self._wrapped(aside, room, "right"), width - room - 2, gap="  ")

    def _rows(self, rows: Sequence[Row], width: int) -> list[str]:
        most = max(12, self._console.width // 3)
        widest = max((cell_len(label.plain) for label, _, indent in rows if not indent), default=0)
        label_width = min(max((cell_len(label.plain) for label, _, _ in rows), default=0), widest, most)
        lines: list[str] = []
        for label, said, indent in rows:
            room = width - label_width - 2 - indent
            labels = self._wrapped(label, label_width) if label_width else []
            texts = [" " * indent + line for line in self._wrapped(said, room)]
            lines += _beside(labels, texts, label_width, gap="  ")
        return lines

    def _wrapped(self, text: Text, width: int, justify: Justify = "left") -> list[str]:
        """The lines of a text, each filled up to the width."""
        plain = text.plain
        if not self._color and cell_len(plain) <= width and not {"\n", "\t"} & set(plain):
            space = " " * (width - cell_len(plain))
            return [space + plain.lstrip() if justify == "right" else plain + space]
        lines = text.wrap(self._console, max(width, 1), justify=justify, overflow="fold")
        return [self._drawn(line) + " " * (width - cell_len(line.plain)) for line in lines]

    def _drawn(self, line: Text) -> str:
        if not self._color:
            return line.plain
        system = self._console._color_system
        return "".join(
            part.style.render(part.text, color_system=system) if part.style else part.text
            for part in line.render(self._console)
        )


def _beside(left: Iterable[str], right: Iterable[str], width: int, gap: str = " ") -> list[str]:
    """Two columns of lines, the left one of which is so wide."""
    return [f"{a or ' ' * width}{gap}{b}" for a, b in zip_longest(left, right, fillvalue="")]
