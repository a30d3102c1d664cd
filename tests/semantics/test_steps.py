from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.semantics.comparing import LEFT_PARTIAL, check_way, said, settings_of_sides
from tracker.semantics.steps import Steps
from tracker.semantics.way import NOT_IN_TEXT

WAY = Steps()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        (
            ("agreement", "withdrawal", "ceasefire"),
            ("agreement", "ceasefire"),
            "agreement > withdrawal > ceasefire -> agreement > ceasefire (-withdrawal)",
        ),
        (("a", "b"), ("b", "a"), "a > b -> b > a"),
        (("a",), ("a", "b"), "a -> a > b (+b)"),
        (("a",), ("b",), "a -> b (-a, +b)"),
        (None, ("a", "b"), f"{NOT_IN_TEXT} -> a > b (+a, +b)"),
        ("none", ("a",), "none -> a (+a)"),
    ],
)
def test_words(old: Any, new: Any, words: str) -> None:
    assert said(WAY, old, new) == [(words, None)]


def test_silence_is_not_stated() -> None:
    assert said(WAY, None, ("a", "b"), LEFT_PARTIAL) == [("(a > b)", None)]


values = st.one_of(
    st.none(), st.just("none"), st.lists(st.sampled_from("abcd"), min_size=1, max_size=3).map(tuple)
)


@given(values, values, settings_of_sides)
def test_mirror(old: Any, new: Any, setting: Any) -> None:
    check_way(WAY, old, new, setting)
