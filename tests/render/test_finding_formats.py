"""All formats of findings face the same awkward samples."""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any
from xml.etree import ElementTree

import pytest
from jsonschema import Draft4Validator

from tracker.diagnostic import Severity, Subject
from tracker.lint.findings import Finding, Findings, Note, Place
from tracker.render.document import Look, Result
from tracker.render.formats import format_named
from tracker.render.layout.check import document
from tracker.render.public.check_v1 import data

SARIF = json.loads((Path(__file__).parent / "data" / "sarif-2.1.0.schema.json").read_text(encoding="utf-8"))

AWKWARD = {
    "lines": "first\nsecond\r\nthird\rfourth",
    "commands": "x::error file=a::gone, 100% of it: `::set-output name=a::b`",
    "percent": "%0A is not a line break, %25 neither",
    "cdata": "]]> <b>&amp; &lt; \"quoted\" 'too'",
    "controls": "\x1b[31mred\x1b[0m \x00 \x08 \x7f \x9b",
    "noncharacters": "\ufffe \uffff",
    "bidi": "a \u202e b \u2066 c \u200f",
    "markdown": "[link](https://example.org) ``` | <script>alert(1)</script>",
    "rich": "[bold red]no markup[/] :smile:",
    "long": "word " * 300,
    "other scripts": "Україна ПЕРЕМИР'Я 平和 🕊️ e\u0301",
    "nothing": "",
}
FORMATS = ("concise", "github", "json", "junit", "markdown", "sarif", "terminal")


def finding(text: str, **changes: Any) -> Finding:
    path = changes.pop("path", "plans/a b,c:d%.yaml")
    place = Place(path, 3, 5, 3, 9, text)
    given: dict[str, Any] = {
        "code": "FIG002",
        "name": "contradicting-figure",
        "severity": Severity.ERROR,
        "message": text,
        "place": place,
        "help": text,
        "notes": (Note(text, place),),
        "subject": Subject("draft", "forces-cap", "summary", (text,)),
    }
    return Finding(**{**given, **changes})


def shown(format: str, *found: Finding) -> str:
    findings = Findings(found, tuple(dict.fromkeys(f.place.path for f in found)) or ("plans/a.yaml",))
    result = Result("check", findings, lambda: document(findings), lambda: data(findings))
    return format_named(format, "check").render(result, Look(width=80))


@pytest.mark.parametrize("text", AWKWARD.values(), ids=AWKWARD)
@pytest.mark.parametrize("format", FORMATS)
def test_nothing_is_obeyed(format: str, text: str) -> None:
    out = shown(format, finding(text))
    if format not in ("json", "sarif"):  # these write them as numbers
        assert not re.search(
            "[\x00-\x08\x0b-\x1f\x7f-\x9f]", out.replace("\r", "") if format == "junit" else out
        )
    if format in ("concise", "github", "markdown", "terminal"):
        assert not re.search("[\u202a-\u202e\u2066-\u2069\u200e\u200f]", out)
    assert out == shown(format, finding(text))


@pytest.mark.parametrize("text", AWKWARD.values(), ids=AWKWARD)
def test_concise_is_one_line_each(text: str) -> None:
    out = shown("concise", finding(text), finding("plain"))
    assert out.count("\n") == 2
    assert out.endswith("FIG002 plain\n")


@pytest.mark.parametrize("text", AWKWARD.values(), ids=AWKWARD)
def test_github_is_one_command_each(text: str) -> None:
    lines = shown("github", finding(text)).split("\n")
    assert lines[1:] == [""]
    command = re.fullmatch(r"::error ((?:\w+=[^,:\r\n]*)(?:,\w+=[^,:\r\n]*)*)::(.*)", lines[0])
    assert command
    properties = dict(part.split("=", 1) for part in command[1].split(","))
    assert properties["title"] == "FIG002 contradicting-figure"
    assert properties["file"] == "plans/a b%2Cc%3Ad%25.yaml"
    assert (properties["line"], properties["col"]) == ("3", "5")
    said = command[2].replace("%0A", "\n").replace("%0D", "\r").replace("%25", "%")
    kept = text if text.isprintable() or "\n" in text else None
    assert kept is None or said.startswith(kept)


def test_github_levels() -> None:
    out = shown("github", *(finding("x", severity=severity) for severity in Severity))
    assert [line.split(" ")[0] for line in out.splitlines()] == ["::notice", "::warning", "::error"]


@pytest.mark.parametrize("text", AWKWARD.values(), ids=AWKWARD)
def test_junit_is_well_formed(text: str) -> None:
    root = ElementTree.fromstring(shown("junit", finding(text)))
    assert root.tag == "testsuites"
    case = root.find("testsuite/testcase")
    assert case is not None and case.get("name") == "FIG002 contradicting-figure"
    failure = case.find("failure")
    assert failure is not None
    if text.isprintable():
        assert failure.get("message") == text


