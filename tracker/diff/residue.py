"""deepdiff as auditor: whatever is left beyond the typed changes is reported, never passed over."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from tracker.diff.change import Side
from tracker.diff.combined import canonical
from tracker.source import Route


def unexplained(left: Sequence[Side], right: Sequence[Side], explained: Iterable[Route]) -> tuple[str, ...]:
    """The places at which two groups of provisions differ and no explained route leads, in words.

    Both sides are seen as plain data keyed by identity; a route explains what it names and all below.
    """
    before, after = canonical(left), canonical(right)
    return () if before == after else remaining(before, after, explained)


def remaining(
    before: Mapping[str, Any], after: Mapping[str, Any], explained: Iterable[Route]
) -> tuple[str, ...]:
    """What deepdiff finds between two mappings once all that is explained is taken out of both.

    Taken out first: the same is found as by asking deepdiff first and striking out what is explained, but
    where nothing is left, which is nearly always, deepdiff is neither loaded nor run.
    """
    known = _tree(explained)
    before, after = _without(before, known), _without(after, known)
    if before == after:
        return ()
    from deepdiff import DeepDiff

    tree = DeepDiff(before, after, view="tree", ignore_order=False, threshold_to_diff_deeper=0)
    routes = {tuple(item.path(output_format="list")) for items in tree.values() for item in items}
    return tuple(sorted(".".join(map(str, route)) for route in routes))


_Tree = dict[Any, Any]
"""Routes as nested mappings; an empty one is the end of a route, and explains all below."""


def _tree(routes: Iterable[Route]) -> _Tree:
    tree: _Tree = {}
    # long ones first: what a short one explains as a whole replaces the details
    for route in sorted(routes, key=len, reverse=True):
        here = tree
        for step in route[:-1]:
            here = here.setdefault(step, {})
        here[route[-1]] = {}
    return tree


def _without(data: Mapping[str, Any], known: _Tree) -> dict[str, Any]:
    """The data without what the routes lead to."""
    return {
        key: _without(value, known[key]) if key in known and isinstance(value, Mapping) else value
        for key, value in data.items()
        if key not in known or known[key]
    }
