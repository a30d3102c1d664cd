"""JSON, one file per table: a list of objects, one a line."""

from __future__ import annotations

import json

from tracker.render.exports.table import Data, Filled


def files(data: Data) -> dict[str, str | bytes]:
    return {f"{filled.table.name}.json": records(filled) for filled in data.filled}


def records(filled: Filled) -> str:
    """One table; an object leaves out what is not stated."""
    names = [column.name for column in filled.table.columns]
    lines = (
        json.dumps(
            {name: value for name, value in zip(names, row, strict=True) if value is not None},
            ensure_ascii=False,
            separators=(",", ":"),
        )
        for row in filled.rows
    )
    return "[\n" + ",\n".join(lines) + "\n]\n" if filled.rows else "[]\n"
