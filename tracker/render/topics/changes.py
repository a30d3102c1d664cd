"""The kinds of change that a diff tells apart."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.diff.change import KINDS
from tracker.diff.weight import KIND_WEIGHTS
from tracker.render.topic import Topic

FAMILY, ORDER = "change", 5


def topics() -> Iterator[Topic]:
    """One topic for each kind of change."""
    for kind, entry in KINDS.items():
        facts = [("weight", str(KIND_WEIGHTS[kind]))]
        if entry.mirror != kind:
            facts.append(("the other way round", entry.mirror))
        yield Topic(FAMILY, kind, entry.meaning, facts=tuple(facts), also=(entry.heading, entry.tally))
