"""Text for a terminal: columns and colour by rich, nothing obeyed that a file may contain."""

from __future__ import annotations

import io
import re
from collections.abc import Iterable

from rich.console import Console, Group, RenderableType
from rich.table import Table as Grid
from rich.text import Text

from tracker.render.columns import Columns
from tracker.render.document import (
    Block,
    Bullets,
    Entry,
    Fold,
    Footnotes,
    Heading,
    Line,
    Look,
    Paragraph,
    Result,
    Table,
    Verbatim,
    note_number,
)
from tracker.semantics.words import Role, Words, marked, text_of

SUFFIX = "txt"
ACCEPTS = None

_NARROW = 16
"""A column no wider than this is never broken."""
_MARK = 10
"""Columns for the number of a point, or for two of them: `8, 9 -> 12`."""
_STYLES: dict[Role, str] = {
    "plain": "",
    "strong": "bold",
    "muted": "dim",
    "old": "red",
    "new": "green",
    "deleted": "red",
    "inserted": "green",
    "term": "cyan",
    "good": "green",
    "warn": "yellow",
    "bad": "bold red",
    "note": "dim",
}
# C0 and C1 controls, the escape among them, and the characters that turn the direction of writing
_UNSAFE = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]")


def render(result: Result, look: Look) -> str:
    """The document in `look.width` columns; long lines wrap below themselves."""
    out = io.StringIO()
    console = Console(
        file=out,
        width=look.width,
        force_terminal=look.color,
        color_system="standard" if look.color else None,
        no_color=not look.color,
        highlight=False,
        markup=False,
        emoji=False,
        legacy_windows=False,
    )
    columns = Columns(console)
    blocks = result.document().blocks
    for i, block in enumerate(blocks):
        if i and isinstance(block, Heading):
            console.print()
        if isinstance(block, Entry):
            out.write(_entry(block, columns))
        else:
            console.print(_block(block, columns))
    return re.sub(r"[ \t]+$", "", out.getvalue(), flags=re.MULTILINE)


def safe(text: str) -> str:
    """Text in which nothing is obeyed: control characters are shown as `\\x1b`."""
    return _UNSAFE.sub(lambda found: f"\\x{ord(found[0]):02x}", text)


def _text(words: Words, style: str = "") -> Text:
    text = Text(style=style)
    for word in words:
        text.append(safe(marked(word)), _STYLES[word.role] or None)
    return text


def _block(block: Block, columns: Columns) -> RenderableType:
    match block:
        case Heading():
            return _text(block.words, "bold underline" if block.level <= 2 else "bold")
        case Paragraph():
            return _text(block.words)
        case Table():
            return _table(block)
        case Entry():
            # inside a fold: drawn already, and not to be wrapped again
            return Text.from_ansi(_entry(block, columns).rstrip("\n"), no_wrap=True, overflow="ignore")
        case Verbatim():
            lines = [_text(line) for line in block.lines]
            # in a group: printed by itself a text would lose its settings
            return Group(Text("\n", no_wrap=True, overflow="ignore").join(lines))
        case Bullets():
            marks = (f"{i}." if block.ordered else "-" for i in range(1, len(block.items) + 1))
            return _marked(zip(marks, block.items, strict=True))
        case Footnotes():
            return _marked(((f"[{note_number(n.label)}]", n.words) for n in block.notes), "dim")
        case Fold():
            inner = [_block(b, columns) for b in block.blocks]
            return Group(_text(block.summary), *inner)


def _marked(items: Iterable[tuple[str, Words]], style: str = "") -> RenderableType:
    """Statements with a mark before each, long ones wrapped behind it."""
    grid = Grid.grid(padding=(0, 1, 0, 0))
    grid.add_column(justify="right", no_wrap=True)
    grid.add_column(overflow="fold")
    for mark, words in items:
        grid.add_row(Text(mark, style="dim"), _text(words, style))
    return grid


def _entry(entry: Entry, columns: Columns) -> str:
    rows = [(Text(safe(line.label), style="dim"), _said(line), 2 * line.indent) for line in entry.lines]
    return columns.entry(Text(safe(entry.mark)), _text(entry.title, "bold"), _text(entry.aside), rows, _MARK)


def _said(line: Line) -> Text:
    words = _text(line.words)
    return Text.assemble(words, "  ", _text(line.aside, "dim")) if line.aside else words


def _table(table: Table) -> RenderableType:
    grid = Grid.grid(padding=(0, 2, 0, 0))
    columns = max((len(row) for row in table.rows), default=0)
    for i in range(max(columns, len(table.head))):
        longest = max((len(text_of(row[i])) for row in table.rows if i < len(row)), default=0)
        words = (word for row in table.rows if i < len(row) for word in text_of(row[i]).split())
        grid.add_column(
            justify="right" if i in table.numeric else "left",
            overflow="fold",
            no_wrap=longest <= _NARROW,
            min_width=min(max(map(len, words), default=0), _NARROW),
        )
    if table.head:
        grid.add_row(*(Text(safe(title), style="dim") for title in table.head))
    for row in table.rows:
        grid.add_row(*(_text(cell) for cell in row))
    return grid
