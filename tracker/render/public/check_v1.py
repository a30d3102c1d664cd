"""`tracker check --format json`, version 1. Within a version keys are only ever added."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from tracker.lint.findings import Finding, Findings, Place

NAME, VERSION = "check", 1

Level = Literal["error", "warning", "info"]


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Where(Shape):
    """A stretch of a file. Lines and columns (in code points) count from 1; the end is not included."""

    file: str
    line: int
    column: int
    end_line: int
    end_column: int


class Remark(Shape):
    """A second place that explains a finding."""

    message: str
    at: Where


class About(Shape):
    """What a finding is about; with the code it makes the fingerprint."""

    plan: str
    lineage: str
    field: str
    values: list[str]


class One(Shape):
    """One finding."""

    code: str
    name: str
    severity: Level
    message: str
    help: str
    at: Where
    notes: list[Remark]
    about: About
    fingerprint: str = Field(description="survives line moves and rewording")
    state: Literal["new", "baselined", "waived"]
    reason: str
    fixable: bool


class Counts(Shape):
    """Findings that are neither waived nor in the baseline."""

    error: int
    warning: int
    info: int
    set_aside: int = Field(description="waived, or in the baseline")


class Check(Shape):
    """The findings of one check, sorted by file and place."""

    format: Literal["tracker.check"] = "tracker.check"
    format_version: Literal[1] = 1
    failed: bool
    fail_on: Level
    files: list[str]
    counts: Counts
    findings: list[One]


def data(findings: Findings) -> dict[str, Any]:
    """The public data of a check."""
    count = {str(severity): number for severity, number in findings.count().items()}
    return Check(
        failed=findings.failed,
        fail_on=str(findings.fail_on),
        files=list(findings.files),
        counts=Counts(
            error=count.get("error", 0),
            warning=count.get("warning", 0),
            info=count.get("info", 0),
            set_aside=findings.set_aside,
        ),
        findings=[_one(finding) for finding in findings.findings],
    ).model_dump(mode="json")


def _one(finding: Finding) -> One:
    about = finding.subject
    return One(
        code=finding.code,
        name=finding.name,
        severity=str(finding.severity),
        message=finding.message,
        help=finding.help,
        at=_where(finding.place),
        notes=[Remark(message=note.message, at=_where(note.place)) for note in finding.notes],
        about=About(plan=about.plan, lineage=about.lineage, field=about.field, values=list(about.values)),
        fingerprint=finding.fingerprint,
        state=finding.state,
        reason=finding.reason,
        fixable=bool(finding.repairs),
    )


def _where(place: Place) -> Where:
    return Where(
        file=place.path,
        line=place.line,
        column=place.column,
        end_line=place.end_line,
        end_column=place.end_column,
    )


def schema() -> dict[str, Any]:
    """The JSON Schema of this version."""
    return Check.model_json_schema()
