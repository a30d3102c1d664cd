"""`plans.sqlite`, made for Datasette: foreign keys, full-text search, views; `metadata.json` beside it.

The bytes depend on the rows alone (and on the release of SQLite, which writes its number into the file).
"""

from __future__ import annotations

import json
import sqlite3
from contextlib import closing
from typing import Any

from tracker.errors import TrackerError
from tracker.render.exports.table import Column, Data, Filled, Table
from tracker.render.exports.views import VIEWS

DATABASE = "plans.sqlite"
_TYPES = {"string": "TEXT", "date": "TEXT", "integer": "INTEGER", "number": "NUMERIC", "boolean": "INTEGER"}


def files(data: Data) -> dict[str, str | bytes]:
    return {DATABASE: database(data), "metadata.json": metadata(data)}


def database(data: Data) -> bytes:
    """The database file, built in memory. Raises TrackerError where SQLite lacks full-text search."""
    with closing(sqlite3.connect(":memory:")) as connection:
        try:
            connection.execute("PRAGMA page_size = 1024")
            connection.execute("PRAGMA foreign_keys = ON")
            with connection:
                # the versions point to one another, and a cycle among them is somebody's mistake
                connection.execute("PRAGMA defer_foreign_keys = ON")
                for filled in data.filled:
                    _fill(connection, filled)
            connection.execute("VACUUM")  # pages full and in order
            for filled in data.filled:
                _search(connection, filled.table)
            for name, view in VIEWS.items():
                connection.execute(f"CREATE VIEW {_name(name)} AS {view.sql}")
            connection.commit()
        except sqlite3.OperationalError as error:
            if "fts5" not in str(error):
                raise
            raise TrackerError(
                "this Python's SQLite has no full-text search (FTS5)", help="use a Python built with it"
            ) from None
        return connection.serialize()


def _fill(connection: sqlite3.Connection, filled: Filled) -> None:
    table = filled.table
    columns = ", ".join(_column(column, column.name == table.key) for column in table.columns)
    keys = "".join(
        f", FOREIGN KEY ({_name(column.name)}) REFERENCES {_name(column.points_to)}"
        + (" DEFERRABLE INITIALLY DEFERRED" if column.points_to == table.name else "")
        for column in table.columns
        if column.points_to
    )
    connection.execute(f"CREATE TABLE {_name(table.name)} ({columns}{keys})")
    marks = ", ".join("?" * len(table.columns))
    connection.executemany(f"INSERT INTO {_name(table.name)} VALUES ({marks})", filled.rows)


def _search(connection: sqlite3.Connection, table: Table) -> None:
    """Full text over the columns to be searched, without a second copy of them."""
    if searched := [_name(column.name) for column in table.columns if column.searched]:
        index = _name(f"{table.name}_fts")
        connection.execute(
            f"CREATE VIRTUAL TABLE {index} USING fts5({', '.join(searched)}, content='{table.name}', "
            "tokenize='porter unicode61')"
        )
        connection.execute(f"INSERT INTO {index} ({index}) VALUES ('rebuild')")


def _column(column: Column, key: bool) -> str:
    needed = " PRIMARY KEY" if key else ""
    return f"{_name(column.name)} {_TYPES[column.kind]}{needed}{' NOT NULL' if column.required else ''}"


def _name(name: str) -> str:
    return f'"{name}"'


def metadata(data: Data) -> str:
    """What Datasette shows beside the rows: meanings of tables and columns, labels, facets."""
    tables = {filled.table.name: _about(filled.table) for filled in data.filled}
    tables |= {name: {"description": view.meaning} for name, view in VIEWS.items()}
    described = {"title": data.title, "databases": {"plans": {"title": data.title, "tables": tables}}}
    return json.dumps(described, ensure_ascii=False, separators=(",", ":")) + "\n"


def _about(table: Table) -> dict[str, Any]:
    about: dict[str, Any] = {
        "description": table.meaning,
    }
    if table.label:
        about["label_column"] = table.label
    if table.facets:
        about["facets"] = list(table.facets)
    if any(column.searched for column in table.columns):
        about["fts_table"] = f"{table.name}_fts"
    return about
