from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plan.strategies import quantities
from tests.semantics.comparing import RIGHT_PARTIAL, check_way, said, settings_of_sides
from tracker.semantics.moment import Moment
from tracker.semantics.quantity import Quantity

LATER = Moment(looser="later")
EARLIER = Moment(looser="earlier")
PLAIN = Moment()


def span(text: str) -> Quantity:
    return Quantity.parse(text, "duration")


@pytest.mark.parametrize(
    ("way", "old", "new", "words", "toward"),
    [
        (LATER, span("100 days"), span("200 days"), "100 days -> 200 days", "loosens"),
        (LATER, span("100 days"), span("3 months"), "100 days -> 3 months", "tightens"),
        (EARLIER, span("100 days"), span("3 months"), "100 days -> 3 months", "loosens"),
        (LATER, span("7 days"), span("1 week"), "7 days -> 1 week", None),
        (LATER, span("48 hours"), span("2 days"), "48 hours -> 2 days", None),
        (
            LATER,
            span("100 days"),
            "as-soon-as-possible",
            "100 days -> as soon as possible",
            None,
        ),
        (LATER, date(2027, 1, 1), date(2026, 1, 1), "2027-01-01 -> 2026-01-01", "tightens"),
        (LATER, date(2027, 1, 1), span("100 days"), "2027-01-01 -> 100 days", None),
        (LATER, span("1 day"), Quantity.parse("1 km", "distance"), "1 day -> 1 km", None),
        (LATER, span("100 days"), "none", "100 days -> none", None),
        (PLAIN, span("1 day"), span("2 days"), "1 day -> 2 days", None),
    ],
)
def test_words_and_direction(way: Moment, old: Any, new: Any, words: str, toward: str | None) -> None:
    assert said(way, old, new) == [(words, toward)]


def test_silence_is_not_stated() -> None:
    assert said(LATER, span("100 days"), None, RIGHT_PARTIAL) == [("(100 days)", None)]


values = st.one_of(
    st.none(),
    st.sampled_from(["none", "as-soon-as-possible"]),
    quantities("duration"),
    st.dates(date(2025, 1, 1), date(2025, 1, 5)),
)


@given(st.sampled_from([LATER, EARLIER, PLAIN]), values, values, settings_of_sides)
def test_mirror(way: Moment, old: Any, new: Any, setting: Any) -> None:
    check_way(way, old, new, setting)
