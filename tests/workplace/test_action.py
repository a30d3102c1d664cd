"""The GitHub Action and the workflow: valid, nothing interpolated into scripts, the scripts really run."""

from __future__ import annotations

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest
import yaml

ROOT = Path(__file__).resolve().parents[2]
ACTION = ROOT / ".github/actions/check"
WORKFLOW = ROOT / ".github/workflows/check.yml"
PLAN = """\
# yaml-language-server: $schema=../tracker/schema/plan.schema.json
version: {name}
title: {title}
date: "2025-11-20"
text: full

provisions:
  - id: forces-cap
    title: Limit on forces
    issue: sec.force_cap
    summary: The forces are limited to {limit:,}.
    presence: in-text
    terms: [{{kind: force-cap, party: ukraine, limit: {limit}}}]
    evidence: [{{source: wire-2025-11-20, hedge: reported}}]
"""
NAMES = "parties:\n  ukraine:\n    name: Ukraine\n    type: state\n"
SOURCES = 'wire-2025-11-20:\n  publisher: Wire\n  date: "2025-11-20"\n  kind: text\n'

pytestmark = pytest.mark.skipif(
    not (shutil.which("bash") and shutil.which("git")), reason="no bash or no git"
)


def run(*command: str, cwd: Path, **variables: str) -> subprocess.CompletedProcess[str]:
    """A program with the tracker on its path and nothing of the surrounding CI or git in its environment."""
    kept = {k: v for k, v in os.environ.items() if not k.startswith(("GITHUB_", "TRACKER_", "GIT_"))}
    where = {"PATH": f"{Path(sys.executable).parent}{os.pathsep}{os.environ['PATH']}", "LC_ALL": "C.UTF-8"}
    return subprocess.run(
        command, cwd=cwd, env=kept | where | variables, capture_output=True, text=True, check=False
    )


