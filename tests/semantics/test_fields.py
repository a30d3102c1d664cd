"""What is checked when a class is made, and the walk over the fields of two models."""

from collections.abc import Callable
from typing import Annotated, Any, Literal

import pytest
from hypothesis import given, settings
from pydantic import Field

from tests.plan.strategies import term_pairs, terms
from tests.semantics.comparing import check_mirror, settings_of_sides
from tracker.plan.term import Event, Part, Term
from tracker.plan.values import Count, Money, NoneStated, PartyId, Slug
from tracker.semantics.choice import Choice
from tracker.semantics.condition import Condition
from tracker.semantics.fields import (
    bound_by,
    compare_fields,
    fields_of,
    heading,
    identity,
    sentence,
    with_bound,
)
from tracker.semantics.key import Key
from tracker.semantics.measure import Measure
from tracker.semantics.members import Members
from tracker.semantics.moment import Moment
from tracker.semantics.options import Options
from tracker.semantics.parts import Parts
from tracker.semantics.prose import Prose
from tracker.semantics.scale import Scale
from tracker.semantics.steps import Steps
from tracker.semantics.untracked import Untracked
from tracker.semantics.way import Bound, Delta, Setting, Way


class Sample(Part):
    party: Annotated[PartyId, Field(title="party"), Key(), Bound()]
    topic: Annotated[Slug, Field(title="on"), Key()]
    limit: Annotated[Count | NoneStated | None, Field(title="limit"), Measure("men", looser="higher")] = None
    with_whom: Annotated[tuple[PartyId, ...] | None, Members(), Bound()] = None
    note: Annotated[str | None, Untracked()] = None


def a_field(annotation: Any) -> Callable[[], type[Part]]:
    """Makes a class with one field of this annotation."""
    return lambda: type("Made", (Part,), {"__annotations__": {"field": annotation}, "__module__": __name__})


@pytest.mark.parametrize(
    ("annotation", "message"),
    [
        (str, "Made.field: needs exactly one marker that says how it differs, has 0"),
        (Annotated[str, Field(title="x")], "exactly one marker .*, has 0"),
        (Annotated[str, Choice], "exactly one marker .*, has 0"),
        (Annotated[str, Choice(), Key()], "exactly one marker .*, has 2"),
        (Annotated[str, Choice()] | None, r"Choice stands inside .* `Annotated\[X \| None, Choice\(…\)\]`"),
        (Annotated[Annotated[str, Key()] | None, Choice()], "Key stands inside the type and would be lost"),
        (Annotated[Annotated[PartyId, Bound()] | None, Choice()], "Bound stands inside the type"),
        (Annotated[tuple[Annotated[str, Key()], ...], Members()], "Key stands inside the type"),
        (Annotated[int, Choice()], "Made.field: Choice does not know how to compare <class 'int'>"),
        (Annotated[str, Measure()], "Measure does not know"),
        (Annotated[int, Key()], "Key does not know"),
        (Annotated[str, Members()], "Members does not know"),
        (Annotated[tuple[int, ...], Members()], "Members does not know"),
        (Annotated[Literal["a", "none"], Members()], "Members does not know"),
        (Annotated[Literal["a", "b"], Scale("a")], "Scale does not know"),
        (Annotated[str, Scale("a")], "Scale does not know"),
        (Annotated[str, Moment()], "Moment does not know"),
        (Annotated[int, Prose()], "Prose does not know"),
        (Annotated[bool, Condition()], "Condition does not know"),
        (Annotated[str, Steps()], "Steps does not know"),
        (Annotated[tuple[str, ...], Options()], "Options does not know"),
        (Annotated[tuple[str, ...], Parts()], "Parts does not know"),
        (Annotated[Event, Parts()], "Parts does not know"),
    ],
)
def test_what_a_class_may_not_be(annotation: Any, message: str) -> None:
    with pytest.raises(TypeError, match=message):
        a_field(annotation)()


