"""The versions, in the order in which they come from one another."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.render.exports.keys import listed
from tracker.render.exports.table import Column, Filled, Table, Value
from tracker.render.site.dossier import Dossier

TABLE = Table(
    "versions",
    "One row per version of the plan.",
    (
        Column("version", "reference of the version: its file below plans/, without suffix", required=True),
        Column("describes", "the text that the file describes"),
        Column("title", "what the version is called", required=True),
        Column("date", "when it was made or surfaced", "date"),
        Column("published", "when its content became public", "date"),
        Column("text", "how the text is known: full, read-aloud, partial, reported", required=True),
        Column("status", "what became of it"),
        Column("process", "the negotiation it belongs to"),
        Column("compared_with", "the version that its changes are counted from", points_to="versions"),
        Column("revises", "the versions it is a revision of, separated by spaces"),
        Column("draws_on", "versions it took parts from, separated by spaces"),
        Column("sha256", "hash of the plan file, to cite this state of it by"),
    ),
    order=0,
    key="version",
    label="title",
)


def rows(dossier: Dossier) -> Iterator[tuple[Value, ...]]:
    for version in dossier.matrix.versions:
        plan = version.plan
        yield Filled.row(
            TABLE,
            {
                "version": version.ref,
                "describes": plan.version,
                "title": plan.title,
                "date": plan.date.isoformat() if plan.date else None,
                "published": plan.published.isoformat() if plan.published else None,
                "text": plan.text,
                "status": plan.status,
                "process": plan.process,
                "compared_with": dossier.matrix.before.get(version.ref),
                "revises": listed(plan.revises),
                "draws_on": listed(plan.draws_on),
                "sha256": dossier.hashes.get(version.ref),
            },
        )
