"""Values side by side, where one will not do."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.render.exports.keys import listed, readings_of, told
from tracker.render.exports.table import Column, Filled, Table, Value
from tracker.render.site.dossier import Dossier

TABLE = Table(
    "readings",
    "One row per reading of a provision on which sources, parties or copies of the text differ.",
    (
        Column("reading", "provision and place of the reading", required=True),
        Column("provision", "the provision", points_to="provisions", required=True),
        Column(
            "because", "what differs: sources, positions (of parties) or witnesses (copies)", required=True
        ),
        Column("held_by", "ids of those who hold the position, separated by spaces"),
        Column("rank", "1: first choice, 2: fall-back", "integer"),
        Column("summary", "the reading in a few words"),
        Column("modality", "how it binds"),
        Column("presence", "in what sense the version contains it, on this reading", required=True),
        Column("deferred_to", "who or what is to settle it"),
    ),
    order=5,
    key="reading",
    label="summary",
    facets=("because", "presence"),
)


def rows(dossier: Dossier) -> Iterator[tuple[Value, ...]]:
    for item in told(dossier):
        for key, _, reading in readings_of(item):
            yield Filled.row(
                TABLE,
                {
                    "reading": key,
                    "provision": item.key,
                    "because": reading.because,
                    "held_by": listed(reading.held_by),
                    "rank": reading.rank,
                    "summary": reading.summary,
                    "modality": reading.modality,
                    "presence": reading.presence,
                    "deferred_to": reading.deferred_to,
                },
            )
