"""A part of a comparison: by kind of change, issue, or party. What is left out is not counted."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace

from tracker.diagnostic import did_you_mean
from tracker.diff.change import KINDS, Change, Comparison
from tracker.diff.named import named
from tracker.errors import TrackerError
from tracker.plan.issues import ISSUES


def select(
    comparison: Comparison,
    *,
    kinds: Sequence[str] = (),
    issues: Sequence[str] = (),
    parties: Sequence[str] = (),
) -> Comparison:
    """The changes that fit one of the words given for each question asked.

    Raises TrackerError for a kind, issue or party that nobody knows.
    """
    for kind in kinds:
        if kind not in KINDS:
            raise TrackerError(f"`{kind}` is no kind of change", help=did_you_mean(kind, KINDS, listing=20))
    for issue in issues:
        if issue not in ISSUES and not any(code.startswith(f"{issue}.") for code in ISSUES):
            raise TrackerError(f"`{issue}` is not an issue code", help=did_you_mean(issue, ISSUES))
    for party in parties:
        if comparison.names and party not in comparison.names:
            raise TrackerError(f"`{party}` is not a known party", help=did_you_mean(party, comparison.names))
    chosen = tuple(
        change
        for change in comparison.changes
        if (not kinds or change.kind in kinds)
        and (not issues or any(_about(change, issue) for issue in issues))
        and (not parties or not set(parties).isdisjoint(_named(change)))
    )
    return replace(comparison, changes=chosen)


def _about(change: Change, issue: str) -> bool:
    codes = {side.provision.issue for side in (*change.left, *change.right)}
    return any(code == issue or code.startswith(f"{issue}.") for code in codes)


def _named(change: Change) -> Iterator[str]:
    """Every id that a term or a position of the change names."""
    for side in (*change.left, *change.right):
        yield from named(side.provision)
