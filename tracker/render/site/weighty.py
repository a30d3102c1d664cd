"""The changes that weigh most, over all steps from one version to the next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.diff.change import KINDS, Change, Comparison

_LIGHT = ("unchanged", "reworded", "renumbered", "not-reported", "not-in-text")


@dataclass(frozen=True)
class Weighty:
    comparison: Comparison
    change: Change
    weight: int


def weighty(comparisons: Iterable[Comparison], most: int) -> tuple[Weighty, ...]:
    """At most that many changes, the weightiest first; the same lineage once, at its weightiest."""
    found = [
        Weighty(comparison, change, _weigh(change))
        for comparison in comparisons
        for change in comparison.changes
        if change.kind not in _LIGHT
    ]
    chosen: dict[tuple[str, ...], Weighty] = {}
    for item in sorted(found, key=lambda item: -item.weight):
        if not any(set(item.change.lineages) & set(known) for known in chosen):
            chosen[item.change.lineages] = item
    return tuple(chosen.values())[:most]


def _weigh(change: Change) -> int:
    order = list(KINDS)
    return (len(order) - order.index(change.kind)) * 10 + len(change.deltas)
