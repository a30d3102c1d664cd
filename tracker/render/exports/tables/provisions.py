"""What each version says, provision by provision."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.render.exports.keys import told
from tracker.render.exports.table import Column, Filled, Table, Value
from tracker.render.site.dossier import Dossier

TABLE = Table(
    "provisions",
    "One row per provision that a version lists.",
    (
        Column("provision", "version:lineage", required=True),
        Column("version", "the version", points_to="versions", required=True),
        Column("lineage", "the lineage", points_to="lineages", required=True),
        Column("number", "its place in the plan file, counted from 1", "integer", required=True),
        Column("point", "the printed number, as text"),
        Column("title", "its name", required=True, searched=True),
        Column("issue", "code of what it is about", required=True),
        Column("summary", "what it says, in the words of the tracker", required=True, searched=True),
        Column("modality", "how it binds"),
        Column("presence", "in what sense the version contains it", required=True),
        Column("deferred_to", "who or what is to settle it"),
    ),
    order=4,
    key="provision",
    label="title",
    facets=("version", "issue", "presence", "modality"),
)


def rows(dossier: Dossier) -> Iterator[tuple[Value, ...]]:
    for item in told(dossier):
        provision = item.provision
        yield Filled.row(
            TABLE,
            {
                "provision": item.key,
                "version": item.ref,
                "lineage": provision.id,
                "number": item.number,
                "point": provision.point,
                "title": provision.title,
                "issue": provision.issue,
                "summary": provision.summary,
                "modality": provision.modality,
                "presence": provision.presence,
                "deferred_to": provision.deferred_to,
            },
        )
