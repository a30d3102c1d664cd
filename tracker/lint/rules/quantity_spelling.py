"""A quantity is not written in its usual form.

One spelling for one amount makes files easy to search and their differences easy to read.
"""

from __future__ import annotations

from collections.abc import Iterator

from pydantic import BaseModel

from tracker.diagnostic import Severity
from tracker.edit.patch import Edit
from tracker.lint.judge import at
from tracker.lint.rule import Fault
from tracker.lint.subject import PlanFile
from tracker.semantics.quantity import Quantity
from tracker.source import Route

CODE = "FMT002"
SEVERITY = Severity.INFO
SCOPE = "plan"
BAD = """
- id: forces-cap
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.
  presence: in-text
  terms: [{kind: fund, fund: rebuilding, target: "100,000,000,000 USD"}]
  evidence: [{source: wire-2025-11-20, hedge: reported}]
"""
GOOD = """
- id: forces-cap
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.
  presence: in-text
  terms: [{kind: fund, fund: rebuilding, target: 100 billion USD}]
  evidence: [{source: wire-2025-11-20, hedge: reported}]
"""


def check(file: PlanFile) -> Iterator[Fault]:
    for termed in file.terms:
        yield from _model(file, termed.term, termed.route)


def _model(file: PlanFile, model: BaseModel, route: Route) -> Iterator[Fault]:
    for name in model.model_fields_set:
        value = getattr(model, name)
        if isinstance(value, Quantity):
            yield from _quantity(file, value, (*route, name))
        elif isinstance(value, tuple):
            for i, item in enumerate(value):
                if isinstance(item, Quantity):
                    yield from _quantity(file, item, (*route, name, i))
                elif isinstance(item, BaseModel):
                    yield from _model(file, item, (*route, name, i))


def _quantity(file: PlanFile, value: Quantity, route: Route) -> Iterator[Fault]:
    written = at(file.document.data, route)
    usual = str(value)
    if not isinstance(written, str) or written == usual:
        return
    span = file.document.span(route)
    shown = span.slice(file.document.source.text)
    fix: tuple[Edit, ...] = ()
    for mark in ("", '"', "'"):
        if shown == f"{mark}{written}{mark}":
            fix = (Edit(span, usual if usual.replace(" ", "").isalnum() else f'"{usual}"'),)
    yield Fault(
        f"`{written}` is usually written `{usual}`",
        route,
        help="`tracker check --fix` rewrites it",
        values=(written,),
        fix=fix,
    )
