"""The lineages: what stays the same through all versions."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.render.exports.keys import listed
from tracker.render.exports.table import Column, Filled, Table, Value
from tracker.render.site.dossier import Dossier

TABLE = Table(
    "lineages",
    "One row per lineage, the identity that a provision keeps in every version.",
    (
        Column("lineage", "id of the lineage; permanent", required=True),
        Column("title", "its name in the latest version that holds it", required=True),
        Column("was", "lineages that it comes from, each as how:id, separated by spaces"),
        Column("became", "lineages that came from it, each as how:id, separated by spaces"),
    ),
    order=2,
    key="lineage",
    label="title",
)


def rows(dossier: Dossier) -> Iterator[tuple[Value, ...]]:
    for row in dossier.matrix.rows:
        yield Filled.row(
            TABLE,
            {
                "lineage": row.lineage,
                "title": row.title,
                "was": listed(tuple(f"{link.how}:{link.lineage}" for link in row.was)),
                "became": listed(tuple(f"{link.how}:{link.lineage}" for link in row.became)),
            },
        )
