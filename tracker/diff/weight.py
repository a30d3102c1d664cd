"""How much a change matters among others: the kind of its terms times the kind of change.

The difference comes first, this judgement after it: a weight orders what a reader sees, and changes nothing
else. Each kind of term declares its own weight beside its fields; each kind of change has one here.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import NamedTuple

from tracker.diagnostic import did_you_mean
from tracker.diff.change import KINDS, Change, ChangeKind, Comparison
from tracker.errors import TrackerError
from tracker.plan.term import Term
from tracker.plan.terms import kind_named, kinds

MOST = 10
KIND_WEIGHTS: dict[ChangeKind, int] = {
    "added": 9,
    "removed": 9,
    "replaced": 9,
    "contested": 8,
    "modified": 8,
    "settled": 7,
    "left-open": 7,
    "deferred": 5,
    "split": 5,
    "merged": 5,
    "first-known": 3,
    "not-in-text": 2,
    "reworded": 1,
    "renumbered": 1,
    "not-reported": 0,
    "unchanged": 0,
}
"""Silence weighs nothing: that nobody reports on a point is no change of it."""


class Weight(NamedTuple):
    """The weight of one change, 0 to 100, and what it is made of."""

    value: int
    reason: str


@dataclass(frozen=True)
class Weights:
    """The weights in force: those declared, and what the user's settings put in their place."""

    overrides: Mapping[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, overrides: Mapping[str, int], where: str = "[tool.tracker.weight]") -> Weights:
        """Weights with a user's own. Raises TrackerError for a name or a number that makes no sense."""
        known = {*kinds(), *KINDS}
        for name, weight in overrides.items():
            if name not in known:
                near = did_you_mean(name, known)
                raise TrackerError(f"{where}: `{name}` is no kind of term and no kind of change", help=near)
            if not 0 <= weight <= MOST:
                raise TrackerError(
                    f"{where}: `{name} = {weight}`", help=f"a weight is a number from 0 to {MOST}"
                )
        return cls(dict(overrides))

    def of_term(self, kind: str) -> int:
        return self.overrides.get(kind, kind_named(kind).weight)

    def of_change(self, kind: ChangeKind) -> int:
        return self.overrides.get(kind, KIND_WEIGHTS[kind])


def weigh(change: Change, weights: Weights = Weights()) -> Weight:
    """The weight of a change: its weightiest term that changed, times the kind of change."""
    by_kind = weights.of_change(change.kind)
    heaviest = max(_terms(change), key=weights.of_term, default=None)
    by_term = weights.of_term(heaviest) if heaviest else Term.weight
    title = kind_named(heaviest).title if heaviest else "no typed term"
    said = KINDS[change.kind].tally
    return Weight(by_term * by_kind, f"{title} ({by_term}) x {said} ({by_kind})")


def weightiest(
    comparison: Comparison,
    most: int,
    weights: Weights = Weights(),
) -> tuple[tuple[Change, Weight], ...]:
    """At most that many changes, weightiest first; of equal weight the one with more typed changes."""
    found = [(change, weigh(change, weights)) for change in comparison.changes]
    found = [item for item in found if item[1].value]
    return tuple(sorted(found, key=lambda item: (-item[1].value, -_extent(item[0])))[:most])


def weights_table(weights: Weights = Weights()) -> tuple[tuple[str, str, int], ...]:
    """Every weight as (`term` or `change`, its name, its weight), terms first, weighty ones first."""
    terms = [("term", kind, weights.of_term(kind)) for kind in kinds()]
    changes = [("change", str(kind), weights.of_change(kind)) for kind in KINDS]
    return tuple(row for rows in (terms, changes) for row in sorted(rows, key=lambda row: (-row[2], row[1])))


def _extent(change: Change) -> int:
    return len(change.deltas) + sum(len(reading.deltas) for reading in change.readings)


def _terms(change: Change) -> Iterable[str]:
    """The kinds of the terms that differ; of all terms where none can be named, as in a removal."""
    return dict.fromkeys(_changed(change)) or dict.fromkeys(_all(change))


def _changed(change: Change) -> Iterator[str]:
    for delta in (*change.deltas, *(d for reading in change.readings for d in reading.deltas)):
        if delta.route[0] == "terms" and len(delta.route) > 1:
            yield str(delta.route[1]).split("/")[0].split("#")[0]


def _all(change: Change) -> Iterator[str]:
    for side in (*change.left, *change.right):
        yield from (term.kind_name() for term in side.provision.terms)
        for reading in side.provision.readings:
            yield from (term.kind_name() for term in reading.terms)
