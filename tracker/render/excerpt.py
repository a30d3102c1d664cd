"""A diagnostic in lines of text: where, what, the offending line with a caret, and the remedy."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.diagnostic import Diagnostic
from tracker.source import Source, Span

_WIDEST = 100


def excerpt(diagnostic: Diagnostic) -> list[str]:
    """The lines of one diagnostic, unescaped."""
    lines = [f"{place(diagnostic)}: {diagnostic.severity}[{diagnostic.code}]: {diagnostic.message}"]
    if diagnostic.span is not None:
        lines += _quote(diagnostic.source, diagnostic.span)
    for related in diagnostic.related:
        at = related.source.position(related.span.start)
        lines.append(f"  note: {related.message} ({related.source.name}:{at.line}:{at.column})")
    if diagnostic.help:
        lines.append(f"  help: {diagnostic.help}")
    return lines


def place(diagnostic: Diagnostic) -> str:
    """`file:line:column`, or the file alone where there is no place in it."""
    if diagnostic.span is None:
        return diagnostic.source.name
    at = diagnostic.source.position(diagnostic.span.start)
    return f"{diagnostic.source.name}:{at.line}:{at.column}"


def _quote(source: Source, span: Span) -> Iterator[str]:
    at = source.position(span.start)
    line = source.line(at.line)
    if not line.strip():
        return
    length = max(1, min(span.end - span.start, len(line) - at.column + 1))
    start = max(0, at.column - 1 - _WIDEST // 2) if len(line) > _WIDEST else 0
    shown = line[start : start + _WIDEST]
    number = str(at.line)
    yield f"  {number} | {shown}"
    yield f"  {' ' * len(number)} | {' ' * (at.column - 1 - start)}{'^' * min(length, _WIDEST)}"
