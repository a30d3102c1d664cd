"""What a provision says: one file per kind of term. A module here *is* a kind; its name is the kind's."""

from __future__ import annotations

from functools import cache
from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.plan.term import Term


@cache
def kinds() -> tuple[str, ...]:
    """The names of all kinds, in alphabetical order, without importing them."""
    return tuple(sorted(module.name.replace("_", "-") for module in iter_modules(__path__)))


@cache
def kind_named(kind: str) -> type[Term]:
    """The model of one kind; KeyError if there is none of that name."""
    from tracker.plan.term import Term

    if kind not in kinds():
        raise KeyError(kind)
    module = import_module(f"{__name__}.{kind.replace('-', '_')}")
    found = [
        item
        for item in vars(module).values()
        if isinstance(item, type) and issubclass(item, Term) and item.__module__ == module.__name__
    ]
    if len(found) != 1 or found[0].kind_name() != kind:
        raise TypeError(f"{module.__name__} must define exactly one term, of kind `{kind}`")
    return found[0]


def all_kinds() -> dict[str, type[Term]]:
    """Every kind with its model; imports them all."""
    return {kind: kind_named(kind) for kind in kinds()}
