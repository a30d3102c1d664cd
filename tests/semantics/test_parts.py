from typing import Annotated, Any, Literal

import pytest
from hypothesis import given
from hypothesis import strategies as st
from pydantic import Field

from tests.plan.strategies import anything
from tests.semantics.comparing import (
    BOTH_PARTIAL,
    LEFT_PARTIAL,
    RIGHT_PARTIAL,
    check_way,
    only,
    outcomes,
    said,
    settings_of_sides,
)
from tracker.plan.term import Part
from tracker.plan.values import PartyId, Slug
from tracker.semantics.choice import Choice
from tracker.semantics.condition import Condition
from tracker.semantics.fields import identity
from tracker.semantics.key import Key
from tracker.semantics.members import Members
from tracker.semantics.parts import Parts
from tracker.semantics.way import Delta, Unstated


class Trigger(Part):
    act: Annotated[Slug, Field(title="act"), Key()]
    by: Annotated[PartyId | None, Field(title="by"), Choice()] = None
    on: Annotated[tuple[Slug, ...] | None, Field(title="on"), Members()] = None
    qualifier: Annotated[
        Literal["without-cause", "none"] | None, Field(title="only if"), Condition(looser="present")
    ] = None


FEWER = Parts(looser="fewer")
MORE = Parts(looser="more")
PLAIN = Parts()

strike = Trigger(act="strike", on=("city",))
strike_bare = Trigger(act="strike")
strike_excused = Trigger(act="strike", on=("city",), qualifier="without-cause")
invasion = Trigger(act="invasion")


@pytest.mark.parametrize(
    ("way", "old", "new", "expected"),
    [
        (FEWER, (strike,), (strike, invasion), [("+ invasion", "tightens")]),
        (FEWER, (strike, invasion), (strike,), [("- invasion", "loosens")]),
        (MORE, (strike,), (strike, invasion), [("+ invasion", "loosens")]),
        (PLAIN, (strike,), (invasion,), [("- strike, on city", None), ("+ invasion", None)]),
        (PLAIN, (strike,), (strike_excused,), [("+ without cause", "loosens")]),
        (PLAIN, (strike,), (strike_bare,), [("-city", None)]),
        (PLAIN, None, (invasion,), [("+ invasion", None)]),
        (PLAIN, (invasion,), "none", [("invasion -> none", None), ("- invasion", None)]),
        (PLAIN, (strike, invasion), (invasion, strike), []),
    ],
)
def test_words_and_direction(way: Parts, old: Any, new: Any, expected: list[Any]) -> None:
    assert said(way, old, new) == expected


def test_a_change_inside_a_part_names_the_part() -> None:
    outcome = only(PLAIN, (strike,), (strike_excused,))
    assert isinstance(outcome, Delta)
    assert outcome.label == "strike: only if"
    assert outcome.route == ("field", "strike", "qualifier")
    assert outcome.way == "condition"


def test_a_part_that_comes_or_goes_is_given_as_a_file_writes_it() -> None:
    outcome = only(PLAIN, None, (strike_excused,))
    assert isinstance(outcome, Delta)
    assert list(outcome.new.items()) == [("act", "strike"), ("on", ["city"]), ("qualifier", "without-cause")]


def test_a_part_left_out_of_a_partial_text_is_not_stated() -> None:
    outcome = only(PLAIN, (strike, invasion), (strike,), RIGHT_PARTIAL)
    expected = Unstated("label invasion", ("field", "invasion"), {"act": "invasion"}, "invasion", "right")
    assert outcome == expected


def test_a_partial_text_still_adds_to_a_full_one() -> None:
    assert said(FEWER, (strike,), (strike, invasion), RIGHT_PARTIAL) == [("+ invasion", "tightens")]


def test_none_said_aloud_says_it_of_every_part() -> None:
    """Even between reports. That the word `none` comes or goes is told besides, as wording."""
    assert said(FEWER, (invasion,), "none", BOTH_PARTIAL) == [
        ("invasion -> none", None),
        ("- invasion", "loosens"),
    ]
    spoken, came = outcomes(FEWER, "none", (invasion,), BOTH_PARTIAL)
    assert isinstance(spoken, Delta)
    assert isinstance(came, Delta)
    assert (spoken.editorial, spoken.toward) == (True, None)
    assert (came.editorial, came.toward) == (False, "tightens")


def test_inside_a_part_silence_is_not_stated_either() -> None:
    assert said(PLAIN, (strike_bare,), (strike,), LEFT_PARTIAL) == [("(city)", None)]


def test_none_said_aloud_against_silence() -> None:
    assert said(PLAIN, None, "none", LEFT_PARTIAL) == [("(none)", None)]
    outcome = only(PLAIN, None, "none")
    assert isinstance(outcome, Delta)
    assert outcome.editorial


several = st.lists(anything(Trigger), min_size=1, max_size=3, unique_by=identity).map(tuple)
values = st.one_of(st.none(), st.just("none"), several)


@given(st.sampled_from([PLAIN, MORE, FEWER]), values, values, settings_of_sides)
def test_mirror(way: Parts, old: Any, new: Any, setting: Any) -> None:
    check_way(way, old, new, setting)


@given(several)
def test_order_means_nothing(parts: Any) -> None:
    assert outcomes(PLAIN, parts, parts[::-1]) == []
