"""The auditor: what no typed change explains is found, whatever is taken out first."""

from __future__ import annotations

from typing import Any

import pytest
from deepdiff import DeepDiff
from hypothesis import given
from hypothesis import strategies as st

from tracker.diff.residue import remaining
from tracker.source import Route

KEYS = st.sampled_from("abc")
LEAVES = st.none() | st.sampled_from(("x", "y")) | st.lists(st.sampled_from("xy"), max_size=2)
DATA = st.dictionaries(
    KEYS,
    st.recursive(LEAVES, lambda inner: st.dictionaries(KEYS, inner, max_size=3), max_leaves=6),
    max_size=3,
)
ROUTES = st.lists(st.lists(KEYS, min_size=1, max_size=3).map(tuple), max_size=4)


def asked_first(before: Any, after: Any, explained: list[Route]) -> tuple[str, ...]:
    """deepdiff on all, then what is explained struck out."""
    tree = DeepDiff(before, after, view="tree", ignore_order=False, threshold_to_diff_deeper=0)
    routes = {tuple(item.path(output_format="list")) for items in tree.values() for item in items}
    known = set(explained)
    rest = [route for route in routes if not any(route[:n] in known for n in range(1, len(route) + 1))]
    return tuple(sorted(".".join(map(str, route)) for route in rest))


@given(DATA, DATA, ROUTES)
def test_taking_out_first_finds_the_same(before: Any, after: Any, explained: list[Route]) -> None:
    assert remaining(before, after, explained) == asked_first(before, after, explained)


@pytest.mark.parametrize(
    ("explained", "found"),
    [
        ([], ("terms.cap.limit", "title")),
        ([("title",)], ("terms.cap.limit",)),
        ([("title",), ("terms", "cap", "limit")], ()),
        ([("title",), ("terms", "cap")], ()),
        ([("terms",), ("terms", "cap", "party")], ("title",)),
        ([("terms", "cap", "party"), ("title", "deeper")], ("terms.cap.limit", "title")),
    ],
)
def test_a_route_explains_itself_and_all_below(explained: list[Route], found: tuple[str, ...]) -> None:
    before = {"title": "a", "terms": {"cap": {"limit": 1, "party": "land"}}}
    after = {"title": "b", "terms": {"cap": {"limit": 2, "party": "land"}}}
    assert remaining(before, after, explained) == found


def test_a_term_that_is_gone_is_not_explained_by_one_of_its_fields() -> None:
    before: dict[str, Any] = {"terms": {"cap": {"limit": 1}}}
    assert remaining(before, {"terms": {}}, [("terms", "cap", "limit")]) == ("terms.cap",)
