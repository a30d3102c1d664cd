from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.semantics.comparing import LEFT_PARTIAL, check_way, only, said, settings_of_sides
from tracker.semantics.condition import Condition
from tracker.semantics.way import Delta

PEACETIME = Condition(looser="present")
CONSENT = Condition(looser="absent")
PLAIN = Condition()


@pytest.mark.parametrize(
    ("way", "old", "new", "words", "toward"),
    [
        (PEACETIME, None, "peacetime", "+ peacetime", "loosens"),
        (PEACETIME, "none", "peacetime", "+ peacetime", "loosens"),
        (PEACETIME, "peacetime", None, "- peacetime", "tightens"),
        (PEACETIME, "peacetime", "none", "- peacetime", "tightens"),
        (CONSENT, None, "members-consensus", "+ members consensus", "tightens"),
        (CONSENT, "members-consensus", "none", "- members consensus", "loosens"),
        (CONSENT, "statutes", "constitution", "statutes -> constitution", None),
        (PLAIN, None, "nato", "+ NATO", None),
    ],
)
def test_words_and_direction(way: Condition, old: Any, new: Any, words: str, toward: str | None) -> None:
    assert said(way, old, new) == [(words, toward)]


@pytest.mark.parametrize(("old", "new"), [(None, "none"), ("none", None)])
def test_none_said_aloud_in_a_full_text_is_wording_only(old: Any, new: Any) -> None:
    outcome = only(PEACETIME, old, new)
    assert isinstance(outcome, Delta)
    assert outcome.editorial
    assert outcome.toward is None


def test_silence_is_not_stated() -> None:
    assert said(PEACETIME, None, "peacetime", LEFT_PARTIAL) == [("(peacetime)", None)]


values = st.sampled_from([None, "none", "peacetime", "wartime"])


@given(st.sampled_from([PEACETIME, CONSENT, PLAIN]), values, values, settings_of_sides)
def test_mirror(way: Condition, old: Any, new: Any, setting: Any) -> None:
    check_way(way, old, new, setting)
