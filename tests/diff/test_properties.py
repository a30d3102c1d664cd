"""What holds of every comparison: nothing unexplained, and the mirror says the same."""

from __future__ import annotations

from collections import Counter

from hypothesis import HealthCheck, given, settings

from tests.plan.strategies import plans
from tests.semantics.comparing import reflected, substance
from tracker.diff.change import KINDS, Change, Comparison, Version
from tracker.diff.compare import compare
from tracker.plan.model import Plan

any_pair = settings(
    deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large]
)


def _compare(left: Plan, right: Plan) -> Comparison:
    return compare(Version("left", left), Version("right", right))


@any_pair
@given(plans(), plans())
def test_deepdiff_finds_nothing_that_no_typed_change_explains(left: Plan, right: Plan) -> None:
    for change in _compare(left, right).changes:
        assert change.unexplained == (), change


@any_pair
@given(plans(), plans())
def test_the_other_way_round_everything_is_mirrored(left: Plan, right: Plan) -> None:
    there, back = _compare(left, right), _compare(right, left)
    mirrored = {_who(change, flip=True): change for change in back.changes}
    assert {_who(change) for change in there.changes} == set(mirrored)
    for change in there.changes:
        other = mirrored[_who(change)]
        assert _mirror_kinds(change, other), (change.kind, other.kind)
        assert Counter(map(reflected, change.outcomes)) == Counter(map(substance, other.outcomes))


def _who(change: Change, *, flip: bool = False) -> tuple[tuple[str, ...], tuple[str, ...]]:
    sides = (change.left, change.right)[:: -1 if flip else 1]
    return tuple(tuple(sorted(side.provision.id for side in some)) for some in sides)  # type: ignore[return-value]


def _mirror_kinds(change: Change, other: Change) -> bool:
    if KINDS[change.kind].mirror == other.kind or KINDS[other.kind].mirror == change.kind:
        return True
    # asymmetries, each with its reason: a source or the text says of what is unsettled that it is gone, but
    # of what is gone it is only said again that it is unsettled, or known to stand in the text
    said = {change.kind, other.kind}
    if "removed" in said:
        return bool(said & {"contested", "left-open", "deferred", "first-known"})
    # what is unsettled on both sides is named after the right one
    return said <= {"left-open", "deferred", "settled"}


@any_pair
@given(plans())
def test_a_version_does_not_differ_from_itself(plan: Plan) -> None:
    comparison = _compare(plan, plan)
    assert not comparison.differs
    assert len(comparison.changes) == len(plan.provisions)


@any_pair
@given(plans(text="full"), plans(text="reported"))
def test_silence_is_not_deletion_and_not_addition(full: Plan, reported: Plan) -> None:
    for change in _compare(full, reported).changes:
        if not change.right:
            assert change.kind == "not-reported"
    for change in _compare(reported, full).changes:
        if not change.left:
            assert change.kind == "first-known"
        if not change.right:
            assert change.kind == "not-in-text"
