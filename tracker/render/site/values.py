"""Typed terms side by side: one row per field, one column per version."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from tracker.diff.matrix import Cell, Row
from tracker.plan.term import Term
from tracker.render.site.dossier import Dossier
from tracker.semantics.fields import Tracked, fields_of, heading, identity
from tracker.semantics.measure import Measure
from tracker.semantics.quantity import Quantity
from tracker.semantics.untracked import Untracked
from tracker.semantics.way import NONE


@dataclass
class Sheet:
    """The values of one term; a row has a value per version, empty where it is not stated there."""

    title: str
    rows: dict[str, list[str]] = field(default_factory=dict)


@dataclass(frozen=True)
class Mark:
    """A number in a version. `firm`: not one reading among several. `value` None: the text says none."""

    version: int
    value: Decimal | None
    words: str
    firm: bool


@dataclass
class Series:
    """The numbers of one field over the versions."""

    title: str
    marks: list[Mark] = field(default_factory=list)


def sheets(row: Row, dossier: Dossier) -> tuple[Sheet, ...]:
    """One sheet per term that any version of the lineage states."""
    found: dict[str, Sheet] = {}
    for column, cell in enumerate(row.cells):
        for term in cell.provision.terms if cell.provision else ():
            sheet = found.setdefault(identity(term), Sheet(_title(term, dossier)))
            for tracked, value in _stated(term):
                cells = sheet.rows.setdefault(tracked.label, [""] * len(row.cells))
                cells[column] = tracked.way.phrase(value, dossier.setting)
            if not sheet.rows:
                sheet.rows.setdefault("stated", [""] * len(row.cells))
            if "stated" in sheet.rows:
                sheet.rows["stated"][column] = "yes"
    return tuple(found.values())


def series(row: Row, dossier: Dossier) -> tuple[Series, ...]:
    """Every measured field that has a number in at least two versions, or in readings of them."""
    found: dict[tuple[str, str], Series] = {}
    for column, cell in enumerate(row.cells):
        for term, firm in _terms(cell):
            for tracked, value in _stated(term):
                if not isinstance(tracked.way, Measure):
                    continue
                number = _number(value)
                if number is None and value != NONE:
                    continue
                words = tracked.way.phrase(value, dossier.setting)
                unit = value.unit if isinstance(value, Quantity) else ""
                title = f"{_title(term, dossier)}: {tracked.label}"
                line = found.setdefault((identity(term), f"{tracked.name} {unit}"), Series(title))
                mark = Mark(column, number, words, firm)
                if mark not in line.marks:
                    line.marks.append(mark)
    return tuple(line for line in found.values() if _worth(line.marks))


def _worth(marks: Sequence[Mark]) -> bool:
    """A line needs two versions, and a number, not only words for there being none."""
    return len({mark.version for mark in marks}) > 1 and any(mark.value is not None for mark in marks)


def _terms(cell: Cell) -> list[tuple[Term, bool]]:
    if cell.provision is None:
        return []
    readings = [(term, False) for r in cell.provision.readings for term in r.terms if r.presence != "removed"]
    return [(term, True) for term in cell.provision.terms] + readings


def _stated(term: Term) -> list[tuple[Tracked, object]]:
    return [
        (tracked, value)
        for tracked in fields_of(type(term))
        if not tracked.is_key
        and not isinstance(tracked.way, Untracked)
        and (value := getattr(term, tracked.name)) is not None
    ]


def _title(term: Term, dossier: Dossier) -> str:
    which = heading(term, dossier.setting)
    return f"{term.title} ({which})" if which else term.title


def _number(value: object) -> Decimal | None:
    if isinstance(value, Quantity):
        return value.magnitude()
    return Decimal(value) if isinstance(value, int) and not isinstance(value, bool) else None
