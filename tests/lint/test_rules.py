"""Every rule finds what its bad example shows, and nothing in its good one."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.lint.project import checked, files_of, write_project
from tracker.lint.register import rules
from tracker.lint.rule import Rule

SHOWN = [rule for rule in rules().values() if rule.bad and rule.scope != "history"]
BESIDE = {"EVI004", "EVI009", "FMT001", "PAR005"}
"""Short examples name no sources, no schema and few names: said of them, but beside the point."""

ALSO = {"IGN001": ("TXT001",), "WAI001": ("TXT001",)}
"""A comment without a reason, and a waiver that has run out, spare nothing."""


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.name)
def test_bad_example_is_found(rule: Rule, tmp_path: Path) -> None:
    write_project(tmp_path, files_of(rule.bad))
    found = {f.code for f in checked(tmp_path).fresh()}
    assert rule.code in found
    assert found - BESIDE - {rule.code} <= {*ALSO.get(rule.code, ())}


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.name)
def test_good_example_is_clean(rule: Rule, tmp_path: Path) -> None:
    write_project(tmp_path, files_of(rule.good))
    found = {f.code for f in checked(tmp_path).fresh()}
    assert rule.code not in found
    assert found <= BESIDE


@pytest.mark.parametrize("rule", rules().values(), ids=lambda rule: rule.name)
def test_rule_explains_itself(rule: Rule) -> None:
    assert rule.summary.endswith(".") and "\n" not in rule.summary
    assert rule.why
    assert rule.name not in ("", rule.code)


def test_every_finding_of_an_example_points_into_the_text(tmp_path: Path) -> None:
    for i, rule in enumerate(SHOWN):
        root = tmp_path / str(i)
        write_project(root, files_of(rule.bad))
        for finding in checked(root).findings:
            at = finding.place
            lines = (Path(at.path)).read_text(encoding="utf-8").split("\n")
            assert 1 <= at.line <= len(lines)
            assert lines[at.line - 1].rstrip("\r") == at.text
            assert 1 <= at.column <= len(at.text) + 1
