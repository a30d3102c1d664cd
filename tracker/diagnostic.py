"""What we say about somebody's file. Diagnostics are returned, never raised."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from difflib import get_close_matches
from enum import IntEnum

from tracker.source import Route, Source, Span


class Severity(IntEnum):
    """How much a finding matters; comparable, `ERROR` highest."""

    INFO = 1
    WARNING = 2
    ERROR = 3

    def __str__(self) -> str:
        return self.name.lower()


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that explains a diagnostic."""

    message: str
    source: Source
    span: Span


@dataclass(frozen=True, slots=True)
class Subject:
    """What a finding is about, in words that survive line moves: the fingerprint is made of this."""

    plan: str = ""
    lineage: str = ""
    field: str = ""
    values: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding: a stable code, a place, what is wrong and how to mend it.

    `route` names the place in the document; `span` is filled in at the edge, where lines are needed.
    """

    code: str
    message: str
    source: Source
    severity: Severity = Severity.ERROR
    span: Span | None = None
    route: Route = ()
    help: str = ""
    related: tuple[Related, ...] = ()
    subject: Subject = field(default_factory=Subject)

    def sort_key(self) -> tuple[str, int, str, str]:
        return (self.source.name, self.span.start if self.span else -1, self.code, self.message)


@dataclass(frozen=True, slots=True)
class Report:
    """All diagnostics of one run, in the order of files and places."""

    diagnostics: tuple[Diagnostic, ...] = ()

    @classmethod
    def of(cls, diagnostics: Iterable[Diagnostic]) -> Report:
        return cls(tuple(sorted(diagnostics, key=Diagnostic.sort_key)))

    def __iter__(self) -> Iterator[Diagnostic]:
        return iter(self.diagnostics)

    def __len__(self) -> int:
        return len(self.diagnostics)


def did_you_mean(word: str, known: Iterable[str], *, listing: int = 8) -> str:
    """A remedy for a misspelt word: the nearest known one, or the list when it is short.

    Of a long list `listing` words are named; with 0 it is not spoken of.
    """
    known = sorted(set(known))
    if near := get_close_matches(word, known, n=1, cutoff=0.6):
        return f"did you mean `{near[0]}`?"
    if not known or not listing:
        return ""
    if len(known) <= listing:
        return "known: " + ", ".join(f"`{k}`" for k in known)
    return f"{len(known)} are known, among them " + ", ".join(f"`{k}`" for k in known[:listing])
