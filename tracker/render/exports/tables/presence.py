"""Every lineage in every version: held, open, removed, or not told of."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.plan.words import DERIVED, PRESENCES
from tracker.render.exports.table import Column, Filled, Table, Value
from tracker.render.site.dossier import Dossier

_WORDS = "; ".join(f"{word}: {meaning}" for word, meaning in {**PRESENCES, **DERIVED}.items())

TABLE = Table(
    "presence",
    "One row per lineage and version, also where the version does not list it: silence is not deletion.",
    (
        Column("version", "the version", points_to="versions", required=True),
        Column("lineage", "the lineage", points_to="lineages", required=True),
        Column("presence", _WORDS, required=True),
        Column("listed", "whether the plan file has an entry for it", "boolean", required=True),
        Column("change", "kind of change since the version before"),
    ),
    order=3,
    facets=("version", "presence", "change"),
)


def rows(dossier: Dossier) -> Iterator[tuple[Value, ...]]:
    for row in dossier.matrix.rows:
        for cell in row.cells:
            yield Filled.row(
                TABLE,
                {
                    "version": cell.version,
                    "lineage": row.lineage,
                    "presence": cell.presence,
                    "listed": cell.provision is not None,
                    "change": cell.kind,
                },
            )