def test_junit_one_case_for_each_file_and_rule() -> None:
    found = (
        finding("one"),
        finding("two"),
        finding("three", code="EVI006", name="unverified-evidence", severity=Severity.INFO),
        finding("four", path="plans/z.yaml"),
    )
    root = ElementTree.fromstring(shown("junit", *found))
    cases = [(c.get("classname"), c.get("name"), [e.tag for e in c]) for c in root.iter("testcase")]
    assert cases == [
        ("plans/a b,c:d%.yaml", "FIG002 contradicting-figure", ["failure"]),
        ("plans/a b,c:d%.yaml", "EVI006 unverified-evidence", ["system-out"]),
        ("plans/z.yaml", "FIG002 contradicting-figure", ["failure"]),
    ]
    assert (root.get("tests"), root.get("failures")) == ("3", "2")


def test_junit_of_a_clean_check_has_a_passing_case() -> None:
    root = ElementTree.fromstring(shown("junit"))
    assert [(c.get("classname"), len(c)) for c in root.iter("testcase")] == [("plans/a.yaml", 0)]


@pytest.mark.parametrize("text", AWKWARD.values(), ids=AWKWARD)
def test_sarif_fits_its_schema(text: str) -> None:
    log = json.loads(shown("sarif", finding(text), finding(text, state="waived", reason="agreed")))
    assert [error.message for error in Draft4Validator(SARIF).iter_errors(log)] == []
    assert log["runs"][0]["results"][0]["message"]["text"].startswith(text)


def test_sarif_of_a_clean_check_has_all_rules() -> None:
    from tracker.lint.register import rules

    log = json.loads(shown("sarif"))
    assert [error.message for error in Draft4Validator(SARIF).iter_errors(log)] == []
    driver = log["runs"][0]["tool"]["driver"]
    assert [rule["id"] for rule in driver["rules"]] == list(rules())
    assert all(rule["help"]["text"] and rule["help"]["markdown"] for rule in driver["rules"])
    assert log["runs"][0]["results"] == []


def test_sarif_marks_what_is_set_aside() -> None:
    found = (finding("a"), finding("b", state="baselined"), finding("c", state="waived", reason="agreed"))
    results = json.loads(shown("sarif", *found))["runs"][0]["results"]
    assert [[s["kind"] for s in result["suppressions"]] for result in results] == [
        [], ["external"], ["external"],
    ]  # fmt: skip
    assert results[2]["suppressions"][0]["justification"] == "agreed"


@pytest.mark.parametrize(
    ("path", "artifact"),
    [
        ("plans/a b#c?.yaml", {"uri": "plans/a%20b%23c%3F.yaml", "uriBaseId": "%SRCROOT%"}),
        ("plans/у.yaml", {"uri": "plans/%D1%83.yaml", "uriBaseId": "%SRCROOT%"}),
        ("/tmp/a.yaml", {"uri": "file:///tmp/a.yaml"}),
        ("C:\\plans\\a.yaml", {"uri": "file:///C:/plans/a.yaml"}),
        ("<stdin>", {"uri": "%3Cstdin%3E", "uriBaseId": "%SRCROOT%"}),
    ],
)
def test_sarif_paths_are_addresses(path: str, artifact: dict[str, str]) -> None:
    result = json.loads(shown("sarif", finding("x", path=path)))["runs"][0]["results"][0]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"] == artifact


def test_fingerprint_forgets_place_and_wording() -> None:
    before = finding("600,000 here")
    moved = finding(
        "600,000 here", message="said in other words", help="", place=Place("b", 90, 1, 91, 2, "")
    )
    assert before.fingerprint == moved.fingerprint
    for other in (
        finding("600,000 here", code="FIG003"),
        finding("600,000 here", subject=Subject("other", "forces-cap", "summary", ("600,000 here",))),
        finding("600,000 here", subject=Subject("draft", "elections", "summary", ("600,000 here",))),
        finding("600,000 here", subject=Subject("draft", "forces-cap", "title", ("600,000 here",))),
        finding("600,000 here", subject=Subject("draft", "forces-cap", "summary", ("800,000 here",))),
    ):
        assert other.fingerprint != before.fingerprint


def test_what_is_set_aside_is_not_shown_and_fails_nothing() -> None:
    aside = finding("known", state="baselined")
    for format in ("concise", "github", "terminal"):
        assert "known" not in shown(format, aside)
    assert "1 set aside" in shown("terminal", aside)
    assert not Findings((aside,), ("a",)).failed
    assert Findings((finding("new"),), ("a",)).failed


def test_caret_stands_below_its_place() -> None:
    place = Place("plans/a.yaml", 3, 12, 3, 16, "  summary: four words\r")
    lines = shown("terminal", finding("x", place=place, notes=(), help="")).splitlines()
    assert lines[1] == "  3 |   summary: four words"
    assert lines[2] == "    |            ^^^^"
    assert lines[1][lines[2].index("^") :].startswith("four")


def test_endless_line_is_cut_around_its_place() -> None:
    text = "a" * 5_000 + "HERE" + "b" * 5_000
    lines = shown("terminal", finding("x", place=Place("p", 1, 5_001, 1, 5_005, text), notes=())).splitlines()
    assert max(map(len, lines)) < 120
    assert lines[1][lines[2].index("^") :].startswith("HERE")
