"""Who says so: every piece of evidence with its source, phrase and hedge."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.plan.model import Evidence
from tracker.render.exports.keys import readings_of, told
from tracker.render.exports.table import Column, Filled, Table, Value
from tracker.render.site.dossier import Dossier

TABLE = Table(
    "evidence",
    "One row per piece of evidence, for a provision, for one reading of it, or for a fact about a version.",
    (
        Column("version", "the version", points_to="versions", required=True),
        Column("provision", "the provision; empty for a fact about the version", points_to="provisions"),
        Column("reading", "the reading, if it is one of several", points_to="readings"),
        Column("fact", "for a fact about the version: what it is about"),
        Column("fact_value", "for a fact about the version: what is said of it"),
        Column("source", "the source", points_to="sources", required=True),
        Column("quote", "a phrase of the source, verbatim"),
        Column("locator", "where in the source"),
        Column("hedge", "asserted, reported or attributed", required=True),
        Column("speaker", "who said it, as far as the source tells"),
        Column("verified", "false: recalled or second-hand, not read again", "boolean", required=True),
        Column("supports", "what it is evidence of: terms, presence or removal", required=True),
        Column("may_belong_to", "another version that the source may have meant"),
        Column("note", "what a reader of this evidence should know"),
    ),
    order=7,
    facets=("version", "source", "hedge", "supports"),
)


def rows(dossier: Dossier) -> Iterator[tuple[Value, ...]]:
    for given, item in _pieces(dossier):
        said = {name: getattr(item, name) for name in Evidence.model_fields}
        yield Filled.row(TABLE, {**given, **said})


def _pieces(dossier: Dossier) -> Iterator[tuple[dict[str, Value], Evidence]]:
    for version in dossier.matrix.versions:
        for fact in version.plan.facts:
            about: dict[str, Value] = {
                "version": version.ref,
                "fact": fact.about,
                "fact_value": str(fact.value),
            }
            yield from ((about, item) for item in fact.evidence)
    for told_ in told(dossier):
        of: dict[str, Value] = {"version": told_.ref, "provision": told_.key}
        yield from ((of, item) for item in told_.provision.evidence)
        for key, _, reading in readings_of(told_):
            yield from (({**of, "reading": key}, item) for item in reading.evidence)
