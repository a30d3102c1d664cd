from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.semantics.comparing import BOTH_PARTIAL, RIGHT_PARTIAL, check_way, said, settings_of_sides
from tracker.semantics.choice import Choice
from tracker.semantics.way import NOT_IN_TEXT

WAY = Choice()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("law", "constitution", "law -> constitution"),
        ("nato", "europe", "NATO -> Europe"),
        ("members-consensus", "none", "members consensus -> none"),
        (None, "law", f"{NOT_IN_TEXT} -> law"),
        ("law", None, f"law -> {NOT_IN_TEXT}"),
        (True, False, "yes -> no"),
    ],
)
def test_words(old: Any, new: Any, words: str) -> None:
    assert said(WAY, old, new) == [(words, None)]


@pytest.mark.parametrize("value", ["law", None, "none", True])
def test_equal_values(value: Any) -> None:
    assert said(WAY, value, value) == []


def test_silence_is_not_stated() -> None:
    assert said(WAY, "peace-council", None, RIGHT_PARTIAL) == [("(peace council)", None)]
    assert said(WAY, None, None, BOTH_PARTIAL) == []


values = st.sampled_from([None, "law", "constitution", "none", True, False])


@given(values, values, settings_of_sides)
def test_mirror(old: Any, new: Any, setting: Any) -> None:
    check_way(WAY, old, new, setting)
