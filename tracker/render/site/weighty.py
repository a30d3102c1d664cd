"""The changes that weigh most, over all steps from one version to the next."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from tracker.diff.change import Change, Comparison
from tracker.diff.weight import Weight, Weights, weigh


@dataclass(frozen=True)
class Weighty:
    comparison: Comparison
    change: Change
    weight: Weight


def weighty(comparisons: Iterable[Comparison], weights: Weights, most: int) -> tuple[Weighty, ...]:
    """At most that many changes, the weightiest first; the same lineage once, at its weightiest."""
    found = [
        Weighty(comparison, change, weigh(change, weights))
        for comparison in comparisons
        for change in comparison.changes
    ]
    chosen: list[Weighty] = []
    seen: set[str] = set()
    for item in sorted(found, key=lambda item: -item.weight.value):
        if item.weight.value > 0 and seen.isdisjoint(item.change.lineages):
            chosen.append(item)
            seen.update(item.change.lineages)
    return tuple(chosen[:most])
