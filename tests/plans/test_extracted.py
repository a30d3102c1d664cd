"""The drafts in plans/extracted/ are what the digests in seeds/ give today, byte for byte."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.edit.mark import state
from tracker.extract.files import draft_text
from tracker.extract.stack import Stack, take_in, work
from tracker.load.shelf import Shelf

ROOT = Path(__file__).resolve().parents[2]


@pytest.fixture(scope="module")
def stack() -> Stack:
    shelf = Shelf(ROOT / "plans")
    handed, found = take_in(shelf.held_sources.values(), None, shelf, lambda: None)
    return work(handed, shelf, found)


def test_the_versions_that_the_digests_speak_of(stack: Stack) -> None:
    assert [draft.version for draft in stack.drafts] == ["original", "geneva"]


@pytest.mark.parametrize("version", ["original", "geneva"])
def test_drafts_are_fresh(stack: Stack, version: str) -> None:
    draft = next(draft for draft in stack.drafts if draft.version == version)
    path = ROOT / "plans" / "extracted" / f"{version}.yaml"
    fresh = draft_text(draft, stack.sources.values(), Shelf(ROOT / "plans"))
    assert path.read_text("utf-8") == fresh, "run: tracker extract seeds/*.md --write"
    assert state(fresh) == "untouched"


@pytest.mark.parametrize("version", ["original", "geneva"])
def test_drafts_are_valid_and_their_quotes_stand_in_the_digests(version: str) -> None:
    shelf = Shelf(ROOT / "plans")
    document = shelf.open(ROOT / "plans" / "extracted" / f"{version}.yaml")
    assert document.diagnostics == ()
    assert document.model is not None
    lineages = {p.id for plan in shelf.versions().values() for p in plan.provisions}
    assert sum(p.id in lineages for p in document.model.provisions) >= 6
    for provision in document.model.provisions:
        for item in provision.evidence:
            text = shelf.held_sources[item.source].read_text("utf-8")
            assert item.quote is None or item.quote in text
