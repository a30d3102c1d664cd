"""The pre-commit hooks, by really running pre-commit on a scratch repository."""

from __future__ import annotations

import importlib.util
import shutil
import sys
from pathlib import Path

import pytest
import yaml

from tests.workplace.test_action import ROOT, folder, git, run

__all__ = ["folder"]

pytestmark = [
    pytest.mark.skipif(not shutil.which("git"), reason="there is no git"),
    pytest.mark.skipif(importlib.util.find_spec("pre_commit") is None, reason="pre-commit is not installed"),
]
HOOKS = ROOT / ".pre-commit-hooks.yaml"
IDS = ("tracker-check", "tracker-fmt", "tracker-changelog")


@pytest.fixture
def hooked(folder: Path, tmp_path: Path) -> Path:
    """The scratch repository, with our hooks from a repository of their own.

    `language: system` runs the tracker at hand instead of installing one: the same entries, files and
    arguments, without a download.
    """
    ours = tmp_path / "hooks"
    ours.mkdir()
    shutil.copy(HOOKS, ours)
    git(ours, "init", "-q", "-b", "main")
    git(ours, "add", "-A")
    git(ours, "commit", "-qm", "hooks")
    hooks = [{"id": hook, "language": "system"} for hook in IDS]
    config = {"repos": [{"repo": str(ours), "rev": git(ours, "rev-parse", "HEAD"), "hooks": hooks}]}
    (folder / ".pre-commit-config.yaml").write_text(yaml.safe_dump(config), encoding="utf-8")
    assert (
        run(sys.executable, "-m", "tracker", "changelog", "-o", "plans/CHANGELOG.md", cwd=folder).returncode
        == 0
    )
    git(folder, "add", "-A")
    git(folder, "commit", "-qm", "hooks")
    return folder


def pre_commit(folder: Path, tmp_path: Path, hook: str) -> tuple[int, str]:
    done = run(
        sys.executable, "-m", "pre_commit", "run", hook, "--all-files", "--verbose", "--color=never",
        cwd=folder, PRE_COMMIT_HOME=str(tmp_path / "cache"),
    )  # fmt: skip
    return done.returncode, done.stdout + done.stderr


def test_the_manifest_is_valid(tmp_path: Path) -> None:
    done = run(sys.executable, "-m", "pre_commit", "validate-manifest", str(HOOKS), cwd=tmp_path,
               PRE_COMMIT_HOME=str(tmp_path / "cache"))  # fmt: skip
    assert done.returncode == 0, done.stdout + done.stderr
    hooks = yaml.safe_load(HOOKS.read_text(encoding="utf-8"))
    assert tuple(hook["id"] for hook in hooks) == IDS
    assert all(hook["language"] == "python" and hook["require_serial"] for hook in hooks)


@pytest.mark.parametrize("hook", IDS)
def test_clean_plans_pass(hooked: Path, tmp_path: Path, hook: str) -> None:
    code, said = pre_commit(hooked, tmp_path, hook)
    assert code == 0 and "Passed" in said, said


def test_a_finding_stops_the_commit(hooked: Path, tmp_path: Path) -> None:
    path = hooked / "plans/draft.yaml"
    path.write_text(
        path.read_text("utf-8").replace("presence: in-text", "presence: in-txt"), encoding="utf-8"
    )
    git(hooked, "add", "-A")
    code, said = pre_commit(hooked, tmp_path, "tracker-check")
    assert code == 1 and "SHP005" in said and "exit code: 1" in said, said


def test_a_file_is_formatted_and_the_commit_stopped(hooked: Path, tmp_path: Path) -> None:
    path = hooked / "plans/draft.yaml"
    neat = path.read_text("utf-8")
    messy = neat.replace("title: A draft\n", "").replace("text: full\n", "text: full\ntitle: A draft\n")
    path.write_text(messy, encoding="utf-8")
    git(hooked, "add", "-A")
    code, said = pre_commit(hooked, tmp_path, "tracker-fmt")
    assert code == 1 and "files were modified by this hook" in said, said
    assert path.read_text("utf-8") == neat


def test_a_stale_changelog_stops_the_commit(hooked: Path, tmp_path: Path) -> None:
    path = hooked / "plans/fresh.yaml"
    path.write_text(path.read_text("utf-8").replace("title: Another", "title: A third"), encoding="utf-8")
    git(hooked, "add", "-A")
    code, said = pre_commit(hooked, tmp_path, "tracker-changelog")
    assert code == 1 and "CHANGELOG.md" in said, said


def test_other_files_are_no_business_of_the_hooks(hooked: Path, tmp_path: Path) -> None:
    git(hooked, "rm", "-rq", "plans")
    (hooked / "notes.yaml").write_text("{", encoding="utf-8")
    git(hooked, "add", "-A")
    for hook in IDS:
        code, said = pre_commit(hooked, tmp_path, hook)
        assert code == 0 and "no files to check" in said, said


def test_the_hooks_install_themselves(folder: Path, tmp_path: Path) -> None:
    """As users have it: pre-commit makes an environment of its own and installs the tracker into it."""
    ours = tmp_path / "tracker-itself"
    ours.mkdir()
    for name in ("pyproject.toml", "README.md", "LICENSE", HOOKS.name):
        shutil.copy(ROOT / name, ours)
    shutil.copytree(ROOT / "tracker", ours / "tracker", ignore=shutil.ignore_patterns("__pycache__"))
    git(ours, "init", "-q", "-b", "main")
    git(ours, "add", "-A")
    git(ours, "commit", "-qm", "tracker")
    done = run(
        sys.executable, "-m", "pre_commit", "try-repo", str(ours), "tracker-check",
        "--all-files", "--verbose", "--color=never",
        cwd=folder, PRE_COMMIT_HOME=str(tmp_path / "cache"), PIP_RETRIES="1", PIP_DEFAULT_TIMEOUT="15",
    )  # fmt: skip
    said = done.stdout + done.stderr
    if "An unexpected error has occurred: CalledProcessError" in said and "install" in said:
        pytest.skip("pre-commit could not install the tracker: no package registry within reach")
    assert done.returncode == 0 and "Passed" in said and "hook id: tracker-check" in said, said
