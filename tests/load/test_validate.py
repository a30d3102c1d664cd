# ruff: noqa: E501  # a table is read by rows
"""What pydantic says of a file, in the words of plan files: one fault each, its place, and a remedy."""

from __future__ import annotations

import pytest

from tracker.diagnostic import Diagnostic
from tracker.load.document import open_document
from tracker.plan.model import Plan
from tracker.source import Source

HEAD = "version: a\ntitle: A\ntext: full\nprovisions:\n"
PROVISION = """\
  - id: limit
    title: Limit
    issue: sec.force_cap
    summary: It is limited.
    presence: in-text
"""
NAMES = {"party": {"ukraine": 1, "russia": 1}, "place": {"kyiv": 1}, "source": {"wire": 1}}


def _faults(text: str) -> list[Diagnostic]:
    document = open_document(Plan, Source("plan.yaml", text), context=NAMES)
    return list(document.placed())


def _at(diagnostic: Diagnostic) -> str:
    assert diagnostic.span is not None
    at = diagnostic.source.position(diagnostic.span.start)
    return f"{at.line}:{at.column}"


@pytest.mark.parametrize(
    ("line", "code", "at", "help_"),
    [
        ("    sumary: twice\n", "unknown-key", "10:5", "did you mean `summary`?"),
        ("    modality: oblige\n", "unknown-word", "10:15", "did you mean `obliges`?"),
        ("    terms: [{kind: force-cup, party: ukraine}]\n", "unknown-kind", "10:13", "did you mean `force-cap`?"),
        ("    terms: [{party: ukraine}]\n", "missing-key", "10:14", "`kind: `"),
        ("    terms: [{kind: force-cap, party: ukrane}]\n", "unknown-party", "10:38", "did you mean `ukraine`?"),
        ("    terms: [{kind: force-cap, party: ukraine, limt: 1}]\n", "unknown-key", "10:47", "did you mean `limit`?"),
        ("    terms: [{kind: force-cap, party: ukraine, limit: many}]\n", "wrong-type", "10:54", "a whole number"),
        ("    terms: [{kind: force-cap, party: ukraine, limit: -1}]\n", "wrong-value", "10:54", "greater than"),
        ("    terms: [{kind: force-cap}]\n", "missing-key", "10:14", "`party`"),
        ("    terms: [{kind: fund, fund: f, target: 100 bilion USD}]\n", "wrong-value", "10:43", "100 billion USD"),
        ("    evidence: [{source: wir}]\n", "unknown-source", "10:25", "did you mean `wire`?"),
        ("    terms: {kind: force-cap, party: ukraine}\n", "wrong-type", "10:12", "a list"),
        ("    point: 6\n", "wrong-type", "10:12", "text"),
        ("    modality: null\n", "null-value", "10:15", "leave"),
    ],
)  # fmt: skip
def test_one_fault_one_diagnostic(line: str, code: str, at: str, help_: str) -> None:
    (fault,) = _faults(HEAD + PROVISION + line)
    assert (fault.code, _at(fault)) == (code, at)
    assert help_ in fault.help + fault.message


def test_an_issue_code_nobody_knows() -> None:
    (fault,) = _faults(HEAD + PROVISION.replace("sec.force_cap", "sec.force_cp"))
    assert (fault.code, _at(fault)) == ("unknown-issue", "7:12")
    assert "did you mean `sec.force_cap`?" in fault.help


def test_a_date_that_is_none() -> None:
    (fault,) = _faults("version: a\ntitle: A\ntext: full\ndate: 2025-13-40\n")
    assert (fault.code, _at(fault)) == ("wrong-value", "4:7")
    (fault,) = _faults("version: a\ntitle: A\ntext: full\ndate: 20 Nov 2025\n")
    assert "2025-11-20" in fault.help


def test_all_faults_of_a_file_in_one_run() -> None:
    text = (
        HEAD
        + PROVISION
        + "    sumary: x\n    modality: oblige\n"
        + PROVISION.replace("presence: in-text", "presence: in")
    )
    assert sorted(fault.code for fault in _faults(text)) == ["unknown-key", "unknown-word", "unknown-word"]


def test_identities_within_a_file() -> None:
    term = "{kind: force-cap, party: ukraine, limit: 1}"
    (fault,) = _faults(HEAD + PROVISION + f"    terms: [{term}, {term}]\n")
    assert (fault.code, _at(fault)) == ("duplicate-term", "10:58")
    codes = [fault.code for fault in _faults(HEAD + PROVISION + PROVISION)]
    assert codes == ["duplicate-lineage"]
    region = "{region: kyiv}"
    (fault,) = _faults(
        HEAD + PROVISION + f"    terms: [{{kind: territory-status, regions: [{region}, {region}]}}]\n"
    )
    assert fault.code == "duplicate-part"


def test_without_declared_names_any_well_formed_id_is_taken() -> None:
    text = HEAD + PROVISION + "    terms: [{kind: force-cap, party: atlantis}]\n"
    assert not open_document(Plan, Source("plan.yaml", text)).diagnostics
    (fault,) = open_document(Plan, Source("plan.yaml", text.replace("atlantis", "At Lantis"))).diagnostics
    assert "kebab-case" in fault.help
