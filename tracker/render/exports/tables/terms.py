"""Typed values, one a row: long and tidy, so that one query reaches every number."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, NamedTuple

from tracker.plan.term import Part, Term
from tracker.render.exports.keys import readings_of, told
from tracker.render.exports.table import Column, Filled, Table, Value
from tracker.render.site.dossier import Dossier
from tracker.semantics.fields import fields_of, identity
from tracker.semantics.measure import Measure
from tracker.semantics.quantity import Quantity
from tracker.semantics.untracked import Untracked

TABLE = Table(
    "terms",
    "One row per typed value. A list has a row per member; an explicit none is the value `none`.",
    (
        Column("version", "the version", points_to="versions", required=True),
        Column("lineage", "the lineage", points_to="lineages", required=True),
        Column("reading", "the reading that says so, if it is one of several", points_to="readings"),
        Column("kind", "kind of term", required=True),
        Column("key", "which term of that kind: the values that identify it, separated by slashes"),
        Column("part", "which part of the term, for values of one region, event, … of several"),
        Column("field", "name of the field, as plan files write it", required=True),
        Column("value", "the value, as plan files write it", required=True),
        Column("number", "the value as a number, in the unit beside it", "number"),
        Column("unit", "personnel, a currency code, %, hour … year, km, …"),
    ),
    order=6,
    facets=("version", "kind", "field", "unit"),
)


class _Cell(NamedTuple):
    part: str | None
    field: str
    value: str
    number: int | float | None
    unit: str | None


def rows(dossier: Dossier) -> Iterator[tuple[Value, ...]]:
    for item in told(dossier):
        holders: list[tuple[str | None, tuple[Term, ...]]] = [(None, item.provision.terms)]
        holders += [(key, reading.terms) for key, _, reading in readings_of(item)]
        for reading, terms in holders:
            for term in terms:
                for cell in _cells(term):
                    yield Filled.row(
                        TABLE,
                        {
                            "version": item.ref,
                            "lineage": item.provision.id,
                            "reading": reading,
                            "kind": term.kind_name(),
                            "key": identity(term).partition("/")[2] or None,
                            **cell._asdict(),
                        },
                    )


def _cells(model: Term | Part, part: str | None = None) -> Iterator[_Cell]:
    """The values of a term, then of its parts; a part is named by its field and its own identity."""
    for field in fields_of(type(model)):
        value = getattr(model, field.name)
        if value is None or isinstance(field.way, Untracked):
            continue
        unit = field.way.unit if isinstance(field.way, Measure) else ""
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Part):
                yield from _cells(item, "/".join(filter(None, [part, field.name, identity(item)])))
            else:
                yield _Cell(part, field.name, *_value(item, unit))


def _value(value: Any, unit: str) -> tuple[str, int | float | None, str | None]:
    if isinstance(value, Quantity):
        return str(value), _number(value.value), value.unit
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value), value, unit or None
    return str(value), None, None


def _number(value: Any) -> int | float:
    return int(value) if value == int(value) else float(value)
