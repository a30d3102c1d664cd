"""What a folder was, and what may not become of it in silence."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.lint.project import TODAY, files_of, write_project
from tracker.errors import TrackerError
from tracker.lint.config import Config
from tracker.lint.desk import Desk
from tracker.lint.findings import Finding
from tracker.lint.inputs import Inputs
from tracker.lint.register import rules
from tracker.lint.rule import Rule
from tracker.lint.sweep import sweep
from tracker.load.past import past

HISTORY = [rule for rule in rules().values() if rule.scope == "history"]
each_rule = pytest.mark.parametrize("rule", HISTORY, ids=lambda rule: rule.name)


def since(root: Path, against: str, *paths: str) -> list[Finding]:
    """The findings of the history rules."""
    inputs = Inputs.of([str(root / path) for path in paths], root / "plans", Config())
    desk = Desk(inputs.shelf, TODAY)
    inputs = Inputs(inputs.shelf, desk, inputs.asked)
    found, _ = sweep(inputs, Config(), past=past(against, root / "plans"))
    return [f for f in found.findings if f.code.startswith("HIS")]


@each_rule
def test_bad_example_is_found_alone(rule: Rule, tmp_path: Path) -> None:
    write_project(tmp_path, files_of(rule.bad))
    assert {f.code for f in since(tmp_path, str(tmp_path / "before"))} == {rule.code}


@each_rule
def test_good_example_is_clean(rule: Rule, tmp_path: Path) -> None:
    write_project(tmp_path, files_of(rule.good))
    assert since(tmp_path, str(tmp_path / "before")) == []


# --- small edits of one file -------------------------------------------------------------------------

HEAD = 'version: draft\ntitle: A draft\ntext: {text}\ndate: "2025-11-20"\n{more}provisions:\n'
EVIDENCE = "[{source: wire-2025-11-20, hedge: reported}]"


def provision(id: str, *, terms: str = "[]", evidence: str = EVIDENCE, **more: str) -> str:
    given = {
        "title": f"On {id}",
        "issue": "sec.force_cap",
        "summary": f"It is about {id}.",
        "presence": "reported",
    }
    lines = [f"{key}: {value}" for key, value in {**given, **more}.items()]
    return f"  - id: {id}\n    " + "\n    ".join([*lines, f"terms: {terms}", f"evidence: {evidence}"]) + "\n"


def cap(limit: object) -> str:
    return f"[{{kind: force-cap, party: ukraine, limit: {limit}}}]"


def plan(*provisions: str, text: str = "reported", more: str = "") -> str:
    return HEAD.format(text=text, more=more) + "".join(provisions) + ("" if provisions else "  []\n")


def correction(*, provision: str = "") -> str:
    of = f", provision: {provision}" if provision else ""
    return f'corrections: [{{date: "2025-12-01", reason: A slip{of}}}]\n'


NEW = "[{source: daily-2025-11-21, hedge: reported}]"
BOTH = "[{source: wire-2025-11-20, hedge: reported}, {source: daily-2025-11-21, hedge: reported}]"
A, B, C = provision("aa"), provision("bb"), provision("cc")


def reading(limit: int, source: str, because: str = "sources") -> str:
    return (
        f"{{because: {because}, presence: reported, terms: {cap(limit)}, "
        f"evidence: [{{source: {source}, hedge: reported}}]}}"
    )


def contested(*readings: str) -> str:
    return provision("aa", presence="contested", readings="[" + ", ".join(readings) + "]", evidence="[]")


@pytest.mark.parametrize(
    ("before", "after", "codes"),
    [
        pytest.param(plan(A, B), plan(A, B), [], id="nothing changed"),
        pytest.param(plan(A, B), "# a remark\n" + plan(B, A), [], id="order and remarks"),
        pytest.param(plan(A), plan(provision("aa", summary="In other words.")), [], id="reworded"),
        pytest.param(plan(A), plan(provision("aa", evidence=BOTH)), [], id="more evidence"),
        pytest.param(plan(A), plan(A, B), [], id="learned of a text not known as a whole"),
        pytest.param(plan(A, text="full"), plan(A, B, text="full"), ["HIS004"], id="added to a full text"),
        pytest.param(
            plan(A, text="full"), plan(A, B, text="full", more=correction()), [], id="added with a correction"
        ),
        pytest.param(plan(A, B, C), plan(A, C), ["HIS001"], id="vanished"),
        pytest.param(plan(A, B), plan(), ["HIS001", "HIS001"], id="all vanished"),
        pytest.param(
            plan(A, B),
            plan(A, provision("dd", title="Other", was="[{id: bb, how: merged}]", summary="Quite new.")),
            [],
            id="merged into another",
        ),
        pytest.param(
            plan(provision("aa", terms=cap(6))), plan(provision("bb", terms=cap(6))), ["HIS002"], id="renamed"
        ),
        pytest.param(
            plan(provision("aa", terms=cap(6))),
            plan(provision("bb", terms=cap(6), was="[{id: aa, how: renamed}]")),
            [],
            id="renamed and said so",
        ),
        pytest.param(
            plan(provision("aa", terms=cap(6))),
            plan(provision("bb", terms="[{kind: amnesty, scope: full}]", issue="jus.amnesty")),
            ["HIS001"],
            id="another provision is no new name",
        ),
        pytest.param(
            plan(provision("aa", terms=cap(6))),
            plan(provision("aa", terms=cap(8)), more=correction()),
            ["HIS003"],
            id="figure",
        ),
        pytest.param(
            plan(provision("aa", terms=cap(6))),
            plan(provision("aa", terms=cap(8), evidence=NEW), more=correction(provision="aa")),
            [],
            id="figure with new evidence",
        ),
        pytest.param(
            plan(provision("aa", terms=cap(6))),
            plan(provision("aa", terms=cap(8), evidence=EVIDENCE.replace("}", ", note: Read again.}"))),
            ["HIS003", "HIS004"],
            id="a note is no new evidence",
        ),
        pytest.param(
            plan(provision("aa", terms=cap(6))),
            plan(provision("aa", terms=cap("none")), more=correction()),
            ["HIS003"],
            id="figure to none",
        ),
        pytest.param(plan(A), plan(provision("aa", terms=cap(8))), [], id="figure stated for the first time"),
        pytest.param(
            plan(contested(reading(6, "wire-2025-11-20"), reading(8, "daily-2025-11-21"))),
            plan(contested(reading(8, "wire-2025-11-20"), reading(6, "daily-2025-11-21"))),
            ["HIS003", "HIS003"],
            id="figures change places between readings",
        ),
        pytest.param(
            plan(contested(reading(6, "wire-2025-11-20"), reading(8, "daily-2025-11-21"))),
            plan(contested(reading(8, "daily-2025-11-21"), reading(6, "wire-2025-11-20"))),
            [],
            id="readings in another order",
        ),
        pytest.param(
            plan(A), plan(provision("aa", presence="in-text"), text="reported"), ["HIS004"], id="presence"
        ),
        pytest.param(
            plan(provision("aa", modality="will")),
            plan(provision("aa", modality="obliges"), more=correction(provision="bb")),
            ["HIS004"],
            id="a correction speaks for its provision only",
        ),
        pytest.param(
            plan(provision("aa", modality="will"), more=correction()),
            plan(provision("aa", modality="obliges"), more=correction()),
            ["HIS004"],
            id="an old correction speaks for nothing new",
        ),
        pytest.param(plan(A), plan(A).replace("11-20", "11-21", 1), ["HIS004"], id="date of the version"),
        pytest.param(
            plan(A).replace("title:", "curation: extracted\ntitle:", 1),
            plan().replace("title:", "curation: extracted\ntitle:", 1),
            [],
            id="drafts of a program are made anew",
        ),
        pytest.param("version: [", plan(A), ["HIS006"], id="unreadable then"),
    ],
)
def test_edit(before: str, after: str, codes: list[str], tmp_path: Path) -> None:
    write_project(tmp_path, {"before/draft.yaml": before, "plans/draft.yaml": after})
    assert sorted(f.code for f in since(tmp_path, str(tmp_path / "before"))) == codes


def test_vanished_is_told_at_the_neighbour_and_known_by_its_lineage(tmp_path: Path) -> None:
    write_project(tmp_path, {"before/draft.yaml": plan(A, B, C), "plans/draft.yaml": plan(A, C)})
    (found,) = since(tmp_path, str(tmp_path / "before"))
    assert found.place.text.strip() == "- id: aa"
    assert found.subject.lineage == "bb"
    write_project(tmp_path, {"plans/draft.yaml": plan(C, A)})
    (again,) = since(tmp_path, str(tmp_path / "before"))
    assert again.fingerprint == found.fingerprint
    write_project(tmp_path, {"before/draft.yaml": plan(B, C), "plans/draft.yaml": plan(C)})
    (first,) = since(tmp_path, str(tmp_path / "before"))
    assert first.place.text.strip() == "- id: cc"


def test_lost_version_is_told_at_what_revised_it(tmp_path: Path) -> None:
    older = plan(A).replace("version: draft", "version: older")
    child = plan(A).replace("version: draft", "version: zzz\nrevises: [older]")
    files = {"before/older.yaml": older, "before/aaa.yaml": plan(A), "plans/aaa.yaml": plan(A)}
    write_project(tmp_path, {**files, "before/zzz.yaml": child, "plans/zzz.yaml": child})
    (found,) = since(tmp_path, str(tmp_path / "before"))
    assert (found.code, found.subject.values, Path(found.place.path).name) == (
        "HIS005",
        ("older",),
        "zzz.yaml",
    )
    write_project(tmp_path, {"plans/moved/older.yaml": older})
    assert since(tmp_path, str(tmp_path / "before")) == []


def test_nothing_left(tmp_path: Path) -> None:
    write_project(tmp_path, {"before/draft.yaml": plan(A)})
    with pytest.raises(TrackerError, match="none of the 1 plan files"):
        since(tmp_path, str(tmp_path / "before"))


def test_only_what_is_asked_for(tmp_path: Path) -> None:
    files = {"before/draft.yaml": plan(A, B), "plans/draft.yaml": plan(A), "plans/other.yaml": plan(C)}
    write_project(tmp_path, files)
    assert since(tmp_path, str(tmp_path / "before"), "plans/other.yaml") == []
    assert len(since(tmp_path, str(tmp_path / "before"), "plans/draft.yaml")) == 1


# --- git ---------------------------------------------------------------------------------------------

Git = Callable[..., Any]


def git(folder: Path, *arguments: str) -> None:
    who = ("-c", "user.name=Test", "-c", "user.email=test@example.org", "-c", "init.defaultBranch=main")
    subprocess.run(["git", *who, *arguments], cwd=folder, check=True, capture_output=True)


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """One commit with a plan in a project below the top of the repository."""
    top = tmp_path / "top"
    write_project(top / "project", {"plans/draft.yaml": plan(A, B), "plans/sub/öther plan.yaml": plan(C)})
    git(top, "init", "-q")
    git(top, "add", ".")
    git(top, "commit", "-qm", "first")
    return top / "project"


def test_against_a_revision(repository: Path) -> None:
    assert since(repository, "HEAD") == []
    (repository / "plans/draft.yaml").write_text(plan(A), encoding="utf-8")
    assert [f.code for f in since(repository, "HEAD")] == ["HIS001"]
    assert [f.code for f in since(repository, "main")] == ["HIS001"]
    git(repository, "commit", "-qam", "second")
    assert since(repository, "HEAD") == []
    assert [f.subject.lineage for f in since(repository, "HEAD~1")] == ["bb"]


def test_files_added_renamed_and_deleted_since(repository: Path) -> None:
    (repository / "plans/fresh.yaml").write_text(plan(A).replace("draft", "fresh"), encoding="utf-8")
    assert since(repository, "HEAD") == []
    git(repository, "mv", "plans/draft.yaml", "plans/moved.yaml")
    assert since(repository, "HEAD") == []
    (repository / "plans/moved.yaml").write_text(plan(A), encoding="utf-8")
    assert [f.code for f in since(repository, "HEAD")] == ["HIS001"]
    (repository / "plans/moved.yaml").unlink()
    assert [f.code for f in since(repository, "HEAD")] == ["HIS005"]


def test_before_there_was_a_plans_folder(tmp_path: Path) -> None:
    git(tmp_path, "init", "-q")
    git(tmp_path, "commit", "-qm", "empty", "--allow-empty")
    write_project(tmp_path, {"plans/draft.yaml": plan(A)})
    assert since(tmp_path, "HEAD") == []


@pytest.mark.parametrize(
    "revision", ["--output=/tmp/x", "-h", "", "nowhere", "HEAD:project", "HEAD..", "a b"]
)
def test_what_is_no_revision(revision: str, repository: Path) -> None:
    with pytest.raises(TrackerError, match="revision"):
        since(repository, revision)


def test_outside_of_any_repository(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIT_CEILING_DIRECTORIES", str(tmp_path.parent))
    write_project(tmp_path, {"plans/draft.yaml": plan(A)})
    with pytest.raises(TrackerError, match="not a git repository"):
        since(tmp_path, "HEAD")


def test_shallow_clone_says_how_to_get_the_past(repository: Path, tmp_path: Path) -> None:
    (repository / "plans/draft.yaml").write_text(plan(A), encoding="utf-8")
    git(repository, "commit", "-qam", "second")
    git(tmp_path, "clone", "-q", "--depth", "1", (repository.parent).as_uri(), "shallow")
    with pytest.raises(TrackerError) as raised:
        since(tmp_path / "shallow/project", "HEAD~1")
    assert "fetch-depth: 0" in raised.value.help
    assert since(tmp_path / "shallow/project", "HEAD") == []


def test_links_in_a_revision_are_not_followed(repository: Path) -> None:
    (repository / "plans/link.yaml").symlink_to("/etc/hostname")
    git(repository, "add", ".")
    git(repository, "commit", "-qm", "link")
    assert "link" not in past("HEAD", repository / "plans").texts
    assert set(past("HEAD", repository / "plans").texts) == {"draft", "sub/öther plan"}


def test_folders_to_compare_with(tmp_path: Path) -> None:
    write_project(tmp_path / "old", {"plans/draft.yaml": plan(A)})
    assert set(past(str(tmp_path / "old"), tmp_path).texts) == set(
        past(str(tmp_path / "old/plans"), tmp_path).texts
    )
    (tmp_path / "empty").mkdir()
    with pytest.raises(TrackerError, match="holds no plan files"):
        past(str(tmp_path / "empty"), tmp_path)
    with pytest.raises(TrackerError, match="whole plans folder"):
        past("HEAD", None)


# --- the command line --------------------------------------------------------------------------------


def tracker(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-c", "from tracker.cli.main import run; run()", "check", *arguments]
    return subprocess.run(command, cwd=folder, capture_output=True, text=True, timeout=120, check=False)


@pytest.fixture(autouse=True)
def _own_cache(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))


def test_command_line_from_a_subfolder(repository: Path) -> None:
    (repository / "plans/draft.yaml").write_text(plan(A), encoding="utf-8")
    done = tracker(repository / "plans" / "sub", "--against", "HEAD", "--format", "concise")
    assert done.returncode == 1
    assert "HIS001" in done.stdout
    assert tracker(repository, "--against", "-x").returncode == 2
    assert "does not start with a dash" in tracker(repository, "--against=--output=x").stderr


def test_command_line_takes_findings_as_known(repository: Path) -> None:
    (repository / "plans/draft.yaml").write_text(plan(A), encoding="utf-8")
    assert tracker(repository, "--against", "HEAD", "--write-baseline").returncode == 0
    again = tracker(repository, "--against", "HEAD")
    assert again.returncode == 0
    assert "set aside" in again.stdout
    done = tracker(repository, "--against", "HEAD", "--format", "sarif")
    assert '"external"' in done.stdout
    assert "HIS001" in done.stdout
    assert tracker(repository, "--baseline", "nowhere.json").returncode == 2
    assert tracker(repository).returncode == 0
