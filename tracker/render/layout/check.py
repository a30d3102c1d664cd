"""Findings for people: each with its line and a caret, then one line that sums up."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.diagnostic import Severity
from tracker.lint.findings import Finding, Findings
from tracker.lint.register import rules
from tracker.render.document import Block, Document, Paragraph, Table, Verbatim, muted, plain
from tracker.semantics.words import Role, Word, Words, joined

_WIDEST = 100
_ROLES: dict[Severity, Role] = {Severity.ERROR: "bad", Severity.WARNING: "warn", Severity.INFO: "muted"}


def document(findings: Findings, *, statistics: bool = False) -> Document:
    """The whole: findings or counts, then the summary."""
    blocks: list[Block] = []
    if statistics:
        blocks += _statistics(findings)
    else:
        for finding in findings.fresh():
            blocks += _finding(finding)
    blocks.append(Paragraph(summary(findings)))
    return Document("Check", tuple(blocks))


def summary(findings: Findings) -> Words:
    """`2 errors, 1 warning in 4 files`, and what is set aside."""
    counted: list[Words] = []
    for severity, number in findings.count().items():
        word = "info" if severity is Severity.INFO else _plural(number, str(severity))
        counted.append((Word(f"{number} {word}", _ROLES[severity]),))
    files = f" in {len(findings.files)} {_plural(len(findings.files), 'file')}"
    said = joined(counted) or (Word("nothing found", "good"),)
    aside = f" ({findings.set_aside} set aside)" if findings.set_aside else ""
    return (*said, Word(files + aside))


def _plural(number: int, word: str) -> str:
    return word if number == 1 else f"{word}s"


def _statistics(findings: Findings) -> Iterator[Block]:
    known = rules()
    if counted := findings.by_code():
        rows = tuple(
            (plain(str(number)), plain(code), plain(known[code].name), plain(known[code].summary))
            for code, number in counted.items()
        )
        yield Table(rows, numeric=frozenset({0}))


def _finding(finding: Finding) -> Iterator[Block]:
    """One finding; what is only to be known takes one line."""
    at = finding.place
    role = _ROLES[finding.severity]
    yield Paragraph(
        (
            Word(f"{at.path}:{at.line}:{at.column}: "),
            Word(f"{finding.severity}[{finding.code}]", role),
            Word(f" {finding.name}: {finding.message}"),
        )
    )
    if finding.severity is Severity.INFO:
        return
    if quoted := tuple(_quote(finding, role)):
        yield Verbatim(quoted)
    for note in finding.notes:
        there = note.place
        yield Paragraph(muted(f"  note: {note.message} ({there.path}:{there.line}:{there.column})"))
    if finding.help:
        yield Paragraph((Word("  help: ", "strong"), Word(finding.help)))
    yield Paragraph(())


def _quote(finding: Finding, role: Role) -> Iterator[Words]:
    """The line, and a caret below it; of an endless line the part around the place."""
    at = finding.place
    if not at.text.strip():
        return
    start = max(0, at.column - 1 - _WIDEST // 2) if len(at.text) > _WIDEST else 0
    shown = at.text[start : start + _WIDEST].replace("\t", " ").rstrip()
    end = at.end_column if at.end_line == at.line else len(at.text.rstrip()) + 1
    width = max(1, min(end - at.column, len(shown) - (at.column - 1 - start)))
    number = str(at.line)
    yield (Word(f"  {number} | ", "muted"), Word(shown))
    caret = " " * (at.column - 1 - start) + "^" * width
    yield (Word(f"  {' ' * len(number)} | ", "muted"), Word(caret, role))
