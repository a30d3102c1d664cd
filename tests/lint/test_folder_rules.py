"""Rules over several versions: the graph, and lineages from one to the next."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.running import tracker
from tests.lint.project import SCHEMA_LINE, checked, write_project

GRAPHS: dict[str, tuple[dict[str, tuple[str, str]], list[str]]] = {
    # version -> (date, parents)
    "a line": ({"a": ("2025-01-01", ""), "b": ("2025-01-02", "a"), "c": ("2025-01-03", "b")}, []),
    "the same day": ({"a": ("2025-01-01", ""), "b": ("2025-01-01", "a")}, []),
    "itself": ({"a": ("2025-01-01", "a")}, ["REV002"]),
    "a circle of two": ({"a": ("2025-01-01", "b"), "b": ("2025-01-01", "a")}, ["REV002"]),
    "a circle of three": (
        {"a": ("2025-01-01", "c"), "b": ("2025-01-01", "a"), "c": ("2025-01-01", "b")},
        ["REV002"],
    ),
    "two circles": (
        {
            "a": ("2025-01-01", "b"),
            "b": ("2025-01-01", "a"),
            "c": ("2025-01-01", "d"),
            "d": ("2025-01-01", "c"),
        },
        ["REV002", "REV002"],
    ),
    "a diamond": (
        {
            "a": ("2025-01-01", ""),
            "b": ("2025-01-02", "a"),
            "c": ("2025-01-02", "a"),
            "d": ("2025-01-03", "b, c"),
        },
        [],
    ),
    "too early": ({"a": ("2025-01-02", ""), "b": ("2025-01-01", "a")}, ["REV003"]),
    "nowhere": ({"a": ("2025-01-02", "z, y")}, ["REV001", "REV001"]),
}


@pytest.mark.parametrize("name", GRAPHS)
def test_revision_graph(name: str, tmp_path: Path) -> None:
    versions, expected = GRAPHS[name]
    head = SCHEMA_LINE + "title: T\ntext: full\n"
    files = {
        f"plans/{ref}.yaml": f'{head}version: {ref}\ndate: "{date}"\nrevises: [{parents}]\n'
        for ref, (date, parents) in versions.items()
    }
    write_project(tmp_path, files)
    found = [f.code for f in checked(tmp_path).findings if f.code.startswith("REV")]
    assert found == expected


def test_parent_that_does_not_load_is_no_unknown_parent(tmp_path: Path) -> None:
    head = SCHEMA_LINE + 'version: b\ntitle: T\ntext: full\ndate: "2025-01-01"\nrevises: [a]\n'
    write_project(tmp_path, {"plans/a.yaml": "a: [\n", "plans/b.yaml": head})
    assert "REV001" not in {f.code for f in checked(tmp_path).findings}


def test_an_order_that_the_disk_chooses_changes_nothing(tmp_path: Path) -> None:
    files = {
        f"plans/{ref}.yaml": f'version: {ref}\ntitle: T\ntext: full\ndate: "2025-01-01"\nrevises: [zzz]\n'
        for ref in ("c", "a", "b")
    }
    write_project(tmp_path, files)
    found = checked(tmp_path)
    assert found == checked(tmp_path)
    assert [f.sort_key() for f in found.findings] == sorted(f.sort_key() for f in found.findings)


def test_a_renamed_id_need_not_stand_in_any_version(tmp_path: Path) -> None:
    """It repairs a file whose former state only history knows."""
    plans = tmp_path / "plans"
    plans.mkdir()
    (plans / "draft.yaml").write_text(
        "version: draft\ntitle: A draft\ntext: full\nprovisions:\n"
        "  - {id: forces-limit, title: Limit, issue: sec.force_cap, summary: It is limited., "
        "presence: in-text, was: [{id: force-cap, how: renamed}]}\n",
        "utf-8",
    )
    done = tracker("check", "--no-cache", "--select", "ID004", cwd=tmp_path)
    assert done.returncode == 0, done.stdout
