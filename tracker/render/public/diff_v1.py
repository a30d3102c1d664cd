"""`tracker diff --format json`, version 1. Within a version keys are only ever added."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from tracker.diff.change import Change, Comparison, ReadingChange, Side
from tracker.diff.weight import weigh
from tracker.load.document import Document
from tracker.plan.model import Evidence, Plan
from tracker.semantics.way import Delta, Outcome, Unstated
from tracker.semantics.words import text_of
from tracker.source import Route

NAME, VERSION = "diff", 1


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")


class VersionHead(Shape):
    """One side: its reference, the text it describes, and the file it was read from."""

    ref: str
    version: str
    title: str
    date: str | None
    text: str
    file: str


class Place(Shape):
    """A provision in its file; line and column count from 1."""

    version: str
    lineage: str
    point: str | None
    title: str
    presence: str
    file: str
    line: int
    column: int


class TypedChange(Shape):
    """A change of one field. `old` and `new` are written as in plan files; `text` says it in words."""

    way: str
    label: str
    route: list[str | int]
    old: Any
    new: Any
    text: str
    toward: Literal["loosens", "tightens"] | None
    bound: list[str]
    editorial: bool
    detail: dict[str, str]


class NotStated(Shape):
    """A field that one side states and the other, not being a full text, does not: never a change."""

    label: str
    route: list[str | int]
    value: Any
    silent: Literal["left", "right"]


class Source(Shape):
    source: str
    quote: str | None
    locator: str | None
    hedge: str
    speaker: str | None
    verified: bool
    supports: str
    may_belong_to: str | None


class ReadingOfIt(Shape):
    """One of several values, held against the other side."""

    side: Literal["left", "right"]
    because: str
    held_by: list[str]
    rank: int | None
    summary: str | None
    presence: str
    changes: list[TypedChange]
    not_stated: list[NotStated]
    evidence: list[Source]


class ChangeOfIt(Shape):
    """What became of one provision, or of several together."""

    kind: str
    lineages: list[str]
    title: str
    basis: str
    left: list[Place]
    right: list[Place]
    known: list[str] = Field(description="the nearest versions that tell of it, where one side does not")
    renumbered: bool
    changes: list[TypedChange]
    not_stated: list[NotStated]
    readings: list[ReadingOfIt]
    evidence_left: list[Source]
    evidence_right: list[Source]
    unexplained: list[str]
    weight: int = Field(description="0 to 100; `tracker explain weight` says how it is made")
    weight_reason: str


class Diff(Shape):
    """A comparison of two versions of a plan."""

    format: Literal["tracker.diff"] = "tracker.diff"
    format_version: Literal[1] = 1
    left: VersionHead
    right: VersionHead
    counts: dict[str, int]
    changes: list[ChangeOfIt]


def data(comparison: Comparison, left: Document[Plan], right: Document[Plan]) -> dict[str, Any]:
    """The public data of a comparison, with the place of every provision in the two files."""
    files = {id(comparison.left.plan): left, id(comparison.right.plan): right}
    shaped = Diff(
        left=_head(comparison, "left", left),
        right=_head(comparison, "right", right),
        counts={**comparison.counts(), "unexplained": comparison.unexplained},
        changes=[_change(change, files) for change in comparison.changes],
    )
    return shaped.model_dump(mode="json")


def schema() -> dict[str, Any]:
    """The JSON Schema of this version."""
    return Diff.model_json_schema()


def _head(comparison: Comparison, side: Literal["left", "right"], document: Document[Plan]) -> VersionHead:
    version = comparison.left if side == "left" else comparison.right
    plan = version.plan
    date = plan.date.isoformat() if plan.date else None
    return VersionHead(
        ref=version.ref,
        version=plan.version,
        title=plan.title,
        date=date,
        text=plan.text,
        file=document.source.name,
    )


def _change(change: Change, files: dict[int, Document[Plan]]) -> ChangeOfIt:
    weight = weigh(change)
    return ChangeOfIt(
        kind=change.kind,
        lineages=list(change.lineages),
        title=change.title,
        basis=change.basis,
        left=[_place(side, files) for side in change.left],
        right=[_place(side, files) for side in change.right],
        known=[f"{side.version.ref}:{side.provision.id}" for side in change.known],
        renumbered=change.renumbered,
        changes=_typed(change.outcomes),
        not_stated=_unstated(change.outcomes),
        readings=[_reading(reading) for reading in change.readings],
        evidence_left=_sources(change.evidence("left")),
        evidence_right=_sources(change.evidence("right")),
        unexplained=list(change.unexplained),
        weight=weight.value,
        weight_reason=weight.reason,
    )


def _place(side: Side, files: dict[int, Document[Plan]]) -> Place:
    document = files[id(side.version.plan)]
    at = document.source.position(document.span(side.route).start)
    provision = side.provision
    return Place(
        version=side.version.ref,
        lineage=provision.id,
        point=provision.point,
        title=provision.title,
        presence=provision.presence,
        file=document.source.name,
        line=at.line,
        column=at.column,
    )


def _reading(change: ReadingChange) -> ReadingOfIt:
    reading = change.reading
    return ReadingOfIt(
        side=change.side,
        because=reading.because,
        held_by=list(reading.held_by or ()),
        rank=reading.rank,
        summary=reading.summary,
        presence=reading.presence,
        changes=_typed(change.outcomes),
        not_stated=_unstated(change.outcomes),
        evidence=_sources(reading.evidence),
    )


def _typed(outcomes: Iterable[Outcome]) -> list[TypedChange]:
    return [
        TypedChange(
            way=o.way,
            label=o.label,
            route=_route(o.route),
            old=o.old,
            new=o.new,
            text=text_of(o.words),
            toward=o.toward,
            bound=list(o.bound),
            editorial=o.editorial,
            detail=dict(o.detail),
        )
        for o in outcomes
        if isinstance(o, Delta)
    ]


def _unstated(outcomes: Iterable[Outcome]) -> list[NotStated]:
    return [
        NotStated(label=o.label, route=_route(o.route), value=o.value, silent=o.silent)
        for o in outcomes
        if isinstance(o, Unstated)
    ]


def _route(route: Route) -> list[str | int]:
    return list(route)


def _sources(evidence: Sequence[Evidence]) -> list[Source]:
    return [Source(**item.model_dump(exclude={"note"})) for item in evidence]
