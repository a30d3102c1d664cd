from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.semantics.comparing import LEFT_PARTIAL, check_way, said, settings_of_sides
from tracker.semantics.scale import Scale
from tracker.semantics.way import NOT_IN_TEXT

STATUS = Scale(
    "barred",
    "conditional",
    "own-rules",
    "member",
    looser="later",
    unranked=("unclear",),
    say={"own-rules": "by its own rules"},
)
EARLIER = Scale("one", "two", "three", looser="earlier")
NEITHER = Scale("one", "two", "three")


@pytest.mark.parametrize(
    ("way", "old", "new", "words", "toward"),
    [
        (STATUS, "barred", "conditional", "barred -> conditional", "loosens"),
        (STATUS, "member", "barred", "member -> barred", "tightens"),
        (STATUS, "barred", "own-rules", "barred -> by its own rules", "loosens"),
        (STATUS, "barred", "unclear", "barred -> unclear", None),
        (STATUS, "unclear", "barred", "unclear -> barred", None),
        (STATUS, None, "barred", f"{NOT_IN_TEXT} -> barred", None),
        (EARLIER, "one", "three", "one -> three", "tightens"),
        (EARLIER, "three", "two", "three -> two", "loosens"),
        (NEITHER, "one", "two", "one -> two", None),
    ],
)
def test_words_and_direction(way: Scale, old: Any, new: Any, words: str, toward: str | None) -> None:
    assert said(way, old, new) == [(words, toward)]


def test_silence_is_not_stated() -> None:
    assert said(STATUS, None, "own-rules", LEFT_PARTIAL) == [("(by its own rules)", None)]


words = st.sampled_from([None, "barred", "conditional", "own-rules", "member", "unclear", "none"])


@given(words, words, settings_of_sides)
def test_mirror(old: Any, new: Any, setting: Any) -> None:
    check_way(STATUS, old, new, setting)
