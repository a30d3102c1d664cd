"""The plan files against the facts: what each version says, point by point, in a table of its own.

`truth.tsv` was written from the published reports, not from the plan files, one row for each typed value:

- `plan`, `lineage` (or `(version)` for what is said about the version itself);
- `field`, a dotted route: `presence`, `terms.<identity>.<field>`, `terms.<identity>.<field>.<part>.<field>`,
  `was.<lineage>`, `evidence.<source>.<field>`, `facts.<about>`. A reading is picked by what it is:
  `readings[because=sources;held_by=us;rank=1;source=afp-2025-11-26]`, by as many of the four as it takes;
- `value`: text; a set of values sorted, with `, ` between; steps in order, with ` > ` between. `(present)`
  for a term or part that has no value of its own, `(unset)` where the text has no such qualifier, `(absent)`
  for a term or part that must not be there. The field `(absent)`: the version must not list the provision;
- `verified`: `yes` if at least one piece of its evidence was read, `no` if all of it is recollection.
"""

from __future__ import annotations

import csv
import re
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import NamedTuple

import pytest

from tracker import read_plan
from tracker.plan.model import Evidence, Plan, Provision, Reading
from tracker.plan.term import Part, Term
from tracker.semantics.fields import fields_of, identity
from tracker.semantics.steps import Steps

ROOT = Path(__file__).resolve().parents[2]
TABLE = Path(__file__).with_name("truth.tsv")
PLANS = ("original", "european", "geneva", "twenty-point")
UNSET, PRESENT, ABSENT, VERSION = "(unset)", "(present)", "(absent)", "(version)"
SLOTS = ("presence", "modality", "point", "deferred_to")
ABOUT = ("author", "points")
SELECTED = re.compile(r"readings\[(?P<by>[^\]]+)\]")

Path_ = tuple[str, ...]
Values = dict[Path_, str]


class Row(NamedTuple):
    plan: str
    lineage: str
    field: str
    value: str
    verified: str
    note: str

    def __str__(self) -> str:
        return f"{self.plan}:{self.lineage}:{self.field}"


def table() -> list[Row]:
    with TABLE.open(encoding="utf-8", newline="") as file:
        rows = csv.reader(file, delimiter="\t", quoting=csv.QUOTE_NONE)
        assert next(rows) == list(Row._fields)
        return [Row(*row) for row in rows]


ROWS = table()


@cache
def plan(name: str) -> Plan:
    return read_plan(name, ROOT / "plans")


@cache
def provisions(name: str) -> dict[str, Provision]:
    return {provision.id: provision for provision in plan(name).provisions}


def said(value: object, ordered: bool = False) -> str:
    """A value as the table writes it."""
    if value is None or value == ():
        return UNSET
    if isinstance(value, tuple):
        texts = [str(item) for item in value]
        return " > ".join(texts) if ordered else ", ".join(sorted(texts))
    return str(value)


def stated(model: Term | Part, at: Path_) -> Iterator[tuple[Path_, str]]:
    """Every value that a term or part states apart from its keys; `(present)` for itself if it has none."""
    bare = True
    for field in fields_of(type(model)):
        value = getattr(model, field.name)
        if field.is_key or field.name == "kind" or value is None:
            continue
        bare = False
        route = (*at, field.name)
        if isinstance(value, tuple) and value and isinstance(value[0], Part):
            for part in value:
                yield from stated(part, (*route, identity(part)))
        else:
            yield route, said(value, isinstance(field.way, Steps))
    if bare:
        yield at, PRESENT


def held(entry: Provision | Reading, at: Path_ = ()) -> Iterator[tuple[Path_, str]]:
    """Every value of a provision or reading that must be backed by a row of the table."""
    for slot in SLOTS:
        if (value := getattr(entry, slot, None)) is not None:
            yield (*at, slot), said(value)
    for term in entry.terms:
        yield from stated(term, (*at, "terms", identity(term)))
    for item in entry.evidence:
        if item.may_belong_to:
            yield (*at, "evidence", item.source, "may_belong_to"), item.may_belong_to
    if isinstance(entry, Provision):
        for origin in entry.was:
            yield (*at, "was", origin.id), origin.how
        for number, reading in enumerate(entry.readings):
            yield from held(reading, (*at, "readings", str(number)))


