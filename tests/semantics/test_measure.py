from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plan.strategies import quantities
from tests.semantics.comparing import LEFT_PARTIAL, RIGHT_PARTIAL, check_way, only, said, settings_of_sides
from tracker.semantics.measure import Measure
from tracker.semantics.quantity import Quantity
from tracker.semantics.way import NOT_IN_TEXT, Delta, Unstated

CAP = Measure("personnel", looser="higher", none="no limit")
PAID = Measure(looser="lower")
PLAIN = Measure()


def money(text: str) -> Quantity:
    return Quantity.parse(text, "money")


@pytest.mark.parametrize(
    ("way", "old", "new", "words", "toward"),
    [
        (CAP, 600_000, 800_000, "600,000 -> 800,000 personnel (+200,000, +33.3%)", "loosens"),
        (CAP, 800_000, 600_000, "800,000 -> 600,000 personnel (-200,000, -25.0%)", "tightens"),
        (CAP, 600_000, "none", "600,000 personnel -> no limit", "loosens"),
        (CAP, "none", 600_000, "no limit -> 600,000 personnel", "tightens"),
        (CAP, None, 600_000, f"{NOT_IN_TEXT} -> 600,000 personnel", None),
        (CAP, 0, 5, "0 -> 5 personnel (+5)", "loosens"),
        (CAP, 100_000, 99_999, "100,000 -> 99,999 personnel (-1)", "tightens"),
        (PAID, money("100 billion USD"), "none", "100 billion USD -> none", "loosens"),
        (PAID, "none", money("1 USD"), "none -> 1 USD", "tightens"),
        (PLAIN, money("1 USD"), money("2 USD"), "1 USD -> 2 USD (+1, +100.0%)", None),
        (PAID, money("1 USD"), money("2 EUR"), "1 USD -> 2 EUR", None),
        (PAID, money("1 USD"), "remainder", "1 USD -> remainder", None),
        (PLAIN, "remainder", "none", "remainder -> none", None),
        (
            PLAIN,
            Quantity.parse("50%", "share"),
            Quantity.parse("33.3%", "share"),
            "50% -> 33.3% (-16.7 points)",
            None,
        ),
        (
            CAP,
            Quantity.parse("100 days", "duration"),
            Quantity.parse("4 months", "duration"),
            "100 days -> 4 months",
            "loosens",
        ),
        (
            CAP,
            Quantity.parse("168 hours", "duration"),
            Quantity.parse("1 week", "duration"),
            "168 hours -> 1 week",
            None,
        ),
        (PLAIN, Decimal("1.5"), Decimal(2), "1.5 -> 2 (+0.5, +33.3%)", None),
    ],
)
def test_words_and_direction(way: Measure, old: Any, new: Any, words: str, toward: str | None) -> None:
    assert said(way, old, new) == [(words, toward)]


def test_equal_quantities_in_other_digits_are_no_change() -> None:
    assert said(PLAIN, Quantity(Decimal("5.0"), "km"), Quantity(Decimal(5), "km")) == []


def test_detail_is_for_machines() -> None:
    outcome = only(CAP, 600_000, 800_000)
    assert isinstance(outcome, Delta)
    assert dict(outcome.detail) == {"difference": "+200,000", "percent": "+33.3%"}
    assert (outcome.old, outcome.new) == (600_000, 800_000)


def test_values_are_given_as_files_write_them() -> None:
    outcome = only(PLAIN, money("100 billion USD"), "remainder")
    assert isinstance(outcome, Delta)
    assert (outcome.old, outcome.new) == ("100 billion USD", "remainder")


def test_a_change_beyond_all_measure_has_no_percentage() -> None:
    outcome = only(PLAIN, money("0.000000000001 USD"), money("999999999999999 trillion USD"))
    assert isinstance(outcome, Delta)
    assert dict(outcome.detail).keys() == {"difference"}


def test_silence_is_not_stated() -> None:
    assert only(CAP, None, 600_000, LEFT_PARTIAL) == Unstated(
        "label", ("field",), 600_000, "600,000 personnel", "left"
    )
    assert only(CAP, "none", None, RIGHT_PARTIAL) == Unstated(
        "label", ("field",), "none", "no limit", "right"
    )


amounts = st.one_of(
    st.none(),
    st.sampled_from(["none", "remainder"]),
    st.integers(0, 10**15),
    quantities("money"),
    quantities("duration"),
)


@given(st.sampled_from([CAP, PAID, PLAIN]), amounts, amounts, settings_of_sides)
def test_mirror(way: Measure, old: Any, new: Any, setting: Any) -> None:
    check_way(way, old, new, setting)
