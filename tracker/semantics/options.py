"""A choice left open between several values: 5, 10 or 40 km."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from tracker.semantics.quantity import Quantity
from tracker.semantics.way import Outcome, Setting, Way, arms
from tracker.semantics.words import arrow
from tracker.source import Route


class Options(Way):
    """Quantities of which one is to be chosen; their order has no meaning."""

    name = "options"

    def accepts(self, kind: Any) -> bool:
        return get_origin(kind) is tuple and arms(get_args(kind)[0]) == (Quantity,)

    def phrase(self, value: Any, setting: Setting) -> str:
        return " or ".join(map(setting.say, value)) if isinstance(value, tuple) else setting.say(value)

    def canonical(self, value: Any) -> Any:
        return sorted(map(str, value)) if isinstance(value, tuple) else value

    def differ(self, old: Any, new: Any, setting: Setting, label: str, route: Route) -> Iterator[Outcome]:
        if frozenset(old or ()) == frozenset(new or ()):
            return
        yield self.delta(old, new, arrow(self.phrase(old, setting), self.phrase(new, setting)), label, route)
