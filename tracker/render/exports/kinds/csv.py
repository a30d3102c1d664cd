"""Tidy CSV (RFC 4180, UTF-8), one file per table, safe to open in a spreadsheet.

A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula and runs it. Such text gets an
apostrophe in front; so does text that begins with an apostrophe, so that taking one away always gives the
text back. Columns of numbers hold numbers and are left alone.
"""

from __future__ import annotations

import csv
import io

from tracker.render.exports.table import Data, Filled, Value

_STARTS = ("=", "+", "-", "@", "'", "\t", "\r", "\n", "＝", "＋", "－", "＠", "|", "%")
"""With the full-width forms, which some programs take for the others; `|` and `%` began DDE commands."""
_BLANK = "".join(map(chr, (0x20, 0xA0, 0xFEFF, 0x200B, 0x3000)))
"""What programs may skip before they look at the first character."""


def files(data: Data) -> dict[str, str | bytes]:
    return {f"{filled.table.name}.csv": sheet(filled) for filled in data.filled}


def sheet(filled: Filled) -> str:
    """One table with its header line."""
    out = io.StringIO()
    writer = csv.writer(out, lineterminator="\r\n")
    writer.writerow(column.name for column in filled.table.columns)
    writer.writerows([cell(value) for value in row] for row in filled.rows)
    return out.getvalue()


def cell(value: Value) -> str | int | float:
    """A value as a cell: nothing for None, true and false in words, text defused."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, str):
        return f"'{value}" if value.startswith(_STARTS) or _late(value) else value
    return value


def _late(value: str) -> bool:
    """Whether a formula could begin behind what a program skips."""
    return value.lstrip(_BLANK) != value and value.lstrip(_BLANK).startswith(_STARTS)
