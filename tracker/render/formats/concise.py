"""One line for each finding, as editors and `grep` read it: `file:line:column CODE message`."""

from __future__ import annotations

from tracker.lint.findings import Findings
from tracker.render.document import Look, Result
from tracker.render.formats.terminal import safe

SUFFIX = "concise"
ACCEPTS = ("check",)


def render(result: Result, look: Look) -> str:
    findings: Findings = result.value
    return "".join(
        f"{_line(f.place.path)}:{f.place.line}:{f.place.column} {f.code} {_line(f.message)}\n"
        for f in findings.fresh()
    )


def _line(text: str) -> str:
    """Text on one line; what would move the cursor is shown."""
    return safe(" ".join(text.splitlines()).replace("\t", " "))
