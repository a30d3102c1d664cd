"""`tracker fmt` at the command line: exit codes, what is written, what is left alone."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

MESSY = "title: A  # note\nversion: draft\ntext: full\n"
NEAT = "version: draft\ntitle: A  # note\ntext: full\n"
BROKEN = 'version: "draft\n'
ROOT = Path(__file__).resolve().parents[2]


def tracker(*arguments: str, cwd: Path, text: str | None = None) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "tracker", *arguments]
    return subprocess.run(command, cwd=cwd, input=text, capture_output=True, text=True, check=False)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    (tmp_path / "plans" / "talks").mkdir(parents=True)
    (tmp_path / "plans" / "draft.yaml").write_text(MESSY, encoding="utf-8")
    (tmp_path / "plans" / "talks" / "other.yml").write_text(NEAT, encoding="utf-8")
    return tmp_path


def test_files_are_formatted_in_place(folder: Path) -> None:
    done = tracker("fmt", cwd=folder)
    assert (done.returncode, done.stdout) == (0, "")
    assert done.stderr == "formatted plans/draft.yaml\n"
    assert (folder / "plans/draft.yaml").read_text(encoding="utf-8") == NEAT
    assert tracker("fmt", cwd=folder).stderr == ""


def test_check_writes_nothing_and_fails(folder: Path) -> None:
    done = tracker("fmt", "--check", cwd=folder)
    assert done.returncode == 1 and done.stderr == "would format plans/draft.yaml\n"
    assert (folder / "plans/draft.yaml").read_text(encoding="utf-8") == MESSY
    assert tracker("fmt", "--check", "plans/talks", cwd=folder).returncode == 0


def test_diff_shows_and_writes_nothing(folder: Path) -> None:
    done = tracker("fmt", "--diff", cwd=folder)
    assert done.returncode == 0
    assert "+version: draft\n title: A  # note\n-version: draft\n" in done.stdout
    assert (folder / "plans/draft.yaml").read_text(encoding="utf-8") == MESSY
    assert tracker("fmt", "--check", "--diff", cwd=folder).returncode == 1


def test_a_broken_file_is_left_alone_and_the_others_are_not(folder: Path) -> None:
    broken = folder / "plans/broken.yaml"
    broken.write_text(BROKEN, encoding="utf-8")
    done = tracker("fmt", cwd=folder)
    assert done.returncode == 2 and "plans/broken.yaml was not formatted" in done.stderr
    assert broken.read_text(encoding="utf-8") == BROKEN
    assert (folder / "plans/draft.yaml").read_text(encoding="utf-8") == NEAT


def test_standard_input(folder: Path) -> None:
    done = tracker("fmt", "-", cwd=folder, text=MESSY)
    assert (done.returncode, done.stdout, done.stderr) == (0, NEAT, "")
    done = tracker("fmt", "-", "--stdin-filename", "plans/new.yaml", cwd=folder, text=BROKEN)
    assert done.returncode == 2 and done.stdout == "" and "plans/new.yaml" in done.stderr
    assert tracker("fmt", "-", "plans", cwd=folder, text=MESSY).returncode == 2


@pytest.mark.parametrize("path", ["nowhere", "plans/nothing.yaml"])
def test_a_path_that_leads_nowhere(folder: Path, path: str) -> None:
    done = tracker("fmt", path, cwd=folder)
    assert done.returncode == 2 and "does not exist" in done.stderr and "Traceback" not in done.stderr


def test_without_plans(tmp_path: Path) -> None:
    done = tracker("fmt", cwd=tmp_path)
    assert done.returncode == 2 and "no plans/ folder" in done.stderr


def test_the_plans_of_this_folder_are_in_their_usual_form() -> None:
    done = tracker("fmt", "--check", cwd=ROOT)
    assert (done.returncode, done.stderr) == (0, "")
