"""Every party and place of every kind is asked of the sentence, key fields above all."""

from __future__ import annotations

import pytest

from tracker.extract.sorts import sorts_of
from tracker.plan.terms import kind_named


@pytest.mark.parametrize(
    ("kind", "fields"),
    [
        ("force-cap", {"party": "party", "limit": "count"}),
        ("membership", {"member": "party", "organisation": "party", "deadline": "date"}),
        ("territory-status", {"regions.region": "place", "regions.held_by": "party"}),
    ],
)
def test_sorts(kind: str, fields: dict[str, str]) -> None:
    found = sorts_of(kind_named(kind))
    assert {name: found.get(name) for name in fields} == fields
