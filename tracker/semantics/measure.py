"""Numbers and quantities: how much, and by how much it moved."""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Any, Literal

from tracker.semantics.quantity import Quantity, number_text
from tracker.semantics.way import NONE, Outcome, Setting, Toward, Way, is_literal
from tracker.semantics.words import Word, arrow
from tracker.source import Route


class Measure(Way):
    """A number with its unit (`personnel`), a quantity that carries its own, or a word such as `remainder`.

    `looser`: which way is looser for the party bound, `higher` or `lower`; None if neither is.
    An explicit `none` counts as beyond any number when higher is looser (no limit), else as nothing.
    """

    name = "measure"

    def __init__(
        self, unit: str = "", *, looser: Literal["higher", "lower"] | None = None, none: str = "none"
    ):
        self.unit = unit
        self.looser = looser
        self.none = none

    def accepts(self, kind: Any) -> bool:
        return kind in (int, Decimal, Quantity) or is_literal(kind)

    def phrase(self, value: Any, setting: Setting) -> str:
        if value == NONE:
            return self.none
        said = setting.say(value)
        return f"{said} {self.unit}" if self.unit and isinstance(value, int) else said

    def differ(self, old: Any, new: Any, setting: Setting, label: str, route: Route) -> Iterator[Outcome]:
        same_unit = isinstance(old, int) and isinstance(new, int)
        before = setting.say(old) if same_unit else self.phrase(old, setting)
        words = arrow(before, self.phrase(new, setting))
        detail: tuple[tuple[str, str], ...] = ()
        if step := self._step(old, new):
            words += (Word(f" ({', '.join(step.values())})"),)
            detail = tuple(step.items())
        yield self.delta(old, new, words, label, route, self._toward(old, new), detail)

    def _step(self, old: Any, new: Any) -> dict[str, str]:
        """The signed difference and the percentage, where both sides are numbers in one unit."""
        first, second = _number(old), _number(new)
        if first is None or second is None or _unit(old) != _unit(new):
            return {}
        difference = second - first
        unit = " points" if _unit(old) == "%" else ""
        step = {"difference": f"{'+' if difference > 0 else '-'}{number_text(abs(difference))}{unit}"}
        if first and _unit(old) != "%":
            share = difference / first * 100
            # a share that rounds to nothing, or a million times the old value, tells the reader nothing
            if Decimal("0.05") < abs(share) < 10**8:
                step["percent"] = f"{share:+.1f}%"
        return step

    def _toward(self, old: Any, new: Any) -> Toward | None:
        if self.looser is None or (
            isinstance(old, Quantity) and isinstance(new, Quantity) and not old.comparable(new)
        ):
            return None
        first, second = self._rank(old), self._rank(new)
        if first is None or second is None or first == second:
            return None
        return "loosens" if (second > first) == (self.looser == "higher") else "tightens"

    def _rank(self, value: Any) -> Decimal | None:
        if value == NONE:
            return Decimal("Infinity") if self.looser == "higher" else Decimal("-Infinity")
        return value.magnitude() if isinstance(value, Quantity) else _number(value)


def _number(value: Any) -> Decimal | None:
    if isinstance(value, Quantity):
        return value.value
    return Decimal(value) if isinstance(value, int | Decimal) else None


def _unit(value: Any) -> str:
    return value.unit if isinstance(value, Quantity) else ""
