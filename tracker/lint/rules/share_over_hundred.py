"""A share is above 100 per cent, or the shares of one whole add up to more.

Nobody can be given more than there is: one of the numbers is wrong.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from decimal import Decimal

from pydantic import BaseModel

from tracker.diagnostic import Severity
from tracker.lint.rule import Fault
from tracker.lint.subject import PlanFile
from tracker.semantics.fields import fields_of
from tracker.semantics.quantity import Quantity, number_text
from tracker.source import Route

CODE = "FIG003"
SEVERITY = Severity.ERROR
SCOPE = "plan"
BAD = """
- id: forces-cap
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.
  presence: in-text
  terms:
    - kind: plant-operation
      plant: zaporizhzhia-plant
      output:
        - {party: ukraine, share: 50%}
        - {party: russia, share: 60%}
  evidence: [{source: wire-2025-11-20, hedge: reported}]
"""
GOOD = """
- id: forces-cap
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.
  presence: in-text
  terms:
    - kind: plant-operation
      plant: zaporizhzhia-plant
      output:
        - {party: ukraine, share: 50%}
        - {party: russia, share: 50%}
  evidence: [{source: wire-2025-11-20, hedge: reported}]
"""

_WHOLE = Decimal(100)


def check(file: PlanFile) -> Iterator[Fault]:
    for termed in file.terms:
        for field in fields_of(type(termed.term)):
            value = getattr(termed.term, field.name)
            route = (*termed.route, field.name)
            if isinstance(value, Quantity):
                yield from _over([value], route, "a share")
            elif isinstance(value, tuple) and value and isinstance(value[0], BaseModel):
                yield from _parts(value, route)


def _parts(parts: Sequence[BaseModel], route: Route) -> Iterator[Fault]:
    for field in fields_of(type(parts[0])):
        values = [getattr(part, field.name) for part in parts]
        shares = [value for value in values if isinstance(value, Quantity)]
        for i, value in enumerate(values):
            if isinstance(value, Quantity):
                yield from _over([value], (*route, i, field.name), "a share")
        if all(share.value <= _WHOLE for share in shares):
            yield from _over(shares, route, "the shares together")


def _over(shares: Sequence[Quantity], route: Route, what: str) -> Iterator[Fault]:
    total = sum((share.value for share in shares if share.dimension == "share"), Decimal(0))
    if total > _WHOLE:
        yield Fault(
            f"{what} come to {number_text(total)}%"
            if len(shares) > 1
            else f"{what} of {number_text(total)}%",
            route,
            help="correct the number; a share is of one whole",
            values=(number_text(total),),
        )
