import re

import pytest
from pydantic import TypeAdapter, ValidationError

from tracker.plan.issues import ISSUES, Issue, IssueCode

CODE = TypeAdapter(IssueCode)
each_issue = pytest.mark.parametrize("issue", ISSUES.values(), ids=list(ISSUES))

NO_HOME = {
    "sec.alliance",
    "sov.no_force_change",
    "sec.dialogue",
    "int.accession",
    "eco.frozen_assets",
    "eco.sanctions",
}


def test_no_code_was_defined_twice() -> None:
    assert len(ISSUES) == 49
    assert len({issue.title for issue in ISSUES.values()}) == len(ISSUES)


@each_issue
def test_an_issue_says_what_it_is_and_what_not(issue: Issue) -> None:
    assert ISSUES[issue.code] is issue
    assert re.fullmatch(r"(sov|sec|hum|jus|pol|int|eco|imp)\.[a-z]+(_[a-z]+)*", issue.code)
    assert issue.title and issue.includes and issue.excludes
    for text in (issue.includes, issue.excludes):
        assert not text.endswith(".")
        assert text[0].islower()


@each_issue
def test_codes_named_in_an_issue_exist(issue: Issue) -> None:
    named = re.findall(r"\b[a-z]{3}\.[a-z_]+", f"{issue.includes} {issue.excludes}")
    assert [code for code in named if code not in ISSUES or code == issue.code] == []


@each_issue
def test_mappings(issue: Issue) -> None:
    assert issue.pax, "PA-X was checked for every code"
    for mapping in (*issue.pax, *issue.pam):
        assert (mapping.match == "none") == (not mapping.codes)
        assert mapping.scheme == ("pa-x" if mapping in issue.pax else "pam")
        assert mapping.verified == (mapping.scheme == "pa-x"), "names of PAM are recalled"
        assert mapping.match != "none" or mapping.note, "a missing home is explained"


@pytest.mark.parametrize("code", sorted(NO_HOME))
def test_themes_that_the_schemes_do_not_know(code: str) -> None:
    assert {mapping.match for mapping in (*ISSUES[code].pax, *ISSUES[code].pam)} == {"none"}
    assert ISSUES[code].pam


@pytest.mark.parametrize(
    ("code", "trap"),
    [
        ("eco.sanctions", "TjSan"),
        ("sec.guarantee", "residual"),
        ("sec.foreign_forces", "not a ban"),
        ("int.accession", "StUni"),
        ("jus.amnesty", "polarity"),
        ("hum.prisoners", "hostages"),
    ],
)
def test_traps_are_written_where_they_catch(code: str, trap: str) -> None:
    assert any(trap in mapping.note for mapping in ISSUES[code].pax)


@pytest.mark.parametrize("code", list(ISSUES))
def test_known_codes(code: str) -> None:
    assert CODE.validate_python(code, strict=True) == code


@pytest.mark.parametrize(
    ("code", "near"),
    [("sec.force_caps", "sec.force_cap"), ("force_cap", "sec.force_cap"), ("xyz", ""), ("", "")],
)
def test_an_unknown_code_names_the_nearest(code: str, near: str) -> None:
    with pytest.raises(ValidationError) as caught:
        CODE.validate_python(code)
    (error,) = caught.value.errors()
    assert error["type"] == "unknown-issue"
    assert error["msg"] == f"`{code}` is not a known issue"
    assert error["ctx"] == {"value": code, "what": "issue", "near": near, "known": len(ISSUES)}


def test_a_code_is_text() -> None:
    with pytest.raises(ValidationError):
        CODE.validate_python(7)


def test_schema_lists_codes_and_tells_editors_what_they_are() -> None:
    schema = CODE.json_schema()
    assert schema["enum"] == list(ISSUES)
    told = dict(zip(schema["enum"], schema["markdownEnumDescriptions"], strict=True))
    assert told["sec.force_cap"].startswith("Limit on armed forces: ")
    assert all(ISSUES[code].title in text for code, text in told.items())
