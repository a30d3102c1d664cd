"""One file, read: its text, its data, its model if it is valid, and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cached_property
from typing import Any, Generic, TypeVar

from pydantic import BaseModel

from tracker.diagnostic import Diagnostic, Severity
from tracker.load.coherence import coherence
from tracker.load.locator import Locator
from tracker.load.validate import validate
from tracker.load.yaml import parse
from tracker.plan.model import Plan
from tracker.source import Route, Source, Span

M = TypeVar("M", bound=BaseModel)


@dataclass(frozen=True)
class Document(Generic[M]):
    """A file as read. `model` is None where the file is broken; then `diagnostics` says why."""

    source: Source
    data: object
    model: M | None
    diagnostics: tuple[Diagnostic, ...]

    @cached_property
    def locator(self) -> Locator:
        return Locator(self.source)

    @property
    def broken(self) -> bool:
        return self.model is None or any(d.severity == Severity.ERROR for d in self.diagnostics)

    def span(self, route: Route, *, key: bool = False) -> Span:
        """The place of a route in the text, or of the nearest part of it that exists."""
        return self.locator.nearest(route, prefer="key" if key else "value")

    def placed(self, diagnostics: tuple[Diagnostic, ...] | None = None) -> tuple[Diagnostic, ...]:
        """Diagnostics with their spans found."""
        found = self.diagnostics if diagnostics is None else diagnostics
        return tuple(
            d if d.span is not None else replace(d, span=self.span(d.route, key=d.code in _AT_KEY))
            for d in found
        )


_AT_KEY = {"unknown-key", "missing-key", "missing-issue"}


def open_document(
    model: type[M],
    source: Source,
    before: tuple[Diagnostic, ...] = (),
    context: Mapping[str, Any] | None = None,
) -> Document[M]:
    """Parse and validate a text; `before` are diagnostics from reading its bytes."""
    parsed = parse(source)
    found = (*before, *parsed.diagnostics)
    if parsed.data is None:
        return Document(source, None, None, found)
    valid, faults = validate(model, parsed.data, source, context)
    if isinstance(valid, Plan):
        faults = tuple(coherence(valid, source))
    # a null is refused where it is read: what the model then says of the hole is the same fault again
    holes = {d.route for d in found if d.code == "null-value"}
    return Document(source, parsed.data, valid, (*found, *(f for f in faults if f.route not in holes)))
