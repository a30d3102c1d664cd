"""Terms that sources state in part: whether two can both be right, and what they say together."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from tracker.plan.term import Part, Term
from tracker.semantics.fields import canonical, compare_fields, identity, key_fields
from tracker.semantics.way import Delta, Setting

_PARTIAL = Setting(left_complete=False, right_complete=False)


def contradict(one: Term, other: Term) -> bool:
    """Whether two terms of one identity state different values. A value left out contradicts nothing.

    A list that holds all of the other's members is the fuller report, not another one.
    """
    for outcome in compare_fields(one, other, _PARTIAL):
        if isinstance(outcome, Delta) and not outcome.editorial and not _fuller(outcome.old, outcome.new):
            return True
    return False


def _fuller(old: Any, new: Any) -> bool:
    if isinstance(old, list | tuple) and isinstance(new, list | tuple):
        left, right = {str(item) for item in old}, {str(item) for item in new}
        return left <= right or right <= left
    return False


def together(one: Term, other: Term) -> Term:
    """The term that states what either states; of two lists the fuller one. They must not contradict."""
    return type(one).model_validate(_joined(one, other))


def _joined(one: BaseModel, other: BaseModel) -> dict[str, Any]:
    stated = one.model_fields_set | other.model_fields_set
    found: dict[str, Any] = {}
    for name in type(one).model_fields:
        if name not in stated:
            continue
        left, right = getattr(one, name), getattr(other, name)
        if left is None or right is None:
            found[name] = right if left is None else left
        elif isinstance(left, tuple) and isinstance(right, tuple):
            found[name] = _lists(left, right)
        else:
            found[name] = left
    return found


def _lists(left: tuple[Any, ...], right: tuple[Any, ...]) -> tuple[Any, ...]:
    if not any(isinstance(item, Part) for item in (*left, *right)):
        return left if len(left) >= len(right) else right
    parts: dict[str, Any] = {identity(part): part for part in left}
    for part in right:
        known = parts.get(identity(part))
        parts[identity(part)] = part if known is None else type(part).model_validate(_joined(known, part))
    return tuple(parts.values())


def facts_of(term: Term) -> frozenset[tuple[str, str]]:
    """What a term states beside its identity, each value with its place: for comparing how much is shared."""
    keys = key_fields(type(term))
    found: set[tuple[str, str]] = set()
    for name, value in canonical(term).items():
        if name not in keys and name != "kind":
            _flatten(name, value, found)
    return frozenset(found)


def _flatten(route: str, value: Any, found: set[tuple[str, str]]) -> None:
    if value is None:
        return
    if isinstance(value, dict):
        for key, item in value.items():
            if isinstance(item, dict):
                found.add((route, str(key)))
            _flatten(f"{route}/{key}", item, found)
    elif isinstance(value, list | tuple):
        found.update((route, str(item)) for item in value)
    else:
        found.add((route, str(value)))
