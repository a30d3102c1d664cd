"""What each version changed in the ones that it revises: the comparisons that a changelog tells of."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from tracker.diff.change import Change, Comparison, Version
from tracker.diff.compare import compare
from tracker.diff.weight import Weight, Weights, weightiest
from tracker.load.graph import ancestors, history
from tracker.plan.model import Plan

FIRST = 5
"""So many changes are named before all others."""


@dataclass(frozen=True)
class Step:
    """One version against one that it revises; `weighty`: the changes to name first."""

    comparison: Comparison
    weighty: tuple[tuple[Change, Weight], ...]


@dataclass(frozen=True)
class Release:
    """One version: a step from each version that it revises, none for a root. `missing`: those not here."""

    version: Version
    steps: tuple[Step, ...]
    missing: tuple[str, ...] = ()


@dataclass(frozen=True)
class Changelog:
    """Versions, newest first. `weights`: what put the weighty changes first."""

    releases: tuple[Release, ...]
    names: Mapping[str, str] = field(default_factory=dict)
    weights: Weights = field(default_factory=Weights)


def changelog(
    chosen: Sequence[str],
    versions: Mapping[str, Plan],
    names: Mapping[str, str] | None = None,
    weights: Weights | None = None,
) -> Changelog:
    """The changelog of some of the versions known, each against all that it revises."""
    weights = weights or Weights()
    releases = (_release(ref, versions, names or {}, weights) for ref in newest_first(chosen, versions))
    return Changelog(tuple(releases), dict(names or {}), weights)


def newest_first(chosen: Sequence[str], versions: Mapping[str, Plan]) -> list[str]:
    """References by date; on one day what revises or draws on another stands before it."""

    def age(ref: str) -> tuple[str, int, str]:
        date = versions[ref].date
        return (date.isoformat() if date else "", len(ancestors(ref, versions)), ref)

    return sorted(dict.fromkeys(chosen), key=age, reverse=True)


def _release(ref: str, versions: Mapping[str, Plan], names: Mapping[str, str], weights: Weights) -> Release:
    version = Version(ref, versions[ref])
    steps = []
    for parent in version.plan.revises:
        if parent in versions and parent != ref:
            left = Version(parent, versions[parent])
            comparison = compare(left, version, names=names, history=history(parent, ref, versions))
            steps.append(Step(comparison, weightiest(comparison, FIRST, weights)))
    missing = tuple(parent for parent in version.plan.revises if parent not in versions)
    return Release(version, tuple(steps), missing)
