"""What is remembered between runs gives the same findings, and nothing else is ever believed."""

from __future__ import annotations

import json
import os
from pathlib import Path
from typing import Any

import pytest

from tests.lint.project import NAMES, TODAY, write_project
from tests.lint.test_waivers import PLAN
from tracker.lint import crew, work
from tracker.lint.config import Config
from tracker.lint.desk import Desk
from tracker.lint.findings import Findings
from tracker.lint.inputs import Inputs
from tracker.lint.store import Store, user_folder
from tracker.lint.sweep import sweep


@pytest.fixture
def project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    files = {
        f"plans/{name}.yaml": PLAN.replace("version: draft", f"version: {name}")
        for name in ("one", "two", "three")
    }
    write_project(tmp_path / "project", files)
    return tmp_path / "project"


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files that were really checked."""
    seen: list[str] = []
    real = crew.check_file

    def noting(target: Any, desk: Desk) -> Any:
        seen.append(Path(target.document.source.name).name)
        return real(target, desk)

    monkeypatch.setattr(crew, "check_file", noting)
    return seen


def check(root: Path, *paths: str, config: Config | None = None, jobs: int = 1, **more: Any) -> Findings:
    config = config or Config()
    inputs = Inputs.of([str(root / path) for path in paths], root / "plans", config)
    desk = Desk(inputs.shelf, more.pop("today", TODAY), config.originals)
    inputs = Inputs(inputs.shelf, desk, inputs.asked)
    return sweep(inputs, config, jobs=jobs, store=more.pop("store", Store.at()))[0]


def stored() -> list[Path]:
    folder = user_folder()
    assert folder is not None
    return sorted(folder.glob("*.json"))


def test_second_run_looks_at_nothing_and_says_the_same(project: Path, looked_at: list[str]) -> None:
    first = check(project)
    assert len(looked_at) == 5
    assert check(project) == first
    assert len(looked_at) == 5
    assert first == check(project, store=None)


def test_only_what_changed_is_looked_at(project: Path, looked_at: list[str]) -> None:
    check(project)
    looked_at.clear()
    (project / "plans/one.yaml").write_text("# new\n" + PLAN, encoding="utf-8")
    second = check(project)
    assert looked_at == ["one.yaml"]
    assert second == check(project, store=None)


def test_rules_over_the_folder_are_asked_anew(project: Path) -> None:
    """A file that did not change has a new finding as another one is gone."""
    child = PLAN.replace("version: draft", "version: child\nrevises: [one]")
    write_project(project, {"plans/child.yaml": child})
    before = check(project)
    (project / "plans/one.yaml").unlink()
    after = check(project)
    assert after == check(project, store=None)
    assert {f.name for f in after.findings} - {f.name for f in before.findings} == {"unknown-parent"}


@pytest.mark.parametrize(
    "change",
    [
        {"plans/names.yaml": NAMES.replace("ukraine:", "ukraina:")},
        {"plans/sources.yaml": "other: {publisher: Another}\n"},
        {"seeds/wire-2025-11-20.md": "---\nid: wire-2025-11-20\n---\n\nThe text.\n"},
    ],
)
def test_what_stands_beside_the_plans_counts(change: dict[str, str], project: Path) -> None:
    check(project)
    write_project(project, change)
    assert check(project) == check(project, store=None)


def test_source_of_a_draft_counts(project: Path) -> None:
    head = f"# source: wire {'0' * 64} seeds/article.txt\n# content: {'0' * 64}\n"
    write_project(project, {"plans/one.yaml": head + PLAN, "seeds/article.txt": "one"})
    keys = work.digest_of(project / "plans/one.yaml", project / "plans")
    write_project(project, {"seeds/article.txt": "two"})
    assert work.digest_of(project / "plans/one.yaml", project / "plans") != keys


def test_day_settings_and_paths_count(
    project: Path, looked_at: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    check(project)
    for again in (
        lambda: check(project, today=TODAY.replace(year=2020)),
        lambda: check(project, config=Config().over(originals=str(project))),
    ):
        looked_at.clear()
        assert {f.severity for f in again().findings}
        assert len(looked_at) == 5
    only = Config().over(select=["TXT001"])
    assert {f.code for f in check(project, config=only).findings} == {"TXT001"}
    monkeypatch.chdir(project)
    assert {f.place.path for f in check(project).findings if f.code == "TXT001"} == {
        "plans/one.yaml", "plans/two.yaml", "plans/three.yaml",
    }  # fmt: skip


def test_version_of_the_program_counts(
    project: Path, looked_at: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    check(project)
    looked_at.clear()
    monkeypatch.setattr("tracker.lint.store.program", lambda: "another")
    check(project)
    assert len(looked_at) == 5


def test_part_of_the_folder(project: Path) -> None:
    check(project)
    part = check(project, "plans/one.yaml")
    assert part == check(project, "plans/one.yaml", store=None)
    assert [Path(name).name for name in part.files] == ["one.yaml"]


@pytest.mark.parametrize(
    "damage",
    [
        pytest.param(lambda raw: b"", id="empty"),
        pytest.param(lambda raw: raw[: len(raw) // 2], id="half"),
        pytest.param(lambda raw: raw.replace(b"TXT001", b"TXT002"), id="edited"),
        pytest.param(lambda raw: b"\x80\x04." + raw, id="pickle"),
        pytest.param(lambda raw: raw.partition(b"\n")[2], id="unsigned"),
        pytest.param(lambda raw: raw.partition(b"\n")[0] + b"\n{}", id="signature of another"),
        pytest.param(lambda raw: os.urandom(1000), id="noise"),
    ],
)
def test_damaged_cache_is_ignored(damage: Any, project: Path, looked_at: list[str]) -> None:
    first = check(project)
    assert len(stored()) == 2
    for path in stored():
        path.write_bytes(damage(path.read_bytes()))
    looked_at.clear()
    assert check(project) == first
    assert len(looked_at) == 5
    looked_at.clear()
    assert check(project) == first
    assert looked_at == []


def test_cache_of_somebody_else_is_not_believed(
    project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A cache handed over with the folder says that all is well; its writer did not have our secret."""
    shared = project / ".tracker-cache"
    honest = check(project, store=Store.at(shared))
    assert honest.failed
    for path in shared.glob("*.json"):
        _, _, payload = path.read_bytes().partition(b"\n")
        data = json.loads(payload)
        for item in data.values() if path.name.startswith("files") else data["files"]:
            item[1] = []
        path.unlink()
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "theirs"))
        theirs = Store.at(shared)
        assert theirs is not None
        theirs.write(path.stem, data)
        monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert check(project, store=Store.at(shared)) == honest


def test_right_signature_and_wrong_shape(project: Path) -> None:
    first = check(project)
    store = Store.at()
    assert store is not None
    for path in stored():
        data = json.loads(path.read_bytes().partition(b"\n")[2])
        if path.name.startswith("files"):
            data = {key: [1, 2] for key in data}
        else:
            data["files"] = [None]
        store.write(path.stem, data)
    assert check(project) == first
    for path in stored():
        store.write(path.stem, [1])
    assert check(project) == first


def test_no_place_for_a_cache(project: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    first = check(project, store=None)
    (tmp_path / "file").write_text("", encoding="utf-8")
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "file"))
    assert Store.at() is None
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    assert check(project, store=Store.at(tmp_path / "file")) == first


def test_several_processes_find_the_same(project: Path) -> None:
    more = {f"plans/x{chr(97 + i)}.yaml": PLAN.replace("draft", f"x{chr(97 + i)}") for i in range(25)}
    write_project(project, more)
    (project / "plans/broken.yaml").write_text("version: [", encoding="utf-8")
    (project / "plans/gone.yaml").symlink_to("nowhere.yaml")
    alone = check(project, store=None)
    assert check(project, jobs=3, store=None) == alone
    assert check(project, jobs=3) == alone
    assert check(project) == alone
