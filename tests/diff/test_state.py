"""Which kind of change two states make: the whole table, row by row."""

from __future__ import annotations

import pytest

from tracker.diff.state import State, kind_of
from tracker.semantics.way import Setting

# before, after -> the kind where both texts are as complete as their state says
TABLE = """
-         firm        contested   open        deferred    removed     absent silent       unknown
firm      unchanged   contested   left-open   deferred    removed     *      not-reported not-reported
contested contested   unchanged   contested   contested   removed     *      not-reported not-reported
open      settled     contested   unchanged   deferred    removed     *      not-reported not-reported
deferred  settled     contested   left-open   unchanged   removed     *      not-reported not-reported
removed   *           contested   left-open   deferred    unchanged   none   not-reported not-reported
absent    *           first-known first-known first-known none        none   none         none
silent    first-known first-known first-known first-known first-known none   none         none
unknown   first-known first-known first-known first-known first-known none   none         none
"""
# the cells with a star depend on whether the side that holds the provision is a complete text
BOTH_COMPLETE = {("firm", "absent"): "removed", ("absent", "firm"): "added", ("removed", "firm"): "added"}
ONE_COMPLETE = {
    ("firm", "absent"): "not-in-text",
    ("contested", "absent"): "not-in-text",
    ("open", "absent"): "not-in-text",
    ("deferred", "absent"): "not-in-text",
    ("absent", "firm"): "first-known",
    ("removed", "firm"): "first-known",
}


def _cells() -> list[tuple[State, State, str]]:
    head, *rows = [line.split() for line in TABLE.strip().splitlines()]
    return [(row[0], after, kind) for row in rows for after, kind in zip(head[1:], row[1:], strict=True)]  # type: ignore[misc]


@pytest.mark.parametrize(("before", "after", "kind"), _cells())
def test_every_pair_of_states(before: State, after: State, kind: str) -> None:
    for complete in (True, False):
        # the side of which only a state is derived is complete exactly if it is `absent`
        setting = Setting(
            left_complete=before == "absent" or (complete and before not in ("silent", "unknown")),
            right_complete=after == "absent" or (complete and after not in ("silent", "unknown")),
        )
        expected = kind
        if kind == "*":
            one, both = ONE_COMPLETE[before, after], BOTH_COMPLETE.get((before, after))
            expected = both if complete and both else one
            if complete and not both:
                expected = "removed"  # a complete text that was unsettled, and a complete one without it
        found = kind_of(before, after, setting)
        assert (found or "none") == expected, (complete, found)


def test_a_relation_by_lineage_outweighs_what_is_open_but_not_what_is_contested() -> None:
    assert kind_of("firm", "open", Setting(), "replaced") == "replaced"
    assert kind_of("firm", "contested", Setting(), "replaced") == "contested"
    assert kind_of("deferred", "firm", Setting(), "replaced") == "settled"
    assert kind_of("firm", "firm", Setting(), "split") == "split"


def test_only_the_number_or_only_the_words() -> None:
    assert kind_of("firm", "firm", Setting(), renumbered=True) == "renumbered"
