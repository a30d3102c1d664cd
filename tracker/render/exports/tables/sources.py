"""The sources that evidence names."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.render.exports.table import Column, Filled, Table, Value
from tracker.render.site.dossier import Dossier

TABLE = Table(
    "sources",
    "One row per source, cited or held.",
    (
        Column("source", "id of the source", required=True),
        Column("label", "a short name for it", required=True),
        Column("publisher", "who published it"),
        Column("title", "its title"),
        Column("date", "when it appeared", "date"),
        Column("url", "where it stands, if known"),
        Column("language", "its language, as a code"),
        Column("kind", "report, text, statement, analysis or explainer"),
        Column("independence_group", "sources that repeat one another share a group and count once"),
        Column("held", "whether a digest of its words is at hand", "boolean", required=True),
    ),
    order=1,
    key="source",
    label="label",
    facets=("publisher", "kind"),
)


def rows(dossier: Dossier) -> Iterator[tuple[Value, ...]]:
    for key in sorted({*dossier.sources, *_named(dossier)}):
        cited = dossier.sources.get(key)
        given: dict[str, Value] = {
            "source": key,
            "label": dossier.labels.get(key, key),
            "held": key in dossier.held,
        }
        if cited:
            given |= {
                "publisher": cited.publisher,
                "title": cited.title,
                "date": cited.date.isoformat() if cited.date else None,
                "url": cited.url,
                "language": cited.language,
                "kind": cited.kind,
                "independence_group": cited.independence_group,
            }
        yield Filled.row(TABLE, given)


def _named(dossier: Dossier) -> Iterator[str]:
    """Sources that evidence names, declared or not: without names.yaml nothing is declared."""
    for plan in dossier.versions.values():
        yield from (item.source for fact in plan.facts for item in fact.evidence)
        for provision in plan.provisions:
            yield from (item.source for item in provision.evidence)
            yield from (item.source for reading in provision.readings for item in reading.evidence)
