"""`tracker new`: a valid file from the start, and still one when its stubs are uncommented."""

from __future__ import annotations

import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.plan.test_schema import validator
from tracker.load.shelf import Shelf
from tracker.load.yaml import parse
from tracker.source import Source

ROOT = Path(__file__).resolve().parents[2]


def tracker(*arguments: str, cwd: Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tracker", *arguments]
    return subprocess.run(command, cwd=cwd, capture_output=True, text=True, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    shutil.copytree(ROOT / "plans", tmp_path / "plans")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    shutil.copytree(ROOT / "tracker" / "schema", tmp_path / "tracker" / "schema")
    return tmp_path


def uncommented(text: str) -> str:
    """The file with the mark taken off every line of the stubs."""
    head, mark, stubs = text.partition("# provisions:")
    assert mark
    return head + re.sub(r"^# ?", "", mark + stubs, flags=re.MULTILINE)


@pytest.mark.parametrize(
    ("other", "text", "presence"),
    [
        ("original", "reported", "reported"),
        ("geneva", "full", "in-text"),
        ("twenty-point", "read-aloud", "in-text"),
    ],
)
def test_stubs_of_the_version_revised(folder: Path, other: str, text: str, presence: str) -> None:
    done = tracker(
        "new", "next", "--revises", other, "--title", "The next: one", "--date", "2026-01-05", "--text", text,
        cwd=folder,
    )  # fmt: skip
    assert (done.returncode, done.stderr) == (0, "wrote plans/next.yaml\n"), done.stderr
    shelf = Shelf.find(folder / "plans")
    path = folder / "plans" / "next.yaml"
    bare = shelf.open(path)
    assert not bare.diagnostics and bare.model is not None
    assert (bare.model.title, str(bare.model.date), bare.model.text) == ("The next: one", "2026-01-05", text)
    assert bare.model.revises == (other,) and bare.model.provisions == ()

    made = shelf.open_text(uncommented(path.read_text(encoding="utf-8")).encode(), "next.yaml")
    assert not made.diagnostics and made.model is not None
    parent = shelf.open(folder / "plans" / f"{other}.yaml").model
    assert parent is not None
    assert [p.id for p in made.model.provisions] == [p.id for p in parent.provisions if p.held]
    assert {p.presence for p in made.model.provisions} == {presence}
    assert list(validator().iter_errors(as_lists(made.data))) == []


def as_lists(value: object) -> object:
    if isinstance(value, dict):
        return {key: as_lists(item) for key, item in value.items()}
    return [as_lists(item) for item in value] if isinstance(value, tuple) else value


def test_a_stub_names_its_term_and_states_no_figure(folder: Path) -> None:
    tracker("new", "next", "--revises", "original", cwd=folder)
    text = (folder / "plans/next.yaml").read_text(encoding="utf-8")
    assert "{kind: force-cap, party: ukraine}" in text
    assert "limit:" not in text


def test_the_file_is_in_its_usual_form_and_clean(folder: Path) -> None:
    tracker("new", "talks/next", "--revises", "geneva", cwd=folder)
    path = folder / "plans/talks/next.yaml"
    text = path.read_text(encoding="utf-8")
    assert text.startswith("# yaml-language-server: $schema=../../tracker/schema/plan.schema.json\n")
    assert tracker("fmt", "--check", "plans/talks", cwd=folder).returncode == 0
    path.write_text(uncommented(text), encoding="utf-8")
    assert tracker("fmt", "--check", "plans/talks", cwd=folder).returncode == 0


def test_one_stub_alone_is_valid_too(folder: Path) -> None:
    tracker("new", "next", "--revises", "original", cwd=folder)
    lines = (folder / "plans/next.yaml").read_text(encoding="utf-8").splitlines()
    start = lines.index("#   - id: armed-forces-limit")
    end = lines.index("#", start)
    for i in (lines.index("# provisions:"), *range(start, end)):
        lines[i] = lines[i].removeprefix("# ")
    data = parse(Source("x", "\n".join(lines) + "\n"))
    assert not data.diagnostics
    assert [p["id"] for p in data.data["provisions"]] == ["armed-forces-limit"]  # type: ignore[index]


def test_without_a_version_to_revise(folder: Path) -> None:
    assert tracker("new", "fresh-start", cwd=folder).returncode == 0
    text = (folder / "plans/fresh-start.yaml").read_text(encoding="utf-8")
    assert "title: Fresh start\n" in text and "provisions" not in text


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (["geneva"], "plans/geneva.yaml exists"),
        (["names"], "no name for a version"),
        (["../outside"], "no name for a version"),
        (["Next One"], "no name for a version"),
        (["-x"], "No such option"),
        (["next", "--revises", "genva"], "did you mean `geneva`?"),
        (["next", "--date", "yesterday"], "2025-11-20"),
    ],
)
def test_what_cannot_be_done(folder: Path, arguments: list[str], said: str) -> None:
    before = sorted(p.name for p in (folder / "plans").iterdir())
    geneva = (folder / "plans/geneva.yaml").read_bytes()
    done = tracker("new", *arguments, cwd=folder)
    assert done.returncode == 2 and "Traceback" not in done.stderr
    assert said in done.stderr
    assert sorted(p.name for p in (folder / "plans").iterdir()) == before
    assert (folder / "plans/geneva.yaml").read_bytes() == geneva
