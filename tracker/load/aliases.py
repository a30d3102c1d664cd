"""What `*name` stands for, within bounds: a few lines of aliases can mean billions of values."""

from __future__ import annotations

from typing import Any

from tracker.load.events import MAX_DEPTH
from tracker.load.faults import Faults
from tracker.source import Route

MAX_ALIASES = 100
MAX_EXPANDED = 10_000
"""Values that all aliases of a file may stand for together."""

OPEN = object()
"""What an anchor stands for while its own value is still being read."""


class Aliases:
    """Counts what the aliases of one file add up to."""

    def __init__(self, faults: Faults) -> None:
        self._faults = faults
        self._count = 0
        self._expanded = 0

    def expand(self, event: Any, anchors: dict[str, Any], depth: int, route: Route) -> Any:
        """The anchored value itself, not a copy; None, with a diagnostic, where there is none."""
        name = event.anchor
        if name not in anchors:
            self._faults.alias(event, f"`*{name}` stands for nothing: no `&{name}` above it", route)
            return None
        value = anchors[name]
        if value is OPEN:
            self._faults.alias(event, f"`*{name}` stands inside the value that it stands for", route)
            return None
        self._count += 1
        if self._count > MAX_ALIASES:
            raise self._faults.fatal("alias", event, f"the file has more than {MAX_ALIASES} aliases")
        nodes, height = _weigh(value, MAX_EXPANDED - self._expanded)
        self._expanded += nodes
        if self._expanded > MAX_EXPANDED:
            message = f"the aliases of the file stand for more than {MAX_EXPANDED:,} values"
            raise self._faults.fatal("alias", event, message)
        if depth + height > MAX_DEPTH:
            message = f"with this alias more than {MAX_DEPTH} lists and mappings stand inside one another"
            raise self._faults.fatal("depth", event, message)
        return value


def _weigh(value: object, budget: int) -> tuple[int, int]:
    """How many values there are, expanded, and how deep; counting stops above the budget."""
    nodes = deepest = 0
    waiting = [(value, 0)]
    while waiting and nodes <= budget:
        item, depth = waiting.pop()
        nodes += 1
        if isinstance(item, dict):
            children: Any = item.values()
        elif isinstance(item, tuple):
            children = item
        else:
            continue
        deepest = max(deepest, depth + 1)
        waiting.extend((child, depth + 1) for child in children)
    return nodes, deepest
