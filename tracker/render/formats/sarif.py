"""SARIF 2.1.0, for code scanning: all rules with their help, findings with stable fingerprints."""

from __future__ import annotations

import json
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any
from urllib.parse import quote

from tracker.diagnostic import Severity
from tracker.lint.findings import Finding, Findings, Place
from tracker.lint.register import rules
from tracker.lint.rule import Example, Rule
from tracker.render.document import Look, Result

SUFFIX = "sarif"
ACCEPTS = ("check",)

SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "note"}
_ROOT = "%SRCROOT%"


def render(result: Result, look: Look) -> str:
    """One run. Waived and baselined findings are marked as suppressed, not left out."""
    findings: Findings = result.value
    known, home = list(rules().values()), _home()
    index = {rule.code: i for i, rule in enumerate(known)}
    run = {
        "tool": {
            "driver": {
                "name": "tracker",
                "version": _version(),
                "semanticVersion": _version(),
                **({"informationUri": home} if home else {}),
                "rules": [_rule(rule, home) for rule in known],
            }
        },
        "columnKind": "unicodeCodePoints",
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The folder in which the check was run."}}},
        "invocations": [{"executionSuccessful": not findings.incomplete}],
        "results": [_result(finding, index[finding.code]) for finding in findings.findings],
    }
    log = {"$schema": SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=2) + "\n"


def _version() -> str:
    from importlib.metadata import version

    return version("provision-tracker")


def _home() -> str:
    """The project's address, as its metadata gives it; none while there is none."""
    from importlib.metadata import metadata

    urls = (url.partition(",") for url in metadata("provision-tracker").get_all("Project-URL") or ())
    known = {label.strip().lower(): address.strip() for label, _, address in urls}
    return next((known[key] for key in ("documentation", "homepage", "repository") if key in known), "")


def _rule(rule: Rule, home: str) -> dict[str, Any]:
    return {
        **({"helpUri": f"{home}#{rule.code.lower()}"} if home else {}),
        "id": rule.code,
        "name": "".join(word.capitalize() for word in rule.name.split("-")),
        "shortDescription": {"text": rule.summary},
        "fullDescription": {"text": rule.why},
        "help": {"text": _help(rule, fenced=False), "markdown": _help(rule, fenced=True)},
        "defaultConfiguration": {"level": _LEVELS[rule.severity]},
        "properties": {"tags": [rule.family, rule.scope]},
    }


def _help(rule: Rule, *, fenced: bool) -> str:
    parts = [rule.why]
    for title, example in (("Found", rule.bad), ("Right", rule.good)):
        if shown := _example(example):
            parts.append(f"{title}:\n\n```yaml\n{shown}\n```" if fenced else f"{title}:\n\n{shown}")
    return "\n\n".join(parts)


def _example(example: Example) -> str:
    if isinstance(example, str):
        return example.strip("\n")
    return "\n\n".join(f"# {name}\n{text.strip(chr(10))}" for name, text in example.items())


def _result(finding: Finding, index: int) -> dict[str, Any]:
    text = finding.message + (f"\nHelp: {finding.help}" if finding.help else "")
    out: dict[str, Any] = {
        "ruleId": finding.code,
        "ruleIndex": index,
        "level": _LEVELS[finding.severity],
        "message": {"text": text},
        "locations": [{"physicalLocation": _location(finding.place)}],
        "partialFingerprints": {"trackerFinding/v1": finding.fingerprint},
        "suppressions": [],
    }
    if finding.notes:
        out["relatedLocations"] = [
            {"id": i, "message": {"text": note.message}, "physicalLocation": _location(note.place)}
            for i, note in enumerate(finding.notes)
        ]
    if finding.state != "new":
        said = finding.reason or ("in the baseline" if finding.state == "baselined" else "waived")
        out["suppressions"] = [{"kind": "external", "status": "accepted", "justification": said}]
    if finding.subject.lineage:
        name = f"{finding.subject.plan}/{finding.subject.lineage}"
        out["locations"][0]["logicalLocations"] = [{"fullyQualifiedName": name, "kind": "member"}]
    return out


def _location(place: Place) -> dict[str, Any]:
    region = {
        "startLine": place.line,
        "startColumn": place.column,
        "endLine": place.end_line,
        "endColumn": max(place.end_column, place.column)
        if place.end_line == place.line
        else place.end_column,
    }
    return {"artifactLocation": _artifact(place.path), "region": region}


def _artifact(path: str) -> dict[str, str]:
    """A relative path below the folder of the run, or an absolute one as `file:`; always with `/`."""
    if PureWindowsPath(path).drive:
        return {"uri": "file:///" + quote(PureWindowsPath(path).as_posix(), safe="/:")}
    if PurePosixPath(path).is_absolute():
        return {"uri": "file://" + quote(path)}
    return {"uri": quote(path.replace("\\", "/")), "uriBaseId": _ROOT}
