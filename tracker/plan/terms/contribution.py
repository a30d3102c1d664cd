"""Contribution."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Term
from tracker.plan.values import Money, NoneStated, PartyId, Slug
from tracker.semantics.key import Key
from tracker.semantics.measure import Measure
from tracker.semantics.untracked import Untracked
from tracker.semantics.way import Bound


class Contribution(Term):
    """Money that a party adds.

    Source: point 14 of the US 28-point draft.
    """

    title: ClassVar[str] = "contribution"
    weight: ClassVar[int] = 5
    kind: Annotated[Literal["contribution"], Untracked()] = "contribution"
    contributor: Annotated[PartyId, Field(title="from"), Key(), Bound()]
    purpose: Annotated[Slug, Field(title="for"), Key()]
    amount: Annotated[Money | NoneStated | None, Field(title="amount"), Measure(looser="lower")] = None
