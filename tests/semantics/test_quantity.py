from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plan.strategies import quantities
from tracker.semantics.quantity import EXAMPLES, Dimension, Quantity, number_text


@pytest.mark.parametrize(
    ("text", "dimension", "value", "unit", "shown"),
    [
        ("100 billion USD", "money", 100 * 10**9, "USD", "100 billion USD"),
        ("1.5 million EUR", "money", 1_500_000, "EUR", "1.5 million EUR"),
        ("1,234,567 EUR", "money", 1_234_567, "EUR", "1,234,567 EUR"),
        ("2 thousand USD", "money", 2000, "USD", "2,000 USD"),
        ("0.5 trillion USD", "money", 500 * 10**9, "USD", "500 billion USD"),
        ("50%", "share", 50, "%", "50%"),
        ("33.30 %", "share", "33.3", "%", "33.3%"),
        ("1 day", "duration", 1, "day", "1 day"),
        ("100 days", "duration", 100, "day", "100 days"),
        (" 2 weeks ", "duration", 2, "week", "2 weeks"),
        ("0.5 hours", "duration", "0.5", "hour", "0.5 hours"),
        ("40 km", "distance", 40, "km", "40 km"),
        ("1,500 m", "distance", 1500, "m", "1,500 m"),
    ],
)
def test_parse(text: str, dimension: Dimension, value: object, unit: str, shown: str) -> None:
    quantity = Quantity.parse(text, dimension)
    assert quantity == Quantity(Decimal(str(value)), unit)
    assert quantity.dimension == dimension
    assert str(quantity) == shown


@pytest.mark.parametrize(
    ("text", "dimension"),
    [
        ("100 billion", "money"),
        ("USD 100", "money"),
        ("100 usd", "money"),
        ("10,00 USD", "money"),
        ("-5 USD", "money"),
        ("1e9 USD", "money"),
        ("half", "share"),
        ("100", "share"),
        ("100 fortnights", "duration"),
        ("100days", "duration"),
        ("40 km", "duration"),
        ("5 miles", "distance"),
        ("", "distance"),
        ("9" * 16 + " USD", "money"),
        ("9" * 5000 + " USD", "money"),
    ],
)
def test_what_is_refused_says_what_was_expected(text: str, dimension: Dimension) -> None:
    with pytest.raises(ValueError, match=EXAMPLES[dimension]):
        Quantity.parse(text, dimension)


@pytest.mark.parametrize(
    "pair",
    [("168 hours", "7 days"), ("7 days", "1 week"), ("12 months", "1 year"), ("1000 hours", "1,000 hours")],
)
def test_the_same_span_in_other_units(pair: tuple[str, str]) -> None:
    one, other = (Quantity.parse(text, "duration") for text in pair)
    assert one.magnitude() == other.magnitude()
    assert one.comparable(other)


def test_currencies_are_never_compared() -> None:
    assert not Quantity.parse("1 USD", "money").comparable(Quantity.parse("1 EUR", "money"))


def test_kinds_are_never_compared() -> None:
    assert not Quantity.parse("1 km", "distance").comparable(Quantity.parse("1 day", "duration"))


@pytest.mark.parametrize(
    ("value", "text"),
    [
        (600_000, "600,000"),
        (Decimal("33.30"), "33.3"),
        (Decimal("1E+6"), "1,000,000"),
        (Decimal("0.50"), "0.5"),
        (0, "0"),
    ],
)
def test_number_text(value: int | Decimal, text: str) -> None:
    assert number_text(value) == text


@given(st.sampled_from(sorted(EXAMPLES)).flatmap(lambda dimension: quantities(dimension)))
def test_round_trip(quantity: Quantity) -> None:
    assert Quantity.parse(str(quantity), quantity.dimension) == quantity


digits = st.integers(0, 10**15 - 1).map(str)
money = st.builds(
    lambda whole, broken, scale: f"{whole}{broken}{scale} USD",
    digits,
    st.just("") | st.integers(0, 10**12 - 1).map(lambda n: f".{n:012}"),
    st.sampled_from(["", " thousand", " million", " billion", " trillion"]),
)


@given(money)
def test_nothing_is_rounded_on_the_way(text: str) -> None:
    quantity = Quantity.parse(text, "money")
    # what is shown may have more digits than files may write, but stands for the same number
    number, *scale, _ = str(quantity).replace(",", "").split()
    size = {"million": 10**6, "billion": 10**9, "trillion": 10**12}[scale[0]] if scale else 1
    assert Decimal(number) * size == quantity.value


@given(st.integers(1, 10**6))
def test_a_day_is_24_hours(days: int) -> None:
    assert Quantity(Decimal(24 * days), "hour").magnitude() == Quantity(Decimal(days), "day").magnitude()
