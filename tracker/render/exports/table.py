"""What a table is: columns with types and meanings, a key, and what points where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Literal

Value = str | int | float | bool | None
Kind = Literal["string", "integer", "number", "boolean", "date"]


@dataclass(frozen=True, slots=True)
class Column:
    """One column. `points_to`: the table whose key it holds; `searched`: part of the full-text search."""

    name: str
    meaning: str
    kind: Kind = "string"
    points_to: str = ""
    required: bool = False
    searched: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table. `order`: tables come after those that they point to.

    `key`: the column that identifies a row; empty where rows have no identity of their own. `label`: the
    column that names a row to people. `facets`: columns worth counting by.
    """

    name: str
    meaning: str
    columns: tuple[Column, ...]
    order: int
    key: str = ""
    label: str = ""
    facets: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Filled:
    """A table with its rows, each with a value for every column, in their order."""

    table: Table
    rows: tuple[tuple[Value, ...], ...]

    @classmethod
    def row(cls, table: Table, values: Mapping[str, Value]) -> tuple[Value, ...]:
        """The values in the order of the columns; what is not given is empty. KeyError for a stranger."""
        names = [column.name for column in table.columns]
        if strangers := set(values) - set(names):
            raise KeyError(f"{table.name} has no column {', '.join(sorted(strangers))}")
        return tuple(_clean(values.get(name)) for name in names)


@dataclass(frozen=True, slots=True)
class Data:
    """All tables of one export."""

    title: str
    filled: tuple[Filled, ...]


def _clean(value: Value) -> Value:
    """Text that every format can hold: half a character, which no encoding knows, is spelt out."""
    return value.encode("utf-8", "backslashreplace").decode() if isinstance(value, str) else value
