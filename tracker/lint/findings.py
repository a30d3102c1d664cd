"""What a check found: plain values that need no file any more to be shown, stored or compared."""

from __future__ import annotations

import hashlib
from collections import Counter
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from tracker.diagnostic import Severity, Subject

State = Literal["new", "baselined", "waived"]
"""A finding that is not `new` is shown or marked, and never fails a check."""


class Place(NamedTuple):
    """A stretch of a file as people count it; the end is not included."""

    path: str
    line: int
    column: int
    end_line: int
    end_column: int
    text: str
    """The first line of it, for showing."""


class Note(NamedTuple):
    """A second place that explains a finding."""

    message: str
    place: Place


class Repair(NamedTuple):
    """An edit that mends a finding: code-point offsets, what stands there, what is to stand there."""

    start: int
    end: int
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing found in one file."""

    code: str
    name: str
    severity: Severity
    message: str
    place: Place
    help: str = ""
    notes: tuple[Note, ...] = ()
    subject: Subject = field(default_factory=Subject)
    repairs: tuple[Repair, ...] = ()
    state: State = "new"
    reason: str = ""
    """Why it is waived, or since when it is known."""

    @property
    def fingerprint(self) -> str:
        """The same after line moves and rewording: code, plan, lineage, field and values, nothing else."""
        about = self.subject
        parts = (self.code, about.plan, about.lineage, about.field, *about.values)
        return hashlib.sha256("\x1f".join(parts).encode()).hexdigest()[:20]

    def sort_key(self) -> tuple[str, int, int, str, str]:
        return (self.place.path, self.place.line, self.place.column, self.code, self.message)


@dataclass(frozen=True, slots=True)
class Findings:
    """All findings of one check, sorted, and the files that were looked at."""

    findings: tuple[Finding, ...]
    files: tuple[str, ...]
    fail_on: Severity = Severity.ERROR

    def fresh(self) -> tuple[Finding, ...]:
        """Those neither waived nor in the baseline."""
        return tuple(f for f in self.findings if f.state == "new")

    def count(self) -> dict[Severity, int]:
        """How many fresh ones of each severity, the worst first."""
        found = Counter(f.severity for f in self.fresh())
        return {severity: found[severity] for severity in sorted(Severity, reverse=True) if found[severity]}

    @property
    def failed(self) -> bool:
        """Whether anything fresh is as bad as `fail_on`."""
        return any(f.severity >= self.fail_on for f in self.fresh())

    @property
    def incomplete(self) -> bool:
        """Whether a file could not be read at all: the check has not seen everything."""
        return any(f.name == "unreadable" for f in self.findings)

    @property
    def set_aside(self) -> int:
        """How many are waived or in the baseline."""
        return len(self.findings) - len(self.fresh())

    def by_code(self) -> dict[str, int]:
        """How many of each code, the most frequent first."""
        found = Counter(f.code for f in self.fresh())
        return dict(sorted(found.items(), key=lambda item: (-item[1], item[0])))
