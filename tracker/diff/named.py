"""Which ids a provision names: parties, places, treaties, bodies, and whoever holds a position."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tracker.plan.model import Provision
from tracker.plan.term import Part, Term


def named(provision: Provision) -> Iterator[str]:
    """Every id in the terms and positions of a provision, with repetitions."""
    for term in provision.terms:
        yield from _ids(term)
    for reading in provision.readings:
        yield from reading.held_by or ()
        for term in reading.terms:
            yield from _ids(term)


def _ids(value: Any) -> Iterator[str]:
    if isinstance(value, Term | Part):
        for name in value.model_fields_set:
            yield from _ids(getattr(value, name))
    elif isinstance(value, tuple):
        for item in value:
            yield from _ids(item)
    elif isinstance(value, str):
        yield value
