"""Inside each change: which field went from what to what."""

from __future__ import annotations

import json
from collections.abc import Iterator
from typing import Any

from tracker.diff.change import Change
from tracker.render.exports.keys import listed
from tracker.render.exports.table import Column, Filled, Table, Value
from tracker.render.exports.tables.changes import counted
from tracker.render.site.dossier import Dossier
from tracker.semantics.way import Delta
from tracker.semantics.words import text_of

TABLE = Table(
    "differences",
    "One row per field that differs within a change, also for each reading of something contested.",
    (
        Column("change", "the change", points_to="changes", required=True),
        Column("reading", "for a reading held against the other side: old:N or new:N, N its place"),
        Column("field", "where: the route of the field, separated by slashes", required=True),
        Column("label", "the field in words", required=True),
        Column("way", "how such values differ: measure, scale, choice, members, prose, …", required=True),
        Column("old", "the earlier value; a list or mapping as JSON"),
        Column("new", "the later value; a list or mapping as JSON"),
        Column("text", "the change in words", required=True),
        Column("toward", "loosens or tightens, where that is declared"),
        Column("bound", "ids of those for whom it does, separated by spaces"),
        Column("editorial", "whether only words differ, not substance", "boolean", required=True),
    ),
    order=6,
    label="text",
    facets=("way", "toward", "editorial"),
)


def rows(dossier: Dossier) -> Iterator[tuple[Value, ...]]:
    for key, _, change in counted(dossier):
        for reading, delta in _deltas(change):
            yield Filled.row(
                TABLE,
                {
                    "change": key,
                    "reading": reading,
                    "field": "/".join(map(str, delta.route)),
                    "label": delta.label,
                    "way": delta.way,
                    "old": _cell(delta.old),
                    "new": _cell(delta.new),
                    "text": text_of(delta.words),
                    "toward": delta.toward,
                    "bound": listed(delta.bound),
                    "editorial": delta.editorial,
                },
            )


def _deltas(change: Change) -> Iterator[tuple[str | None, Delta]]:
    yield from ((None, o) for o in change.outcomes if isinstance(o, Delta))
    for held in change.readings:
        side = "old" if held.side == "left" else "new"
        place = int(str(held.route[-1]).rpartition(":")[2]) + 1
        yield from ((f"{side}:{place}", o) for o in held.outcomes if isinstance(o, Delta))


def _cell(value: Any) -> str | None:
    if isinstance(value, dict | list | tuple):
        return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
    return None if value is None else str(value)
