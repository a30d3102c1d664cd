from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.plan.strategies import quantities
from tests.semantics.comparing import RIGHT_PARTIAL, check_way, said, settings_of_sides
from tracker.semantics.options import Options
from tracker.semantics.quantity import Quantity
from tracker.semantics.way import NOT_IN_TEXT

WAY = Options()


def km(*numbers: int) -> tuple[Quantity, ...]:
    return tuple(Quantity.parse(f"{number} km", "distance") for number in numbers)


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (km(5, 10, 40), km(10), "5 km or 10 km or 40 km -> 10 km"),
        (None, km(5, 10), f"{NOT_IN_TEXT} -> 5 km or 10 km"),
        (km(5), None, f"5 km -> {NOT_IN_TEXT}"),
    ],
)
def test_words(old: Any, new: Any, words: str) -> None:
    assert said(WAY, old, new) == [(words, None)]


def test_order_means_nothing() -> None:
    assert said(WAY, km(5, 10, 40), km(40, 5, 10)) == []


def test_silence_is_not_stated() -> None:
    assert said(WAY, km(5, 10), None, RIGHT_PARTIAL) == [("(5 km or 10 km)", None)]


values = st.none() | st.lists(quantities("distance"), min_size=1, max_size=3, unique=True).map(tuple)


@given(values, values, settings_of_sides)
def test_mirror(old: Any, new: Any, setting: Any) -> None:
    check_way(WAY, old, new, setting)