def git(folder: Path, *arguments: str) -> str:
    who = ("-c", "user.name=x", "-c", "user.email=x@example.org", "-c", "commit.gpgsign=false")
    done = run("git", *who, *arguments, cwd=folder)
    assert done.returncode == 0, done.stderr
    return done.stdout.strip()


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A repository with two commits: a limit raised, a plan new, another gone."""
    plans = tmp_path / "repo" / "plans"
    plans.mkdir(parents=True)
    (plans / "names.yaml").write_text(NAMES, encoding="utf-8")
    (plans / "sources.yaml").write_text(SOURCES, encoding="utf-8")
    for name in ("draft", "old"):
        text = PLAN.format(name=name, title="A draft", limit=600000)
        (plans / f"{name}.yaml").write_text(text, encoding="utf-8")
    repo = tmp_path / "repo"
    git(repo, "init", "-q", "-b", "main")
    git(repo, "add", "-A")
    git(repo, "commit", "-qm", "first")
    text = PLAN.format(name="draft", title="A draft", limit=800000)
    (plans / "draft.yaml").write_text(text, encoding="utf-8")
    text = PLAN.format(name="fresh", title="Another", limit=700000)
    (plans / "fresh.yaml").write_text(text, encoding="utf-8")
    (plans / "old.yaml").unlink()
    git(repo, "add", "-A")
    git(repo, "commit", "-qm", "second")
    return repo


# --- the files ----------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("path", "schema"),
    [(ACTION / "action.yml", "vendor.github-actions"), (WORKFLOW, "vendor.github-workflows")],
)
def test_the_files_are_valid(path: Path, schema: str) -> None:
    done = run(sys.executable, "-m", "check_jsonschema", "--builtin-schema", schema, str(path), cwd=ROOT)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize("path", [ACTION / "action.yml", WORKFLOW], ids=["action", "workflow"])
def test_nothing_is_interpolated_into_scripts(path: Path) -> None:
    loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
    jobs = loaded.get("jobs") or {"action": loaded["runs"]}
    scripts = [step["run"] for job in jobs.values() for step in job["steps"] if "run" in step]
    assert scripts and not [script for script in scripts if "${{" in script]


def test_every_input_is_used() -> None:
    text = (ACTION / "action.yml").read_text(encoding="utf-8")
    head, _, steps = text.partition("\nruns:")
    names = re.findall(r"^  ([a-z-]+):$", head.partition("inputs:")[2].partition("outputs:")[0], re.MULTILINE)
    assert len(names) > 8
    assert [name for name in names if f"inputs.{name}" not in steps] == []


def test_every_variable_reaches_a_script() -> None:
    handed = set(re.findall(r"^\s+(TRACKER_\w+):", (ACTION / "action.yml").read_text("utf-8"), re.MULTILINE))
    scripts = "".join(path.read_text("utf-8") for path in ACTION.iterdir())
    assert {name for name in handed if f"${{{name}" not in scripts} == set()
    assert {"TRACKER_PATHS", "TRACKER_ARGS", "TRACKER_BASE"} <= handed


def test_the_workflow_uses_the_action_and_all_pythons() -> None:
    jobs = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["jobs"]
    assert any(step.get("uses") == "./.github/actions/check" for step in jobs["plans"]["steps"])
    assert jobs["tests"]["strategy"]["matrix"]["python"] == ["3.11", "3.12", "3.13", "3.14"]


# --- the check ----------------------------------------------------------------------------------------


def check(folder: Path, tmp_path: Path, **variables: str) -> tuple[int, str, str]:
    """Run the script; its exit code, what it prints, and what it tells the steps after it."""
    told = tmp_path / "output"
    told.write_text("", encoding="utf-8")
    settings = {"GITHUB_ACTIONS": "true", "GITHUB_OUTPUT": str(told), **variables}
    done = run("bash", str(ACTION / "check.sh"), cwd=folder, **settings)
    return done.returncode, done.stdout + done.stderr, told.read_text(encoding="utf-8")


def test_clean_plans_pass(folder: Path, tmp_path: Path) -> None:
    code, said, told = check(folder, tmp_path, TRACKER_PATHS="plans")
    assert (code, told) == (0, "exit-code=0\n"), said


def test_findings_annotate_and_fail(folder: Path, tmp_path: Path) -> None:
    path = folder / "plans/draft.yaml"
    path.write_text(path.read_text("utf-8").replace("ukraine, limit", "ukrain, limit"), encoding="utf-8")
    code, said, told = check(folder, tmp_path, TRACKER_PATHS="plans")
    assert (code, told) == (1, "exit-code=1\n")
    assert re.search(r"^::error file=plans/draft\.yaml,line=13,.*title=PAR001", said, re.MULTILINE), said


def test_flags_pass_through(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "a folder"
    out.mkdir()
    code, said, _ = check(
        folder,
        tmp_path,
        TRACKER_PATHS="plans/draft.yaml\nplans/fresh.yaml\n",
        TRACKER_ARGS="--select=EVI\r\n--no-cache\n\n--statistics\n",
        TRACKER_FAIL_ON="info",
        TRACKER_SARIF=str(out / "x.sarif"),
        TRACKER_JUNIT=str(out / "x.xml"),
    )
    assert code in (0, 1), said
    sarif = json.loads((out / "x.sarif").read_text(encoding="utf-8"))
    assert {r["ruleId"][:3] for r in sarif["runs"][0]["results"]} <= {"EVI"}
    assert (out / "x.xml").read_text(encoding="utf-8").startswith("<?xml")


def test_history_is_checked_when_asked(folder: Path, tmp_path: Path) -> None:
    code, said, _ = check(folder, tmp_path, TRACKER_PATHS="plans", TRACKER_AGAINST="HEAD~1")
    assert code == 1 and "HIS" in said, said


@pytest.mark.parametrize("name", ["TRACKER_PATHS", "TRACKER_ARGS", "TRACKER_FAIL_ON", "TRACKER_AGAINST"])
@pytest.mark.parametrize(
    "text", ["$(touch pwned)", "`touch pwned`", "; touch pwned", "' && touch pwned #", "-x"]
)
def test_inputs_are_never_run(folder: Path, tmp_path: Path, name: str, text: str) -> None:
    code, said, _ = check(folder, tmp_path, **{"TRACKER_PATHS": "plans", name: text})
    assert code == 2, said
    assert not list(folder.rglob("pwned")) and "Traceback" not in said


# --- the summary --------------------------------------------------------------------------------------


def summary(folder: Path, tmp_path: Path, **variables: str) -> tuple[str, str]:
    page = tmp_path / "summary.md"
    page.write_text("", encoding="utf-8")
    settings = {"TRACKER_PATHS": "plans", "GITHUB_STEP_SUMMARY": str(page), **variables}
    done = run("bash", str(ACTION / "summary.sh"), cwd=folder, **settings)
    assert done.returncode == 0, done.stderr
    return page.read_text(encoding="utf-8"), done.stdout + done.stderr


def test_the_provision_diff_of_changed_plans(folder: Path, tmp_path: Path) -> None:
    page, said = summary(folder, tmp_path, TRACKER_BASE="HEAD~1")
    assert "600,000" in page and "800,000" in page, said
    assert "## plans/fresh.yaml\n\nA new file." in page
    assert "## plans/old.yaml\n\nThe file is gone." in page
    assert "names.yaml" not in page


def test_nothing_changed_says_nothing(folder: Path, tmp_path: Path) -> None:
    assert summary(folder, tmp_path, TRACKER_BASE="HEAD")[0] == ""


def test_a_broken_plan_does_not_break_the_summary(folder: Path, tmp_path: Path) -> None:
    (folder / "plans/draft.yaml").write_text('version: "draft\n', encoding="utf-8")
    page, _ = summary(folder, tmp_path, TRACKER_BASE="HEAD~1")
    assert "Cannot be compared" in page and "plans/fresh.yaml" in page


@pytest.mark.parametrize(
    ("base", "said"),
    [
        ("", "no revision"),
        ("0" * 40, "no revision"),
        ("--output=pwned", "no revision"),
        ("$(touch pwned)", "no revision"),
        ("1234567890abcdef1234567890abcdef12345678", "fetch-depth: 0"),
    ],
)
def test_without_a_usable_base(folder: Path, tmp_path: Path, base: str, said: str) -> None:
    page, printed = summary(folder, tmp_path, TRACKER_BASE=base)
    assert page == "" and said in printed and not list(folder.rglob("pwned"))
