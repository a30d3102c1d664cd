"""Numbers in words and in typed terms, brought to one form so that they can be held beside one another."""

from __future__ import annotations

import re
from collections.abc import Iterable
from decimal import Decimal
from typing import TYPE_CHECKING

from pydantic import BaseModel

from tracker.semantics.quantity import Quantity, number_text

if TYPE_CHECKING:
    from tracker.plan.term import Term

Figures = dict[str, dict[tuple[str, Decimal], str]]
"""By way of counting (`count`, `money`, `share`, `duration`, `distance`): amounts, with their words."""

_SCALES = {"thousand": 10**3, "million": 10**6, "billion": 10**9, "trillion": 10**12}
_SCALES |= {"k": 10**3, "m": 10**6, "mn": 10**6, "bn": 10**9, "tn": 10**12}
_CURRENCIES = {
    "$": "USD",
    "us$": "USD",
    "€": "EUR",
    "£": "GBP",
    "dollar": "USD",
    "euro": "EUR",
    "pound": "GBP",
}
_SMALL = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten", "eleven", "twelve"]
_WORDS = {word: Decimal(i) for i, word in enumerate(_SMALL, 1)}
_WORDS |= {"fifteen": Decimal(15), "twenty": Decimal(20), "thirty": Decimal(30), "fifty": Decimal(50)}
_WORDS |= {"sixty": Decimal(60), "ninety": Decimal(90), "hundred": Decimal(100), "a hundred": Decimal(100)}

_NUMBER = r"(?P<number>\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d{1,15}(?:\.\d{1,9})?)"
_SPELT = rf"(?:{_NUMBER}|(?P<spelt>{'|'.join(sorted(_WORDS, key=len, reverse=True))}))"
_SCALE = r"(?:[ -]?(?P<scale>thousand|million|billion|trillion|bn|mn|tn|k|m))?"
_MONEY_BEFORE = re.compile(rf"(?P<sign>US\$|[$€£]) ?{_NUMBER}{_SCALE}\b", re.IGNORECASE)
_MONEY_AFTER = re.compile(rf"\b{_NUMBER}{_SCALE}[ -](?P<sign>[A-Z]{{3}}\b|dollar|euro|pound)")
_SHARE = re.compile(rf"\b{_NUMBER} ?(?:%|per ?cent\b)", re.IGNORECASE)
_DURATION = re.compile(rf"\b{_SPELT}[ -](?P<unit>hour|day|week|month|year)s?\b", re.IGNORECASE)
_DISTANCE = re.compile(rf"\b{_NUMBER}[ -]?(?P<unit>km|kilomet(?:re|er)s?)\b", re.IGNORECASE)
_COUNT = re.compile(
    r"(?<![\d.,$€£])(?P<number>\d{1,3}(?:,\d{3})+|\d{5,15})(?![\d.,]*\d)|(?<![\d.,$€£])"
    r"(?P<part>\d{1,4}(?:\.\d{1,3})?)[ -](?P<scale>thousand|million)\b"
)

_HINT = re.compile(r"\d|hour|day|week|month|year", re.IGNORECASE)
"""A figure is in digits, or in words before a unit of time."""


def figures_in(text: str) -> Figures:
    """The numbers of a text whose unit is plain; a bare number counts only if it is large."""
    found: Figures = {}
    if not _HINT.search(text):
        return found
    rest = text
    for pattern in (_MONEY_BEFORE, _MONEY_AFTER):
        for match in pattern.finditer(rest):
            sign = match["sign"]
            unit = _CURRENCIES.get(sign.lower(), sign)
            value = _decimal(match["number"]) * _SCALES.get((match["scale"] or "").lower(), 1)
            _note(found, "money", unit, value, match[0])
        rest = pattern.sub(" | ", rest)
    for match in _SHARE.finditer(rest):
        _note(found, "share", "%", _decimal(match["number"]), match[0])
    for match in _DURATION.finditer(rest):
        value = _decimal(match["number"]) if match["number"] else _WORDS[match["spelt"].lower()]
        magnitude = Quantity(value, match["unit"].lower()).magnitude()
        _note(found, "duration", "hour", magnitude, match[0])
    for match in _DISTANCE.finditer(rest):
        _note(found, "distance", "m", _decimal(match["number"]) * 1000, match[0])
    for pattern in (_SHARE, _DURATION, _DISTANCE):
        rest = pattern.sub(" | ", rest)
    for match in _COUNT.finditer(rest):
        scale = _SCALES.get(match["scale"] or "", 1)
        _note(found, "count", "", _decimal(match["number"] or match["part"]) * scale, match[0])
    return found


def typed_figures(terms: Iterable[Term]) -> Figures:
    """The numbers that terms state, in their parts as well."""
    found: Figures = {}
    for term in terms:
        _walk(term, found)
    return found


def _walk(model: BaseModel, found: Figures) -> None:
    for name in model.model_fields_set:
        value = getattr(model, name)
        for item in value if isinstance(value, tuple) else (value,):
            if isinstance(item, Quantity):
                unit = {"share": "%", "duration": "hour", "distance": "m"}.get(item.dimension, item.unit)
                _note(found, item.dimension, unit, item.magnitude(), str(item))
            elif isinstance(item, int) and not isinstance(item, bool):
                _note(found, "count", "", Decimal(item), number_text(item))
            elif isinstance(item, BaseModel):
                _walk(item, found)


def _note(found: Figures, dimension: str, unit: str, value: Decimal, words: str) -> None:
    found.setdefault(dimension, {}).setdefault((unit, value.normalize()), words)


def _decimal(text: str) -> Decimal:
    return Decimal(text.replace(",", ""))
