"""What one file yielded, as JSON and back. Anything unexpected in the JSON raises; nothing is guessed."""

from __future__ import annotations

from typing import Any

from tracker.diagnostic import Severity, Subject
from tracker.lint.assemble import Checked
from tracker.lint.findings import Finding, Note, Place, Repair
from tracker.lint.ignores import Ignore
from tracker.lint.outline import Lineage, Outline

REFUSED = (ValueError, TypeError, KeyError, IndexError, AttributeError)
"""What reading a value of the wrong shape may raise."""


def from_checked(checked: Checked) -> list[Any]:
    return [
        checked.path,
        [from_finding(finding) for finding in checked.findings],
        [[c.place, c.codes, c.reason, c.lines] for c in checked.comments],
        checked.outline,
    ]


def to_checked(data: Any) -> Checked:
    path, findings, comments, outline = data
    return Checked(
        _text(path),
        tuple(to_finding(item) for item in findings),
        tuple(
            Ignore(_place(at), tuple(codes), _text(reason), tuple(lines))
            for at, codes, reason, lines in comments
        ),
        None if outline is None else _outline(outline),
    )


def from_finding(finding: Finding) -> list[Any]:
    """Of a finding as a rule made it: settings, waivers and baseline come later."""
    about = finding.subject
    return [
        finding.code,
        finding.name,
        int(finding.severity),
        finding.message,
        finding.place,
        finding.help,
        finding.notes,
        [about.plan, about.lineage, about.field, about.values],
        finding.repairs,
    ]


def to_finding(data: Any) -> Finding:
    code, name, severity, message, place, help_, notes, about, repairs = data
    plan, lineage, field, values = about
    return Finding(
        _text(code),
        _text(name),
        Severity(severity),
        _text(message),
        _place(place),
        _text(help_),
        tuple(Note(_text(said), _place(at)) for said, at in notes),
        Subject(_text(plan), _text(lineage), _text(field), tuple(map(_text, values))),
        tuple(Repair(int(a), int(b), _text(before), _text(after)) for a, b, before, after in repairs),
    )


def _outline(data: Any) -> Outline:
    outline = Outline(*data)
    lineages = tuple(Lineage(a, tuple(kinds), tuple(was), b) for a, kinds, was, b in outline.lineages)
    return outline._replace(
        revises=tuple(outline.revises),
        draws_on=tuple(outline.draws_on),
        lineages=lineages,
        ids=tuple(outline.ids),
    )


def _place(data: Any) -> Place:
    path, line, column, end_line, end_column, text = data
    return Place(_text(path), int(line), int(column), int(end_line), int(end_column), _text(text))


def _text(value: Any) -> str:
    if not isinstance(value, str):
        raise TypeError("not a text")
    return value
