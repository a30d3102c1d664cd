from itertools import permutations
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.semantics.comparing import LEFT_PARTIAL, RIGHT_PARTIAL, check_way, only, said, settings_of_sides
from tracker.semantics.members import Members
from tracker.semantics.way import NOT_IN_TEXT, Delta

PLAIN = Members()
MORE = Members(looser="more")
FEWER = Members(looser="fewer")


@pytest.mark.parametrize(
    ("way", "old", "new", "words", "toward"),
    [
        (PLAIN, ("europe",), ("nato",), "+NATO -Europe", None),
        (MORE, ("a",), ("a", "b"), "+b", "loosens"),
        (MORE, ("a", "b"), ("a",), "-b", "tightens"),
        (MORE, ("a",), ("b",), "+b -a", None),
        (FEWER, ("a",), ("a", "b", "c"), "+b +c", "tightens"),
        (FEWER, ("a", "b"), "none", "-a -b", "loosens"),
        (MORE, "none", ("a",), "+a", "loosens"),
        (MORE, None, ("a",), "+a", "loosens"),
        (PLAIN, None, "none", f"{NOT_IN_TEXT} -> none", None),
        (PLAIN, ("a",), ("b", "b"), "+b -a", None),
    ],
)
def test_words_and_direction(way: Members, old: Any, new: Any, words: str, toward: str | None) -> None:
    assert said(way, old, new) == [(words, toward)]


@pytest.mark.parametrize("other", [*permutations("abc"), ("a", "b", "c", "a")])
def test_order_and_repetition_mean_nothing(other: tuple[str, ...]) -> None:
    assert said(PLAIN, ("a", "b", "c"), other) == []


def test_detail_names_who_came_and_went() -> None:
    outcome = only(PLAIN, ("a", "b"), ("b", "c", "d"))
    assert isinstance(outcome, Delta)
    assert dict(outcome.detail) == {"gained": "c, d", "lost": "a"}
    assert [(word.text, word.role) for word in outcome.words] == [
        ("+c ", "new"),
        ("+d ", "new"),
        ("-a", "old"),
    ]


def test_silence_is_not_stated() -> None:
    assert said(PLAIN, None, ("a", "nato"), LEFT_PARTIAL) == [("(a, nato)", None)]
    assert said(PLAIN, "none", None, RIGHT_PARTIAL) == [("(none)", None)]


values = st.one_of(
    st.none(), st.just("none"), st.lists(st.sampled_from("abcd"), unique=True, max_size=3).map(tuple)
)


@given(st.sampled_from([PLAIN, MORE, FEWER]), values, values, settings_of_sides)
def test_mirror(way: Members, old: Any, new: Any, setting: Any) -> None:
    check_way(way, old, new, setting)
