"""`tracker diff` as a command: exit codes, what goes where, and what bad input ends in."""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.running import ROOT, tracker


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the plans in an empty place."""
    shutil.copytree(ROOT / "plans", tmp_path / "plans")
    shutil.copytree(ROOT / "seeds", tmp_path / "seeds")
    return tmp_path


def test_the_exit_code_tells_of_differences_only_when_asked() -> None:
    assert tracker("diff", "original", "geneva", "--stat").returncode == 0
    assert tracker("diff", "original", "geneva", "--stat", "--exit-code").returncode == 1
    same = tracker("diff", "original", "original", "--stat", "--exit-code")
    assert same.returncode == 0
    assert "no differences" in same.stdout


def test_a_version_nobody_knows() -> None:
    done = tracker("diff", "original", "genva")
    assert (done.returncode, done.stdout) == (2, "")
    assert "no version `genva` in plans/" in done.stderr
    assert "did you mean `geneva`?" in done.stderr


def test_a_path_and_standard_input() -> None:
    text = (ROOT / "plans/geneva.yaml").read_text("utf-8")
    by_name = tracker("diff", "original", "geneva").stdout.splitlines()
    by_path = tracker("diff", "plans/original.yaml", "plans/geneva.yaml").stdout.splitlines()
    piped = tracker("diff", "original", "-", stdin=text).stdout.splitlines()
    assert by_path == by_name
    assert piped[2:5] == by_name[2:5]
    twice = tracker("diff", "-", "-", stdin=text)
    assert twice.returncode == 2
    assert "one side only" in twice.stderr


def test_every_fault_of_a_file_at_once_with_its_place(folder: Path) -> None:
    path = folder / "plans/geneva.yaml"
    text = path.read_text("utf-8")
    text = text.replace("kind: force-cap", "kind: force-cup", 1).replace("party: ukraine", "party: ukrane", 1)
    text = text.replace("issue: sec.force_cap", "issue: sec.force_cp", 1).replace(
        "    title:", "    titel:", 1
    )
    path.write_text(text, "utf-8")
    done = tracker("diff", "original", "geneva", cwd=folder)
    assert (done.returncode, done.stdout) == (2, "")
    for wrong, right in (
        ("force-cup", "force-cap"),
        ("ukrane", "ukraine"),
        ("sec.force_cp", "sec.force_cap"),
        ("titel", "title"),
    ):
        assert wrong in done.stderr and f"did you mean `{right}`?" in done.stderr
    lines = done.stderr.splitlines()
    number = next(i for i, line in enumerate(text.splitlines(), 1) if "force-cup" in line)
    (fault,) = [i for i, line in enumerate(lines) if "unknown-kind" in line]
    assert lines[fault].startswith(f"plans/geneva.yaml:{number}:")
    source, caret = lines[fault + 1], lines[fault + 2]
    assert source[caret.index("^") :].startswith(("{kind", "kind", "force-cup"))
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize(
    ("content", "says"),
    [
        (b"", "empty"),
        (b"- a\n", "mapping"),
        (b"a: [\n", "syntax"),
        (b"title: \xff\xfe\n", "encoding"),
        (b"title: a\ntitle: b\n", "duplicate-key"),
        (b"title: !!python/object:os.system x\n", "tag"),
        (b"a: 1\n---\nb: 2\n", "several-documents"),
        (b"title: null\n", "null"),
        (b"a: " + b"[" * 5000, "depth"),
        (b"a: &a [x,x,x,x,x,x]\nb: &b [*a,*a,*a,*a,*a,*a]\nc: [" + b"*b," * 200 + b"]\n", "alias"),
    ],
)  # fmt: skip
def test_a_broken_file_is_a_diagnostic_and_exit_2(tmp_path: Path, content: bytes, says: str) -> None:
    path = tmp_path / "broken.yaml"
    path.write_bytes(content)
    done = tracker("diff", str(path), str(ROOT / "plans/geneva.yaml"))
    assert (done.returncode, done.stdout) == (2, "")
    assert says in done.stderr
    assert "broken.yaml" in done.stderr
    assert "Traceback" not in done.stderr


def test_files_in_several_formats_beside_the_terminal(tmp_path: Path) -> None:
    out = tmp_path / "out.md"
    done = tracker(
        "diff", "original", "geneva", "-o", f"markdown:{out}", "-o", f"json:{tmp_path / 'x'}", cwd=ROOT
    )
    assert done.returncode == 0
    assert done.stdout == tracker("diff", "original", "geneva").stdout
    assert out.read_text("utf-8") == tracker("diff", "original", "geneva", "-f", "markdown").stdout
    assert json.loads((tmp_path / "x").read_text("utf-8"))["format"] == "tracker.diff"


def test_nothing_is_written_where_one_target_cannot_be(tmp_path: Path) -> None:
    good = tmp_path / "good.md"
    done = tracker("diff", "original", "geneva", "-o", str(good), "-o", f"nonsense:{tmp_path}/x")
    assert done.returncode == 2
    assert not good.exists()
    nowhere = tracker("diff", "original", "geneva", "-o", f"markdown:{tmp_path}/no/such/folder.md")
    assert (nowhere.returncode, nowhere.stdout) == (2, "")
    assert "cannot be written" in nowhere.stderr


def test_places_on_both_sides_are_true() -> None:
    data = json.loads(tracker("diff", "original", "european", "--format", "json").stdout)
    assert data["counts"]["removed"] == sum(c["kind"] == "removed" for c in data["changes"])
    for change in data["changes"]:
        for place in change["left"] + change["right"]:
            lines = (ROOT / place["file"]).read_text("utf-8").splitlines()
            assert lines[place["line"] - 1].strip() == f"- id: {place['lineage']}"


@pytest.mark.parametrize(
    ("option", "value", "near"),
    [
        ("--only", "contestd", "contested"),
        ("--issue", "sec.forcecap", "sec.force_cap"),
        ("--party", "ukrane", "ukraine"),
    ],
)
def test_a_filter_nobody_knows(option: str, value: str, near: str) -> None:
    done = tracker("diff", "original", "geneva", option, value)
    assert done.returncode == 2
    assert f"did you mean `{near}`?" in done.stderr


def test_filters_narrow_what_is_shown() -> None:
    def lineages(*options: str) -> set[str]:
        data = json.loads(tracker("diff", "original", "european", "-f", "json", *options).stdout)
        return {lineage for change in data["changes"] for lineage in change["lineages"]}

    assert lineages("--issue", "sec.force_cap") == {"armed-forces-limit"}
    assert lineages("--only", "removed") > {"amnesty"} - {"amnesty"}
    assert "fighter-jets-in-poland" not in lineages("--party", "iaea")
    assert "nuclear-plant-operation" in lineages("--party", "iaea")


def test_colour_only_where_it_is_wanted() -> None:
    assert "\x1b[" not in tracker("diff", "original", "geneva").stdout
    assert "\x1b[" in tracker("diff", "original", "geneva", FORCE_COLOR="1").stdout
    assert "\x1b[" not in tracker("diff", "original", "geneva", FORCE_COLOR="1", NO_COLOR="1").stdout
    assert "\x1b[" in tracker("diff", "original", "geneva", "--color", "always", NO_COLOR="1").stdout


def test_a_reader_that_goes_away_is_no_failure() -> None:
    command = f"{sys.executable} -m tracker diff original geneva --all | head -n 1"
    done = subprocess.run(
        ["bash", "-c", f"set -o pipefail; {command}"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.stderr == ""
    assert done.stdout.startswith("original")


def test_what_a_file_says_is_shown_never_obeyed(folder: Path) -> None:
    path = folder / "plans/geneva.yaml"
    text = path.read_text("utf-8")
    path.write_text(text.replace("title: Geneva revision", 'title: "Gen\\e[2Jeva ‮ revision"', 1), "utf-8")
    done = tracker("diff", "original", "geneva", "--color", "always", cwd=folder)
    assert "\x1b[2J" not in done.stdout and "‮" not in done.stdout
    assert "\\x1b[2J" in done.stdout


def test_a_read_only_folder_is_enough(folder: Path) -> None:
    for path in folder.rglob("*"):
        path.chmod(0o555 if path.is_dir() else 0o444)
    try:
        done = tracker("diff", "original", "geneva", "--stat", cwd=folder)
    finally:
        for path in folder.rglob("*"):
            path.chmod(0o755 if path.is_dir() else 0o644)
    assert (done.returncode, done.stderr) == (0, "")


def test_no_plans_folder_anywhere(tmp_path: Path) -> None:
    done = tracker("diff", "original", "geneva", cwd=tmp_path)
    assert done.returncode == 2
    assert "no plans/ folder" in done.stderr


def test_an_internal_fault_is_one_line_and_exit_2(tmp_path: Path) -> None:
    (tmp_path / "sitecustomize.py").write_text(
        "import tracker.diff.compare as c\ndef boom(*a, **k): raise RuntimeError('boom')\nc.compare = boom\n",
        "utf-8",
    )
    done = tracker("diff", "original", "geneva", PYTHONPATH=os.pathsep.join([str(tmp_path), str(ROOT)]))
    assert (done.returncode, done.stdout) == (2, "")
    assert "internal error: RuntimeError: boom" in done.stderr
    assert "Traceback" not in done.stderr


def test_a_git_object(folder: Path) -> None:
    git = ["git", "-c", "user.name=A", "-c", "user.email=a@example.org"]
    subprocess.run([*git, "init", "-q"], cwd=folder, check=True)
    subprocess.run([*git, "add", "."], cwd=folder, check=True)
    subprocess.run([*git, "commit", "-qm", "as it was"], cwd=folder, check=True)
    path = folder / "plans/original.yaml"
    path.write_text(path.read_text("utf-8").replace("limit: 600000", "limit: 650000"), "utf-8")
    done = tracker("diff", "HEAD:plans/original.yaml", "original", cwd=folder)
    assert "600,000 -> 650,000 personnel (+50,000, +8.3%)" in done.stdout
    missing = tracker("diff", "HEAD~9:plans/original.yaml", "original", cwd=folder)
    assert missing.returncode == 2 and missing.stderr.startswith("tracker: git: ")
    assert tracker("diff", "--", "-x:plans/original.yaml", "original", cwd=folder).returncode == 2
