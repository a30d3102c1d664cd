"""Provisions as one: what a group of them says together, term by term."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from tracker.diff.change import Side
from tracker.plan.model import Reading
from tracker.plan.term import Term
from tracker.semantics.fields import canonical as values_of
from tracker.semantics.fields import fields_of, identity
from tracker.semantics.way import plain


def terms_of(sides: Sequence[Side]) -> dict[str, Term]:
    """All terms by identity. Terms of the same identity in several provisions are put together where their
    values do not contradict one another; where they do, the later one gets an identity of its own (`#2`).
    """
    found: dict[str, Term] = {}
    for side in sides:
        for term in side.provision.terms:
            key = identity(term)
            if key not in found:
                found[key] = term
            elif (both := united(found[key], term)) is not None:
                found[key] = both
            else:
                found[f"{key}#{sum(k.split('#')[0] == key for k in found) + 1}"] = term
    return found


def united(first: Term, second: Term) -> Term | None:
    """Both terms in one: lists joined, a value that only one states taken over; None if they contradict."""
    values: dict[str, Any] = {}
    for field in fields_of(type(first)):
        one, other = getattr(first, field.name), getattr(second, field.name)
        if one == other or other is None:
            values[field.name] = one
        elif one is None:
            values[field.name] = other
        elif isinstance(one, tuple) and isinstance(other, tuple):
            values[field.name] = one + tuple(item for item in other if item not in one)
        else:
            return None
    return first.model_copy(update=values)


def terms_of_reading(reading: Reading) -> dict[str, Term]:
    """The terms of one reading by identity."""
    return {identity(term): term for term in reading.terms}


def canonical(sides: Sequence[Side]) -> dict[str, Any]:
    """What provisions say, keyed by identity, without order: what the auditor compares.

    Left out, as they are no part of what a provision says: its evidence, and `was`, which is history.
    """
    provisions = [side.provision for side in sides]
    return {
        **{
            name: " / ".join(dict.fromkeys(str(getattr(p, name)) for p in provisions))
            for name in ("point", "title", "issue", "summary", "modality", "presence", "deferred_to")
        },
        "terms": {key: values_of(term) for key, term in terms_of(sides).items()},
        "readings": {
            f"{p.id}:{i}": reading_values(reading) for p in provisions for i, reading in enumerate(p.readings)
        },
    }


def reading_values(reading: Reading) -> dict[str, Any]:
    """What a reading says, without its evidence."""
    said = {name: plain(getattr(reading, name)) for name in type(reading).model_fields if name != "evidence"}
    said["terms"] = {identity(term): values_of(term) for term in reading.terms}
    return said
