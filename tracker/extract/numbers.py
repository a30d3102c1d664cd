"""Quantities as people write them: counts, money, shares, durations, distances, dates."""

from __future__ import annotations

import re
from decimal import Decimal, InvalidOperation
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator


class Found(NamedTuple):
    """A quantity of one sort at offsets `start` to `end`; `value` as plan files write it (counts: int)."""

    sort: str
    start: int
    end: int
    value: str | int


_UNITS = [
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
    "thirteen",
    "fourteen",
    "fifteen",
    "sixteen",
    "seventeen",
    "eighteen",
    "nineteen",
]
_TENS = ["twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
_SMALL = {word: number for number, word in enumerate(_UNITS, 1)} | {
    word: 10 * number for number, word in enumerate(_TENS, 2)
}
_SCALES = {
    "hundred": 100,
    "thousand": 10**3,
    "k": 10**3,
    "million": 10**6,
    "mln": 10**6,
    "mn": 10**6,
    "m": 10**6,
    "billion": 10**9,
    "bln": 10**9,
    "bn": 10**9,
    "b": 10**9,
    "trillion": 10**12,
    "tn": 10**12,
}
_CURRENCIES = {
    "$": "USD", "us$": "USD", "usd": "USD", "dollar": "USD", "dollars": "USD",
    "\u20ac": "EUR", "eur": "EUR", "euro": "EUR", "euros": "EUR",
    "\u00a3": "GBP", "gbp": "GBP", "pound": "GBP", "pounds": "GBP", "sterling": "GBP",
    "\u20bd": "RUB", "rub": "RUB", "rouble": "RUB", "roubles": "RUB", "ruble": "RUB", "rubles": "RUB",
    "\u20b4": "UAH", "uah": "UAH", "hryvnia": "UAH", "hryvnias": "UAH",
    "\u00a5": "JPY", "jpy": "JPY", "yen": "JPY", "chf": "CHF", "francs": "CHF",
}  # fmt: skip
_LONG = {10**12: "trillion", 10**9: "billion", 10**6: "million"}
_WORD = "|".join(sorted(_SMALL, key=len, reverse=True))
_SCALE = "thousand|million|billion|trillion|mln|bln|mn|bn|tn|k|m|b"
_FIGURE = r"\d{1,3}(?:[ ,.]\d{3}){1,4}(?![\d])|\d{1,15}(?:[.,]\d{1,3})?"
_SPELT = (
    rf"(?:(?:half|a|{_WORD})(?:[ -](?:and |a )?(?:{_WORD}|hundred|thousand|million|billion|trillion)){{0,6}})"
)
_AMOUNT = re.compile(
    rf"(?<![\w.,])(?P<before>us\$|usd ?|eur ?|gbp ?|[$\u20ac\u00a3\u20bd\u20b4\u00a5]) ?"
    rf"(?P<f1>{_FIGURE}) ?-?(?P<s1>{_SCALE})?(?!\w)"
    rf"|(?<![\w.,$])(?P<f2>{_FIGURE})(?P<s2> ?-?(?:{_SCALE}))?(?![\w])"
    rf"|(?<!\w)(?P<w>{_SPELT})(?!\w)"
)
_NUMBERED = re.compile(r"(?:article|articles|point|points|chapter|paragraph|no\.|number) $")
"""What makes a figure the name of a thing: Article 5, point 6."""
_UNITS_OF_TIME = {"hr": "hour", "yr": "year"}
_FEW = rf"(?:\d{{1,3}}|{_WORD})"
_SHARED_UNIT = re.compile(
    rf"(?<![\w.,]){_FEW}(?=(?:, ?{_FEW}){{0,3}},? (?:or|and) {_FEW}[ -]?(?:kilomet(?:re|er)s?|km)\b)"
)
"""A figure that shares the unit of a later one: "5, 10 or 40 km"."""
_AFTER = re.compile(
    r"[ -]?(?:(?P<money>(?:us |u\.s\. )?(?:dollars?|euros?|eur|usd|gbp|pounds?(?: sterling)?"
    r"|roubles?|rubles?|hryvnias?|yen|francs)\b|\u20ac|\$)"
    r"|(?P<share>%|per ?cent\b|percent\b|percentage points?\b|cents\b)"
    r"|(?P<time>hours?|hrs?|days?|weeks?|months?|years?|yrs?|decades?)\b|(?P<way>kilomet(?:re|er)s?|km|met(?:re|er)s?|miles?)\b)"
)
_HALF = re.compile(
    r"(?<!\w)(?:(?P<half>half|one[ -]half|fifty[ -]fifty|50[ -/:]50|50[ -]to[ -]50"
    r"|equal(?:ly)?(?= (?:split|shar|divi|part|distrib|betw))"
    r"|(?:equal|even)ly(?= (?:between|among|by|with|to)\b)|(?<=\w )(?:equal|even)ly(?=[.,;:]|$)"
    r"|(?:(?<=split )|(?<=share )|(?<=shared )|(?<=divide )|(?<=divided )|(?<=distributed ))(?:equal|even)ly"
    r"|evenly(?= (?:split|shar|divi|distrib))|halv(?:ed?|es|ing)(?= [\w ,-]{0,40}between\b)|down the middle"
    r"|(?:go|goes|in|into) halves|in equal (?:parts|shares|measure|portions|amounts|quantities|proportions)"
    r"|equal (?:division|split|shares?|distribution)|every (?:second|other) kilowatt(?:[ -]hour)?)"
    r"|(?P<quarter>(?:a|one) quarter)|(?P<third>(?:a|one) third))(?!\w)"
)
_MONTHS = [
    "january",
    "february",
    "march",
    "april",
    "may",
    "june",
    "july",
    "august",
    "september",
    "october",
    "november",
    "december",
]
_DATE = re.compile(
    rf"(?<!\w)(?:(?P<d1>\d{{1,2}})(?:st|nd|rd|th)? (?:of )?(?P<m1>{'|'.join(_MONTHS)}),?"
    r" (?P<y1>(?:19|20)\d\d)"
    rf"|(?P<m2>{'|'.join(_MONTHS)}) (?P<d2>\d{{1,2}})(?:st|nd|rd|th)?,? (?P<y2>(?:19|20)\d\d)"
    r"|(?P<iso>(?:19|20)\d\d-\d\d-\d\d))(?!\w)"
)
_PART_OF_NAME = re.compile(r"[- ]?(?:points?|point|articles?)\b")


def _spelt(words: str) -> int | None:
    total = current = 0
    half = False
    for word in re.split(r"[ -]", words):
        if word in ("and", "a"):
            continue
        if word == "half":
            half = True
        elif word in _SMALL:
            current += _SMALL[word]
        elif word == "hundred":
            current = max(current, 1) * 100
        elif word in _SCALES:
            if half and not current:
                total, half = total + _SCALES[word] // 2, False
            else:
                total += max(current, 1) * _SCALES[word]
            current = 0
    if half:
        return None
    return total + current or None


def _figure(text: str, scale: str) -> Decimal | None:
    digits = text
    if re.fullmatch(r"\d{1,3}(?:[ ,.]\d{3})+", digits) and not (scale and "." in digits):
        digits = re.sub(r"[ ,.]", "", digits)
    else:
        digits = digits.replace(",", ".")
    try:
        return Decimal(digits) * _SCALES.get(scale, 1)
    except InvalidOperation:
        return None


def written(number: Decimal | int) -> str:
    """An amount as plan files write it: `100 billion`, `1.5 million`, `250000`."""
    value = Decimal(number)
    for size, name in _LONG.items():
        if value >= size and (value / size) == round(value / size, 3):
            return f"{(value / size).normalize():f} {name}"
    return f"{value.normalize():f}"


def find(view: str, start: int = 0, end: int | None = None) -> Iterator[Found]:
    """All quantities of a stretch of a view, left to right; each stretch has one sort only."""
    stop = len(view) if end is None else end
    taken = []
    for match in _DATE.finditer(view, start, stop):
        if (day := _date(match)) is not None:
            taken.append(match.span())
            yield Found("date", *match.span(), day)
    for match in _HALF.finditer(view, start, stop):
        if re.match(
            r" (?:a |of a )?(?:million|billion|thousand|dozen)|[ -](?:a[ -])?(?:year|month|day|hour)",
            view[match.end() : match.end() + 14],
        ):
            continue
        taken.append(match.span())
        share = "50%" if match["half"] else "25%" if match["quarter"] else "33.3%"
        yield Found("share", *match.span(), share)
    for match in _SHARED_UNIT.finditer(view, start, stop):
        taken.append(match.span())
        yield Found("distance", *match.span(), f"{_SMALL.get(match[0], match[0])} km")
    for match in _AMOUNT.finditer(view, start, stop):
        if any(match.start() < b and a < match.end() for a, b in taken):
            continue
        found = _amount(view, match, stop)
        if found is not None:
            yield found


def _date(match: re.Match[str]) -> str | None:
    if match["iso"]:
        return match["iso"]
    month = _MONTHS.index(match["m1"] or match["m2"]) + 1
    day = int(match["d1"] or match["d2"])
    return f"{match['y1'] or match['y2']}-{month:02d}-{day:02d}" if 1 <= day <= 31 else None


def _amount(view: str, match: re.Match[str], stop: int) -> Found | None:
    number: Decimal | None
    if match["w"]:
        if match["w"] in ("a", "one", "half"):
            return None
        spelt = _spelt(match["w"])
        number = Decimal(spelt) if spelt else None
    else:
        number = _figure(match["f1"] or match["f2"], (match["s1"] or match["s2"] or "").strip(" -"))
    if number is None:
        return None
    if match["before"]:
        return Found("money", *match.span(), f"{written(number)} {_CURRENCIES[match['before'].strip()]}")
    after = _AFTER.match(view, match.end(), stop)
    if after is None or ((match["s2"] or "").strip(" -") in ("m", "b", "k") and not after["money"]):
        scale = (match["s2"] or "").strip(" -")
        if (
            (scale == "m" and number < 100_000)
            or number != int(number)
            or _PART_OF_NAME.match(view, match.end(), stop)
            or (number < 1000 and _NUMBERED.search(view, max(0, match.start() - 12), match.start()))
        ):
            return None
        return Found("count", match.start(), match.end(), int(number))
    span = (match.start(), after.end())
    if after["money"]:
        word = after["money"].split()
        code = next((_CURRENCIES[w] for w in (*word, *(x[:1] for x in word)) if w in _CURRENCIES), None)
        return Found("money", *span, f"{written(number)} {code}") if code else None
    plain = f"{number.normalize():f}"
    if after["share"]:
        return Found("share", *span, f"{plain}%")
    if after["time"]:
        unit = _UNITS_OF_TIME.get(after["time"].rstrip("s"), after["time"].rstrip("s"))
        if unit == "decade":
            number, unit = number * 10, "year"
        plain = f"{number:f}" if number == int(number) else plain
        return Found("duration", *span, f"{plain} {unit}{'' if number == 1 else 's'}")
    if after["way"].startswith("mile"):
        return None
    return Found("distance", *span, f"{plain} {'km' if after['way'].startswith('k') else 'm'}")
