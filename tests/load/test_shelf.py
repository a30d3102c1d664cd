"""Where references lead: names, paths, the nearest folder, and what is not a plan."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.errors import TrackerError
from tracker.load.graph import ancestors, history
from tracker.load.shelf import Shelf
from tracker.plan.model import Plan


@pytest.fixture
def plans(tmp_path: Path) -> Path:
    folder = tmp_path / "plans"
    (folder / "extracted").mkdir(parents=True)
    for ref, revises, date in (("first", "", "2025-01-01"), ("second", "first", "2025-02-01")):
        (folder / f"{ref}.yaml").write_text(
            f"version: {ref}\ntitle: {ref}\ntext: full\ndate: {date}\nrevises: [{revises}]\n", "utf-8"
        )
    (folder / "extracted/first.yaml").write_text(
        "version: first\ncuration: extracted\ntitle: x\ntext: reported\n", "utf-8"
    )
    (folder / "names.yaml").write_text("parties: {alpha: {name: Alpha, type: state}}\n", "utf-8")
    return folder


def test_the_nearest_folder_upward(plans: Path) -> None:
    assert Shelf.find(start=plans.parent).root == plans
    assert Shelf.find(start=plans / "extracted").root == plans
    with pytest.raises(TrackerError, match="no such folder"):
        Shelf.find(plans / "nowhere")


def test_an_extracted_file_is_a_plan_but_no_version(plans: Path) -> None:
    shelf = Shelf(plans)
    assert shelf.refs() == ("extracted/first", "first", "second")
    assert list(shelf.versions()) == ["first", "second"]
    assert shelf.resolve("extracted/first")[0] == "extracted/first"


def test_reserved_names_are_no_plans(plans: Path) -> None:
    with pytest.raises(TrackerError):
        Shelf(plans).resolve("names")


def test_names_and_display(plans: Path) -> None:
    shelf = Shelf(plans)
    assert shelf.names.display == {"alpha": "Alpha"}
    assert set(shelf.context) >= {"party", "place"}


def test_a_broken_file_is_set_apart(plans: Path) -> None:
    (plans / "third.yaml").write_text("title: [", "utf-8")
    shelf = Shelf(plans)
    assert list(shelf.versions()) == ["first", "second"]
    assert [document.source.path for document in shelf.broken()] == [plans / "third.yaml"]
    with pytest.raises(TrackerError) as caught:
        shelf.usable("third")
    assert caught.value.report.diagnostics


def test_the_revision_graph_ends_even_in_a_circle() -> None:
    def plan(name: str, *revises: str) -> Plan:
        return Plan(version=name, title=name, text="full", revises=revises)

    versions = {"a": plan("a", "c"), "b": plan("b", "a"), "c": plan("c", "b")}
    assert [p.version for p in ancestors("c", versions)] == ["b", "a"]
    assert [p.version for p in history("a", "b", versions)] == ["c"]
