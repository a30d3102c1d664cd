"""Economic accord."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Term
from tracker.plan.values import Duration, PartyId, Slug
from tracker.semantics.condition import Condition
from tracker.semantics.key import Key
from tracker.semantics.measure import Measure
from tracker.semantics.members import Members
from tracker.semantics.untracked import Untracked


class EconomicAccord(Term):
    """An agreement on trade or cooperation.

    Source: point 13 of the US 28-point draft, point 10 of the 20-point framework.
    """

    title: ClassVar[str] = "economic accord"
    weight: ClassVar[int] = 4
    kind: Annotated[Literal["economic-accord"], Untracked()] = "economic-accord"
    type: Annotated[Literal["cooperation", "free-trade", "investment"], Field(title="type"), Key()]
    parties: Annotated[tuple[PartyId, ...] | None, Field(title="between"), Members()] = None
    sectors: Annotated[tuple[Slug, ...] | None, Field(title="sectors"), Members()] = None
    period: Annotated[
        Duration | Literal["short-term", "long-term"] | None, Field(title="period"), Measure()
    ] = None
    pace: Annotated[Literal["accelerated", "none"] | None, Field(title="pace"), Condition()] = None
