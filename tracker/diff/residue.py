"""deepdiff as auditor: whatever it finds beyond the typed changes is reported, never passed over."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from tracker.diff.change import Side
from tracker.diff.combined import canonical
from tracker.source import Route


def unexplained(left: Sequence[Side], right: Sequence[Side], explained: Iterable[Route]) -> tuple[str, ...]:
    """The places at which two groups of provisions differ and no explained route leads, in words.

    deepdiff sees both sides as plain data keyed by identity; a route explains what it names and all below.
    """
    before, after = canonical(left), canonical(right)
    if before == after:
        return ()
    from deepdiff import DeepDiff

    tree = DeepDiff(before, after, view="tree", ignore_order=False, threshold_to_diff_deeper=0)
    routes = {tuple(item.path(output_format="list")) for items in tree.values() for item in items}
    known = set(explained)
    rest = [route for route in routes if not any(route[:n] in known for n in range(1, len(route) + 1))]
    return tuple(sorted(_words(route) for route in rest))


def _words(route: Sequence[Any]) -> str:
    return ".".join(map(str, route))
