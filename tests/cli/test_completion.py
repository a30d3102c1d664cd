"""Shell completion as typer gives it: commands, versions, codes; cheap, and never an error."""

from __future__ import annotations

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tracker.cli.complete import topic_names, version_names

ROOT = Path(__file__).resolve().parents[2]


def offered(*words: str, cwd: Path = ROOT, shell: str = "bash") -> list[str]:
    """What the shell is offered for the last word."""
    program = Path(sys.executable).with_name("tracker")
    if not program.exists():
        pytest.skip("the tracker is not installed as a program")
    line = " ".join(["tracker", *words])
    asked = {
        "_TRACKER_COMPLETE": f"complete_{shell}",
        "COMP_WORDS": line,
        "COMP_CWORD": str(len(words)),
        "_TYPER_COMPLETE_ARGS": line,
    }
    done = subprocess.run(
        [str(program)], cwd=cwd, env=os.environ | asked, capture_output=True, text=True, check=False
    )
    assert "Traceback" not in done.stderr and "tracker:" not in done.stderr, done.stderr
    return done.stdout.split("\n")


def test_commands() -> None:
    assert {"check", "diff", "explain", "fmt", "new", "schema", "show"} <= set(offered(""))
    assert [word for word in offered("sch") if word] == ["schema"]


@pytest.mark.parametrize("shell", ["bash", "zsh"])
def test_versions_for_arguments(shell: str) -> None:
    for words in (["diff", ""], ["diff", "original", ""], ["show", ""]):
        found = "\n".join(offered(*words, shell=shell))
        assert "geneva" in found and "twenty-point" in found
        assert "names" not in found and "sources" not in found
    assert [word for word in offered("diff", "gen") if word] == ["geneva"]


def test_versions_for_an_option() -> None:
    assert "geneva" in offered("new", "next", "--revises", "")


def test_options() -> None:
    assert "--exit-code" in offered("diff", "--ex")


def test_codes_kinds_and_words() -> None:
    assert "FIG001" in offered("explain", "FIG")
    assert "force-cap" in topic_names("force") and "sec.force_cap" in topic_names("sec.f")
    assert "FIG001" in topic_names("fig") and topic_names("no-such-") == []


def test_names_are_read_from_the_folder_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    assert version_names("") == []
    plans = tmp_path / "plans"
    (plans / "talks").mkdir(parents=True)
    (plans / ".hidden").mkdir()
    for name in ("b.yaml", "a.yaml", "names.yaml", "talks/c.yaml", ".hidden/d.yaml"):
        (plans / name).write_text("not: [valid", encoding="utf-8")
    assert version_names("") == ["a", "b", "talks/c"]
    assert version_names("t") == ["talks/c"]
    monkeypatch.chdir(plans / "talks")
    assert version_names("a") == ["a"]


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_the_script_for_a_shell(shell: str) -> None:
    program = Path(sys.executable).with_name("tracker")
    if not program.exists():
        pytest.skip("the tracker is not installed as a program")
    done = subprocess.run(
        [str(program), "--show-completion"],
        env=os.environ
        | {"_TYPER_COMPLETE_TEST_DISABLE_SHELL_DETECTION": "", "_TRACKER_COMPLETE": f"source_{shell}"},
        capture_output=True,
        text=True,
        check=False,
    )
    assert "_TRACKER_COMPLETE" in done.stdout and "Traceback" not in done.stderr
