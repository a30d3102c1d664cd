"""One value out of several that stand in an order: barred, conditional, … member."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, get_args

from tracker.semantics.way import Outcome, Setting, Toward, Way, is_literal
from tracker.semantics.words import arrow
from tracker.source import Route


class Scale(Way):
    """An ordered choice. `looser` says towards which end it loosens for the party bound.

    Words in `unranked` are values of the field that have no place in the order.
    """

    name = "scale"

    def __init__(
        self,
        *order: str,
        looser: Literal["later", "earlier"] | None = None,
        unranked: tuple[str, ...] = (),
        say: dict[str, str] | None = None,
    ):
        self.order = order
        self.looser = looser
        self.unranked = unranked
        self.words = say or {}

    def accepts(self, kind: Any) -> bool:
        return is_literal(kind) and set(get_args(kind)) <= {*self.order, *self.unranked}

    def phrase(self, value: Any, setting: Setting) -> str:
        return self.words.get(value) or setting.say(value)

    def differ(self, old: Any, new: Any, setting: Setting, label: str, route: Route) -> Iterator[Outcome]:
        words = arrow(self.phrase(old, setting), self.phrase(new, setting))
        yield self.delta(old, new, words, label, route, self._toward(old, new))

    def _toward(self, old: Any, new: Any) -> Toward | None:
        if self.looser is None or old not in self.order or new not in self.order:
            return None
        later = self.order.index(new) > self.order.index(old)
        return "loosens" if later == (self.looser == "later") else "tightens"
