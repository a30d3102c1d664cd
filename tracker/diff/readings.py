"""Readings of contested and open provisions, each held against the other side."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import replace

from tracker.diff.align import Group
from tracker.diff.change import ReadingChange
from tracker.diff.combined import reading_values, terms_of, terms_of_reading
from tracker.diff.state import GONE
from tracker.diff.terms import term_outcomes
from tracker.plan.model import Reading
from tracker.plan.term import Term
from tracker.semantics.way import Outcome, Setting


def reading_changes(group: Group, setting: Setting) -> Iterator[ReadingChange]:
    """Each reading against the other side; readings that both sides share are left out."""
    for here, there, name in ((group.right, group.left, "right"), (group.left, group.right, "left")):
        shared = [reading_values(r) for side in there for r in side.provision.readings]
        against = terms_of(there)
        for side in here:
            for i, reading in enumerate(side.provision.readings):
                if reading_values(reading) in shared:
                    continue
                # a reading is never a full text: what it leaves out is not stated
                yield ReadingChange(
                    side=name,  # type: ignore[arg-type]
                    provision=side.provision.id,
                    reading=reading,
                    outcomes=tuple(_reading_outcomes(reading, against, setting, name)),
                    route=("readings", f"{side.provision.id}:{i}"),
                )


def _reading_outcomes(
    reading: Reading, against: Mapping[str, Term], setting: Setting, side: str
) -> Iterator[Outcome]:
    if reading.presence in (*GONE, "deferred") or not reading.terms:
        return
    if side == "right":
        yield from term_outcomes(against, terms_of_reading(reading), replace(setting, right_complete=False))
    else:
        yield from term_outcomes(terms_of_reading(reading), against, replace(setting, left_complete=False))
