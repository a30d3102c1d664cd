"""Compensation."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Term
from tracker.plan.values import Money, NoneStated, PartyId, Slug
from tracker.semantics.choice import Choice
from tracker.semantics.key import Key
from tracker.semantics.measure import Measure
from tracker.semantics.untracked import Untracked
from tracker.semantics.way import Bound


class Compensation(Term):
    """A payment owed to a party for a damage or a service.

    Source: point 10 of the US 28-point draft, point 14 of the E3 text.
    """

    title: ClassVar[str] = "compensation"
    weight: ClassVar[int] = 6
    kind: Annotated[Literal["compensation"], Untracked()] = "compensation"
    payee: Annotated[PartyId, Field(title="paid to"), Key()]
    purpose: Annotated[Slug, Field(title="for"), Key()]
    payer: Annotated[PartyId | None, Field(title="paid by"), Choice(), Bound()] = None
    amount: Annotated[
        Money | Literal["full", "unspecified"] | NoneStated | None, Field(title="amount"), Measure()
    ] = None
