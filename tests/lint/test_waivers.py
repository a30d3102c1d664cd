"""Waivers: narrow, with an approver and an end, and worth a finding when they no longer serve."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.lint.project import checked, write_project
from tracker.lint.findings import Finding

PLAN = """\
# yaml-language-server: $schema=../tracker/schema/plan.schema.json
version: draft
title: A draft
text: full
date: "2025-11-20"
provisions:
  - id: forces-cap
    title: Limit on forces
    issue: sec.force_cap
    summary: The forces of Ukraine are limited, TBD by how much.
    presence: in-text
    evidence: [{source: wire-2025-11-20, hedge: reported}]
"""
NARROW = {"code": "TXT001", "plan": "draft", "lineage": "forces-cap"}
RULES = ("TXT001", "WAI001", "WAI002")


def waivers(*entries: dict[str, str], expires: str = "2030-01-01") -> str:
    rest = {"reason": "It is printed so.", "approver": "A. Editor", "expires": f'"{expires}"'}
    lines = ["waivers:" if entries else "waivers: []"]
    for entry in entries:
        for i, (key, value) in enumerate({**rest, **entry}.items()):
            lines.append(f"  {'-' if not i else ' '} {key}: {value}")
    return "\n".join(lines) + "\n"


def found(root: Path, text: str, *paths: str) -> list[Finding]:
    write_project(root, {"plans/draft.yaml": PLAN, "plans/waivers.yaml": text})
    return [
        f for f in checked(root, *paths).findings if f.code in RULES or f.place.path.endswith("waivers.yaml")
    ]


def fingerprint(root: Path) -> str:
    (finding,) = found(root, waivers())
    return finding.fingerprint


def test_waived_by_plan_and_lineage(tmp_path: Path) -> None:
    (finding,) = found(tmp_path, waivers(NARROW))
    assert (finding.code, finding.state) == ("TXT001", "waived")
    assert "A. Editor" in finding.reason
    result = checked(tmp_path)
    assert not result.failed
    assert result.set_aside == 1


def test_waived_by_fingerprint(tmp_path: Path) -> None:
    key = fingerprint(tmp_path)
    (finding,) = found(tmp_path, waivers({"code": "TXT001", "fingerprint": f'"{key}"'}))
    assert finding.state == "waived"


@pytest.mark.parametrize(
    "entry",
    [
        {**NARROW, "lineage": "forces-limit"},
        {**NARROW, "plan": "other"},
        {**NARROW, "code": "TXT002"},
        {**NARROW, "code": "ABC999"},
        {"code": "TXT001", "fingerprint": '"00000000000000000000"'},
    ],
)
def test_what_does_not_fit_sets_nothing_aside(entry: dict[str, str], tmp_path: Path) -> None:
    by_code = {f.code: f for f in found(tmp_path, waivers(entry))}
    assert by_code["TXT001"].state == "new"
    assert by_code["WAI002"].place.path.endswith("waivers.yaml")
    assert entry["code"] in by_code["WAI002"].place.text


@pytest.mark.parametrize(
    "entry",
    [
        {"code": "TXT001"},
        {"code": "TXT001", "plan": "draft"},
        {"code": "TXT001", "lineage": "forces-cap"},
        {**NARROW, "code": "TXT"},
        {**NARROW, "code": "ALL"},
        {**NARROW, "expires": "soon"},
        {**NARROW, "reason": '""'},
        {**NARROW, "until": "2026"},
    ],
)
def test_never_wide_and_never_vague(entry: dict[str, str], tmp_path: Path) -> None:
    seen = found(tmp_path, waivers(entry))
    assert [f.state for f in seen if f.code == "TXT001"] == ["new"]
    assert any(f.place.path.endswith("waivers.yaml") and f.severity.name == "ERROR" for f in seen)


@pytest.mark.parametrize(("day", "state"), [("2025-12-31", "new"), ("2026-01-01", "waived")])
def test_last_day_counts(day: str, state: str, tmp_path: Path) -> None:
    by_code = {f.code: f for f in found(tmp_path, waivers(NARROW, expires=day))}
    assert by_code["TXT001"].state == state
    assert ("WAI001" in by_code) == (state == "new")


def test_nothing_is_said_of_what_was_not_looked_at(tmp_path: Path) -> None:
    other = {**NARROW, "plan": "other"}
    write_project(tmp_path, {"plans/other.yaml": PLAN.replace("TBD ", "")})
    assert {f.code for f in found(tmp_path, waivers(NARROW, other))} == {"TXT001", "WAI002"}
    assert {f.code for f in found(tmp_path, waivers(NARROW, other), "plans/draft.yaml")} == {"TXT001"}


@pytest.mark.parametrize("text", ["", "waivers: 3\n", "- code: TXT001\n", "waivers: [\n", "\0"])
def test_broken_file_is_a_finding(text: str, tmp_path: Path) -> None:
    seen = found(tmp_path, text)
    assert [f.state for f in seen if f.code == "TXT001"] == ["new"]
    assert any(f.place.path.endswith("waivers.yaml") for f in seen)
