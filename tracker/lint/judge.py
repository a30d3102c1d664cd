"""From what the loader and the rules say of a file to findings: places found, codes and subjects set."""

from __future__ import annotations

from collections.abc import Iterable
from typing import TYPE_CHECKING, Any

from tracker.diagnostic import Diagnostic, Subject
from tracker.lint.findings import Finding, Note, Place, Repair
from tracker.lint.loader_codes import loader_rule
from tracker.lint.rule import Fault, Rule
from tracker.source import Route, Source, Span

if TYPE_CHECKING:
    from tracker.load.document import Document


def place(source: Source, span: Span) -> Place:
    """Line and column of a span, with the line's text; a place is never wider than its text."""
    start = source.position(span.start)
    end = source.position(max(span.end, span.start))
    return Place(source.name, start.line, start.column, end.line, end.column, source.line(start.line))


def from_loader(ref: str, document: Document[Any]) -> list[Finding]:
    """What reading the file brought up."""
    return [_said(ref, document, diagnostic) for diagnostic in document.placed()]


def _said(ref: str, document: Document[Any], diagnostic: Diagnostic) -> Finding:
    rule = loader_rule(diagnostic.code)
    source = diagnostic.source
    lineage, field = about(document.data, diagnostic.route)
    # what the file says there; a message may be reworded
    value = at(document.data, diagnostic.route)
    shown = (str(value)[:80],) if isinstance(value, str | int | float) else ()
    return Finding(
        rule.code,
        rule.name,
        rule.severity,
        diagnostic.message,
        place(source, diagnostic.span or Span(0, 0)),
        diagnostic.help,
        tuple(Note(r.message, place(r.source, r.span)) for r in diagnostic.related),
        Subject(ref, lineage, field, shown),
    )


def from_rule(ref: str, document: Document[Any], rule: Rule, faults: Iterable[Fault]) -> list[Finding]:
    """What one rule said of one file."""
    found = []
    for fault in faults:
        lineage, field = about(document.data, fault.route)
        subject = Subject(ref, fault.lineage or lineage, fault.field or field, fault.values)
        span = fault.span if fault.span is not None else document.span(fault.route, key=fault.key)
        notes = tuple(
            Note(also.message, place(document.source, document.span(also.route)))
            for also in fault.also
            if not also.ref
        )
        repairs = tuple(
            Repair(e.span.start, e.span.end, e.span.slice(document.source.text), e.text) for e in fault.fix
        )
        at = place(document.source, span)
        found.append(
            Finding(
                rule.code, rule.name, rule.severity, fault.message, at, fault.help, notes, subject, repairs
            )
        )
    return found


def about(data: object, route: Route) -> tuple[str, str]:
    """The lineage that a route leads into, and the field: its words without list positions."""
    lineage = ""
    steps = route
    if len(route) >= 2 and route[0] == "provisions":
        found = at(data, (*route[:2], "id"))
        lineage = found if isinstance(found, str) else ""
        steps = route[2:]
    return lineage, ".".join(step for step in steps if isinstance(step, str))


def at(data: object, route: Route) -> object:
    for step in route:
        if isinstance(data, dict):
            data = data.get(step)
        elif isinstance(data, tuple) and isinstance(step, int) and step < len(data):
            data = data[step]
        else:
            return None
    return data