@pytest.mark.parametrize(
    "annotation",
    [
        Annotated[str | None, Choice()],
        Annotated[bool | None, Choice()],
        Annotated[Literal["a", "b"] | NoneStated | None, Scale("a", "b")],
        Annotated[Count | NoneStated | None, Measure()],
        Annotated[Money | Literal["remainder"] | None, Measure()],
        Annotated[tuple[PartyId, ...] | NoneStated | None, Members()],
        Annotated[tuple[Literal["a", "b"], ...], Steps()],
        Annotated[tuple[Money, ...] | None, Options()],
        Annotated[tuple[Event, ...] | NoneStated | None, Parts()],
        Annotated[str, Prose()],
        Annotated[dict[str, int], Untracked()],
    ],
)
def test_what_a_class_may_be(annotation: Any) -> None:
    (field,) = fields_of(a_field(annotation)())
    assert isinstance(field.way, Way)


def test_a_kind_of_term_needs_a_docstring() -> None:
    with pytest.raises(TypeError, match="needs a docstring"):
        type("Bare", (Term,), {"__doc__": "", "__module__": __name__})


def test_fields_in_the_order_written() -> None:
    fields = fields_of(Sample)
    assert [field.name for field in fields] == ["party", "topic", "limit", "with_whom", "note"]
    assert [field.label for field in fields] == ["party", "on", "limit", "with whom", "note"]
    assert [field.is_key for field in fields] == [True, True, False, False, False]
    assert [field.bound for field in fields] == [True, False, False, True, False]


SAMPLE = Sample(party="kyiv", topic="truce", limit=5, with_whom=("kyiv", "moscow"), note="aside")


def test_words_for_a_part() -> None:
    setting = Setting(names={"kyiv": "Kyiv", "moscow": "Moscow"})
    assert identity(SAMPLE) == "kyiv/truce"
    assert heading(SAMPLE, setting) == "Kyiv, truce"
    assert sentence(SAMPLE, setting) == "Kyiv, truce, limit 5 men, with whom Kyiv, Moscow"


def test_the_parties_bound_are_named_once() -> None:
    assert bound_by(SAMPLE) == ("kyiv", "moscow")
    assert bound_by(Sample(party="kyiv", topic="truce")) == ("kyiv",)


def test_a_direction_needs_somebody_bound() -> None:
    (delta,) = compare_fields(SAMPLE, SAMPLE.model_copy(update={"limit": 7}), Setting())
    assert isinstance(delta, Delta)
    assert (delta.route, delta.toward, delta.bound) == (("limit",), "loosens", ())
    assert with_bound(delta, ("kyiv",)).bound == ("kyiv",)  # type: ignore[union-attr]
    assert with_bound(delta, ()).toward is None  # type: ignore[union-attr]


@settings(deadline=None)
@given(term_pairs(), settings_of_sides)
def test_mirror_of_whole_terms(pair: tuple[Term, Term], setting: Setting) -> None:
    old, new = pair
    found = list(compare_fields(old, new, setting))
    check_mirror(found, list(compare_fields(new, old, setting.swapped())))
    if old == new:
        assert found == []


@settings(deadline=None)
@given(terms(), settings_of_sides)
def test_a_term_differs_in_nothing_from_itself(term: Term, setting: Setting) -> None:
    again = type(term).model_validate(term.model_dump(exclude_unset=True))
    assert list(compare_fields(term, again, setting)) == []


@settings(deadline=None)
@given(term_pairs())
def test_full_texts_leave_no_difference_untold(pair: tuple[Term, Term]) -> None:
    """Every field that differs in more than order has an outcome whose route starts with its name."""
    old, new = pair
    told = {outcome.route[0] for outcome in compare_fields(old, new, Setting())}
    for field in fields_of(type(old)):
        before, after = getattr(old, field.name), getattr(new, field.name)
        assert (field.name in told) <= (before != after)
        same_set = isinstance(before, tuple) and isinstance(after, tuple) and set(before) == set(after)
        if before != after and not same_set:
            assert field.name in told


@settings(deadline=None)
@given(term_pairs())
def test_between_reports_only_what_both_state_changes(pair: tuple[Term, Term]) -> None:
    reports = Setting(left_complete=False, right_complete=False)
    for outcome in compare_fields(*pair, reports):
        if isinstance(outcome, Delta) and len(outcome.route) == 1:
            assert outcome.old is not None
            assert outcome.new is not None
