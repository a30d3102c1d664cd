"""The baseline: what is known does not fail, is not lost, and is missed when it goes."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import pytest

from tests.lint.project import TODAY, write_project
from tests.lint.test_waivers import NARROW, PLAN, waivers
from tracker.errors import TrackerError
from tracker.lint.baseline import read_baseline, take_as_known
from tracker.lint.config import Config
from tracker.lint.desk import Desk
from tracker.lint.findings import Findings
from tracker.lint.inputs import Inputs
from tracker.lint.sweep import sweep

CONFIG = Config().over(ignore=["PAR005", "EVI"])


def check(root: Path, *paths: str, write: bool = False, config: Config = CONFIG) -> Findings:
    inputs = Inputs.of([str(root / path) for path in paths], root / "plans", config)
    inputs = Inputs(inputs.shelf, Desk(inputs.shelf, TODAY), inputs.asked)
    known = None if write else read_baseline(inputs.shelf)
    findings, looked = sweep(inputs, config, baseline=known)
    return take_as_known(findings, looked, inputs.shelf) if write else findings


def states(findings: Findings) -> list[tuple[str, str]]:
    return [(f.code, f.state) for f in findings.findings]


@pytest.fixture
def project(tmp_path: Path) -> Path:
    write_project(tmp_path, {"plans/draft.yaml": PLAN})
    return tmp_path


def entries(root: Path) -> Any:
    return json.loads((root / "plans/baseline.json").read_text(encoding="utf-8"))["findings"]


def test_written_and_then_known(project: Path) -> None:
    assert check(project).failed
    written = check(project, write=True)
    again = check(project)
    assert states(written) == states(again) == [("TXT001", "baselined")]
    assert not again.failed
    assert again.set_aside == 1
    (entry,) = entries(project)
    assert entry["about"] == "placeholder-text forces-cap summary"


def test_same_bytes_again(project: Path) -> None:
    check(project, write=True)
    first = (project / "plans/baseline.json").read_bytes()
    check(project, write=True)
    assert (project / "plans/baseline.json").read_bytes() == first


def test_survives_line_moves_and_rewording(project: Path) -> None:
    check(project, write=True)
    moved = "# a remark\n\n" + PLAN.replace("by how much", "by what number")
    write_project(project, {"plans/draft.yaml": moved})
    assert states(check(project)) == [("TXT001", "baselined")]


def test_a_second_fault_of_the_kind_is_new(project: Path) -> None:
    check(project, write=True)
    second = PLAN.replace("title: Limit on forces", "title: Limit on forces TBD")
    write_project(project, {"plans/draft.yaml": second})
    assert sorted(states(check(project))) == [("TXT001", "baselined"), ("TXT001", "new")]


def test_what_was_mended_is_said(project: Path) -> None:
    check(project, write=True)
    write_project(project, {"plans/draft.yaml": PLAN.replace(", TBD by how much", "")})
    (finding,) = check(project).findings
    assert (finding.code, finding.severity.name) == ("BAS001", "INFO")
    assert finding.place.path.endswith("baseline.json")
    assert "TXT001" in finding.place.text
    check(project, write=True)
    assert entries(project) == []


def test_what_was_not_looked_at_stays(project: Path) -> None:
    write_project(project, {"plans/other.yaml": PLAN.replace("version: draft", "version: other")})
    check(project, write=True)
    assert len(entries(project)) == 2
    clean = PLAN.replace(", TBD by how much", "")
    write_project(project, {"plans/draft.yaml": clean, "plans/other.yaml": clean.replace("draft", "other")})
    assert [f.subject.field for f in check(project, "plans/draft.yaml").findings] == ["TXT001"]
    check(project, "plans/draft.yaml", write=True)
    assert [entry["plan"] for entry in entries(project)] == ["other"]
    assert states(check(project, config=CONFIG.over(select=["FIG"]))) == []


def test_waived_findings_are_not_taken_as_known(project: Path) -> None:
    write_project(project, {"plans/waivers.yaml": waivers(NARROW)})
    check(project, write=True)
    assert entries(project) == []


@pytest.mark.parametrize(
    "text",
    ["", "[]", "{}", '{"format": "tracker.baseline", "format_version": 2, "findings": []}', "[" * 5000]
    + [
        json.dumps({"format": "tracker.baseline", "format_version": 1, "findings": [entry]})
        for entry in (
            3,
            {},
            {"code": "A"},
            dict.fromkeys(("code", "plan", "lineage", "fingerprint", "times", "about"), 1),
        )
    ],
)
def test_what_is_no_baseline_stops_the_check(text: str, project: Path) -> None:
    (project / "plans/baseline.json").write_text(text, encoding="utf-8")
    with pytest.raises(TrackerError, match="no baseline"):
        check(project)
