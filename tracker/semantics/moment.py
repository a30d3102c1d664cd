"""When: a deadline as a span of time, a date, or words such as "as soon as possible"."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any, Literal

from tracker.semantics.quantity import Quantity
from tracker.semantics.way import Outcome, Setting, Toward, Way, is_literal
from tracker.semantics.words import arrow
from tracker.source import Route


class Moment(Way):
    """A deadline. `looser`: whether later or earlier is looser; words have no place on the line of time."""

    name = "moment"

    def __init__(self, *, looser: Literal["later", "earlier"] | None = None):
        self.looser = looser

    def accepts(self, kind: Any) -> bool:
        return kind in (date, Quantity) or is_literal(kind)

    def differ(self, old: Any, new: Any, setting: Setting, label: str, route: Route) -> Iterator[Outcome]:
        words = arrow(setting.say(old), setting.say(new))
        yield self.delta(old, new, words, label, route, self._toward(old, new))

    def _toward(self, old: Any, new: Any) -> Toward | None:
        if self.looser is None:
            return None
        if isinstance(old, Quantity) and isinstance(new, Quantity) and old.comparable(new):
            later, earlier = new.magnitude() > old.magnitude(), new.magnitude() < old.magnitude()
        elif isinstance(old, date) and isinstance(new, date):
            later, earlier = new > old, new < old
        else:
            return None
        if later == earlier:  # 7 days and a week are the same moment
            return None
        return "loosens" if later == (self.looser == "later") else "tightens"
