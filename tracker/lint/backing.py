"""Figures and the evidence beside them: whether a figure that changed has anything new to go by."""

from __future__ import annotations

from collections.abc import Iterator
from typing import NamedTuple

from pydantic import BaseModel

from tracker.plan.model import Evidence, Provision, Reading
from tracker.semantics.fields import canonical, fields_of, identity
from tracker.source import Route

FIGURES = ("measure", "moment")
"""The ways of differing whose values are figures: numbers, amounts, shares, spans of time, dates."""


class Figure(NamedTuple):
    """One figure: `slot` says of which field of which term, `value` what is written there."""

    slot: str
    value: str
    route: Route
    evidence: frozenset[str]


def figures(provision: Provision) -> Iterator[Figure]:
    """All figures of a provision and its readings, each with the evidence of whoever states it."""
    yield from _stated(provision, ())
    for i, reading in enumerate(provision.readings):
        yield from _stated(reading, ("readings", i))


def unbacked(old: Provision, new: Provision) -> Iterator[tuple[Figure, tuple[str, ...]]]:
    """The figures that changed with nothing new beside them, each with what stood there before.

    A figure is backed if a piece of its evidence is new to the provision, or stood beside the same figure
    before: figures that change places between readings need new evidence, too. One that was not stated
    at all before is no change.
    """
    before = list(figures(old))
    known = {key for figure in before for key in figure.evidence}
    stood = {(figure.slot, figure.value, key) for figure in before for key in figure.evidence or {""}}
    values: dict[str, set[str]] = {}
    for figure in before:
        values.setdefault(figure.slot, set()).add(figure.value)
    for figure in figures(new):
        if figure.slot not in values:
            continue
        beside = figure.evidence or {""}
        if any((key and key not in known) or (figure.slot, figure.value, key) in stood for key in beside):
            continue
        if figure.evidence or figure.value not in values[figure.slot]:
            yield figure, tuple(sorted(values[figure.slot]))


def _stated(stated: Provision | Reading, route: Route) -> Iterator[Figure]:
    evidence = frozenset(_key(item) for item in stated.evidence if item.supports != "presence")
    for i, term in enumerate(stated.terms):
        for slot, value, at in _figures(term, identity(term), (*route, "terms", i)):
            yield Figure(slot, value, at, evidence)


def _figures(model: BaseModel, name: str, route: Route) -> Iterator[tuple[str, str, Route]]:
    plain = canonical(model)
    for field in fields_of(type(model)):
        value = getattr(model, field.name)
        if value is None:
            continue
        if field.way.name in FIGURES:
            yield f"{name} {field.name}", str(plain[field.name]), (*route, field.name)
        elif field.way.name == "parts" and isinstance(value, tuple):
            for i, part in enumerate(value):
                inside = f"{name} {field.name} {identity(part)}"
                yield from _figures(part, inside, (*route, field.name, i))


def _key(evidence: Evidence) -> str:
    """What makes two pieces of evidence two: another source, phrase or place, not how we comment on it."""
    return "\x1f".join((evidence.source, evidence.quote or "", evidence.locator or ""))
