"""Quantities as plans state them: money, shares, durations, distances, areas."""

from __future__ import annotations

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

Dimension = Literal["money", "share", "duration", "distance"]

_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_HOURS = {
    "hour": Decimal(1),
    "day": Decimal(24),
    "week": Decimal(7 * 24),
    "month": Decimal("730.485"),
    "year": Decimal("8765.82"),
}
"""Counted in hours, not days: a 24th has no exact decimal, and 168 hours must equal 7 days."""
_METRES = {"m": Decimal(1), "km": Decimal(1000)}
_NUMBER = r"(?P<number>\d{1,3}(?:,\d{3}){1,4}(?:\.\d{1,12})?|\d{1,15}(?:\.\d{1,12})?)"
"""At most 27 digits: decimals are exact up to 28."""
FORMS: dict[Dimension, re.Pattern[str]] = {
    "money": re.compile(_NUMBER + r"(?: (?P<scale>thousand|million|billion|trillion))? (?P<unit>[A-Z]{3})"),
    "share": re.compile(_NUMBER + r" ?(?P<unit>%)"),
    "duration": re.compile(_NUMBER + r" (?P<unit>hour|day|week|month|year)s?"),
    "distance": re.compile(_NUMBER + r" (?P<unit>km|m)"),
}
EXAMPLES: dict[Dimension, str] = {
    "money": "100 billion USD",
    "share": "50%",
    "duration": "100 days",
    "distance": "40 km",
}


def number_text(value: int | Decimal) -> str:
    """A number with thousands separators and no trailing zeros: `600,000`, `33.3`."""
    if isinstance(value, Decimal):
        value = value.normalize()
        if value == value.to_integral_value():
            value = int(value)
    return f"{value:,}" if isinstance(value, int) else f"{value:,f}"


@dataclass(frozen=True, slots=True)
class Quantity:
    """A number and its unit. Units: an ISO 4217 code, `%`, `hour` … `year`, `m` or `km`."""

    value: Decimal
    unit: str

    @classmethod
    def parse(cls, text: str, dimension: Dimension) -> Quantity:
        """Read a quantity as a plan file writes it; ValueError says what was expected."""
        found = FORMS[dimension].fullmatch(text.strip())
        if not found:
            raise ValueError(f"not a {dimension}: write it like `{EXAMPLES[dimension]}`")
        parts = found.groupdict()
        value = Decimal(parts["number"].replace(",", ""))
        return cls(value * _SCALES.get(parts.get("scale") or "", 1), parts["unit"])

    @property
    def dimension(self) -> Dimension:
        if self.unit == "%":
            return "share"
        if self.unit in _HOURS:
            return "duration"
        return "distance" if self.unit in _METRES else "money"

    def comparable(self, other: Quantity) -> bool:
        """Whether more and less mean something between the two: never across currencies."""
        return self.unit == other.unit or (self.dimension == other.dimension != "money")

    def magnitude(self) -> Decimal:
        """The value in the dimension's base unit: hours, metres, per cent, or the currency itself."""
        return self.value * _HOURS.get(self.unit, _METRES.get(self.unit, Decimal(1)))

    def __str__(self) -> str:
        if self.unit == "%":
            return f"{number_text(self.value)}%"
        if self.unit in _HOURS:
            return f"{number_text(self.value)} {self.unit}{'' if self.value == 1 else 's'}"
        if self.unit in _METRES:
            return f"{number_text(self.value)} {self.unit}"
        for name, scale in reversed(_SCALES.items()):
            if self.value >= scale >= 10**6 and (self.value * 1000) % scale == 0:
                return f"{number_text(self.value / scale)} {name} {self.unit}"
        return f"{number_text(self.value)} {self.unit}"
