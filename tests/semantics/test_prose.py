from time import perf_counter
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.semantics.comparing import LEFT_PARTIAL, check_way, only, said, settings_of_sides
from tracker.semantics.prose import Prose, redline
from tracker.semantics.way import Delta
from tracker.semantics.words import text_of

WAY = Prose()


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("a limit of 600,000", "a limit of 800,000", "a limit of [-600,000-]{+800,000+}"),
        ("within 100 days", "within 200 days", "within [-100 days-]{+200 days+}"),
        ("shall agree", "agree", "[-shall -]agree"),
        ("half of it", "half of it.", "half of it{+.+}"),
        ("", "new", "{+new+}"),
    ],
)
def test_redline(old: str, new: str, words: str) -> None:
    assert text_of(redline(old, new)) == words


def test_a_change_of_prose_is_wording_only() -> None:
    outcome = only(WAY, "one text", "another text")
    assert isinstance(outcome, Delta)
    assert outcome.editorial
    assert outcome.toward is None


def test_silence_is_not_stated() -> None:
    assert said(WAY, None, "a text", LEFT_PARTIAL) == [("(a text)", None)]


@given(st.text("ab1 ,.%\n", max_size=30), st.text("ab1 ,.%\n", max_size=30))
def test_both_texts_can_be_read_off(old: str, new: str) -> None:
    words = redline(old, new)
    assert "".join(word.text for word in words if word.role != "inserted") == old
    assert "".join(word.text for word in words if word.role != "deleted") == new
    assert all(word.text for word in words)


def test_long_texts_are_shown_whole_and_fast() -> None:
    old, new = "a b c " * 3000, "c b a " * 3000
    began = perf_counter()
    assert [word.role for word in redline(old, new)] == ["deleted", "plain", "inserted"]
    assert perf_counter() - began < 2


texts = st.none() | st.sampled_from(["a limit", "no limit", "a limit of 600,000"])


@given(texts, texts, settings_of_sides)
def test_mirror(old: Any, new: Any, setting: Any) -> None:
    check_way(WAY, old, new, setting)