@cache
def values(name: str, lineage: str) -> Values:
    if lineage != VERSION:
        return dict(held(provisions(name)[lineage]))
    found: Values = {}
    for slot in ("text", "date", "published", "revises", "draws_on"):
        if (value := getattr(plan(name), slot)) not in (None, ()):
            found[slot,] = said(value)
    for about in ABOUT:
        found["facts", about] = said(tuple({str(f.value) for f in plan(name).facts if f.about == about}))
    return found


def picked(provision: Provision, by: str) -> int:
    """The number of the one reading that the words between the brackets describe."""
    wanted = dict(item.split("=", 1) for item in by.split(";"))
    assert wanted.keys() <= {"because", "held_by", "rank", "source"}, f"cannot pick a reading by {by}"

    def fits(reading: Reading) -> bool:
        has: dict[str, list[str]] = {
            "because": [reading.because],
            "held_by": list(reading.held_by or ()),
            "rank": [str(reading.rank)],
            "source": [item.source for item in reading.evidence],
        }
        return all(value in has[key] for key, value in wanted.items())

    found = [number for number, reading in enumerate(provision.readings) if fits(reading)]
    assert len(found) == 1, f"readings[{by}] fits {len(found)} of {len(provision.readings)} readings"
    return found[0]


def route(row: Row) -> Path_:
    """The row's field as a path into the provision, its reading by number."""
    if not (found := SELECTED.match(row.field)):
        return tuple(row.field.split("."))
    number = picked(provisions(row.plan)[row.lineage], found["by"])
    return ("readings", str(number), *row.field[found.end() + 1 :].split("."))


def evidence(row: Row) -> tuple[Evidence, ...]:
    """What backs the row's value: the evidence of its reading, of its fact, or of its provision."""
    path = route(row)
    if row.lineage == VERSION:
        return tuple(e for fact in plan(row.plan).facts if fact.about == path[1] for e in fact.evidence)
    provision = provisions(row.plan)[row.lineage]
    if path[0] == "readings":
        return provision.readings[int(path[1])].evidence
    return provision.evidence or tuple(e for reading in provision.readings for e in reading.evidence)


def actual(row: Row) -> str:
    """What the plan file has in the place that the row speaks of."""
    path, found = route(row), values(row.plan, row.lineage)
    if "evidence" in path:
        source, field = path[-2:]
        said_of = {said(getattr(e, field)) for e in evidence(row) if e.source == source}
        return said(tuple(said_of))
    if path in found:
        return found[path]
    inside = any(other[: len(path)] == path for other in found)
    if row.value in (PRESENT, ABSENT):
        return PRESENT if inside else ABSENT
    return "has parts" if inside else UNSET


each_row = pytest.mark.parametrize("row", ROWS, ids=str)
each_plan = pytest.mark.parametrize("name", PLANS)


@each_row
def test_row(row: Row) -> None:
    if row.field == ABSENT:
        assert row.lineage not in provisions(row.plan)
        return
    assert row.lineage == VERSION or row.lineage in provisions(row.plan), f"{row.plan} does not list it"
    assert actual(row) == row.value
    if row.verified:
        read = any(item.verified for item in evidence(row))
        assert read == (row.verified == "yes"), "read" if read else "recollection only, or no evidence"


@each_plan
def test_no_value_without_a_row(name: str) -> None:
    backed = {
        (row.lineage, route(row))
        for row in ROWS
        if row.plan == name and row.field != ABSENT and row.lineage in {VERSION, *provisions(name)}
    }
    unbacked = [
        f"{lineage}: {'.'.join(path)} = {value}"
        for lineage in (VERSION, *provisions(name))
        for path, value in values(name, lineage).items()
        if (lineage, path) not in backed
    ]
    assert unbacked == []


def test_table_is_sound() -> None:
    assert {row.plan for row in ROWS} == set(PLANS)
    assert len({str(row) for row in ROWS}) == len(ROWS), "a row stands twice"
    for row in ROWS:
        assert row.verified in ("yes", "no", ""), row
        assert row.value, row
        assert row.verified or row.field == ABSENT or row.lineage == VERSION, row


def test_every_lineage_has_a_say_in_every_version() -> None:
    """Each lineage is either listed by a version, with its values, or must not be listed by it."""
    lineages = {row.lineage for row in ROWS}
    missing = [(name, i) for name in PLANS for i in lineages if (name, i) not in {row[:2] for row in ROWS}]
    assert missing == []
