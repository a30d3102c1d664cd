"""Workflow commands of GitHub Actions: annotations beside the lines of a pull request."""

from __future__ import annotations

from tracker.diagnostic import Severity
from tracker.lint.findings import Finding, Findings
from tracker.render.document import Look, Result
from tracker.render.formats.terminal import safe

SUFFIX = "github"
ACCEPTS = ("check",)

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.INFO: "notice"}


def render(result: Result, look: Look) -> str:
    findings: Findings = result.value
    return "".join(_command(finding) + "\n" for finding in findings.fresh())


def _command(finding: Finding) -> str:
    at = finding.place
    where = {
        "file": at.path,
        "line": str(at.line),
        "endLine": str(at.end_line),
        "col": str(at.column),
        "title": f"{finding.code} {finding.name}",
    }
    if at.end_line == at.line:
        where["endColumn"] = str(max(at.end_column, at.column))
    said = finding.message + (f"\nhelp: {finding.help}" if finding.help else "")
    properties = ",".join(f"{key}={_property(value)}" for key, value in where.items())
    return f"::{_LEVELS[finding.severity]} {properties}::{_data(said)}"


def _data(text: str) -> str:
    """Line breaks in the runner's spelling; every other control character is shown, not sent."""
    lines = text.replace("%", "%25").split("\n")
    return "%0A".join("%0D".join(map(safe, line.split("\r"))) for line in lines)


def _property(text: str) -> str:
    """A property ends at a comma and the properties at a colon: both are written as numbers."""
    return _data(text).replace(":", "%3A").replace(",", "%2C")
