"""What stands where and what it means: `datapackage.json` for programs, `README.md` for people."""

from __future__ import annotations

import hashlib
import json
from typing import Any

from tracker.render.exports.kinds.csv import sheet
from tracker.render.exports.kinds.sqlite import DATABASE
from tracker.render.exports.table import Column, Data, Filled

_INTRODUCTION = """\
Every table as CSV and as JSON, and all of them in one SQLite database with full-text search over provisions
(`datasette {database} --metadata metadata.json` opens it in a browser). `datapackage.json` describes the CSV
files for programs (Frictionless Data Package).

- Keys are made of references and lineage ids and survive from one export to the next.
- An empty cell, in JSON a name left out, means that nothing is stated. An explicit *none* of a text is the
  value `none`.
- Silence is not deletion: `presence` has a row for every lineage in every version, and `absent`, `silent` and
  `unknown` are three different things.
- In CSV files, text that a spreadsheet could take for a formula begins with an apostrophe; take one leading
  apostrophe away to have the text back. Columns of numbers hold numbers. JSON and SQLite have the text as
  it is.
"""


def files(data: Data) -> dict[str, str | bytes]:
    return {"datapackage.json": package(data), "README.md": readme(data)}


def package(data: Data) -> str:
    """The description of the CSV files as a Frictionless Data Package."""
    keys = {filled.table.name: filled.table.key for filled in data.filled}
    described = {
        "profile": "tabular-data-package",
        "name": "plans",
        "title": data.title,
        "resources": [_resource(filled, keys) for filled in data.filled],
    }
    return json.dumps(described, ensure_ascii=False, separators=(",", ":")) + "\n"


def _resource(filled: Filled, keys: dict[str, str]) -> dict[str, Any]:
    table = filled.table
    raw = sheet(filled).encode()
    schema: dict[str, Any] = {"fields": [_field(column) for column in table.columns]}
    if table.key:
        schema["primaryKey"] = table.key
    # the empty name is the format's own word for the same table
    pointing = [
        {
            "fields": column.name,
            "reference": {
                "resource": "" if column.points_to == table.name else column.points_to,
                "fields": keys[column.points_to],
            },
        }
        for column in table.columns
        if column.points_to
    ]
    if pointing:
        schema["foreignKeys"] = pointing
    return {
        "profile": "tabular-data-resource",
        "name": table.name,
        "path": f"{table.name}.csv",
        "description": table.meaning,
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(raw),
        "hash": f"sha256:{hashlib.sha256(raw).hexdigest()}",
        "schema": schema,
    }


def _field(column: Column) -> dict[str, Any]:
    field: dict[str, Any] = {"name": column.name, "type": column.kind, "description": column.meaning}
    return field | ({"constraints": {"required": True}} if column.required else {})


def readme(data: Data) -> str:
    """The data dictionary. It holds no text of a plan but the title, so there is little to escape."""
    lines = ["# Data", "", _INTRODUCTION.format(database=DATABASE)]
    for filled in data.filled:
        table = filled.table
        lines += [f"## `{table.name}`", "", f"{table.meaning} Rows: {len(filled.rows)}.", ""]
        lines += ["| column | type | meaning |", "| --- | --- | --- |"]
        lines += [f"| `{c.name}` | {_type(c)} | {c.meaning} |" for c in table.columns]
        lines.append("")
    return "\n".join(lines).rstrip() + "\n"


def _type(column: Column) -> str:
    return f"{column.kind} -> `{column.points_to}`" if column.points_to else column.kind
