"""Market access."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Term
from tracker.plan.values import Duration, NoneStated, PartyId, Slug
from tracker.semantics.condition import Condition
from tracker.semantics.key import Key
from tracker.semantics.measure import Measure
from tracker.semantics.scale import Scale
from tracker.semantics.untracked import Untracked
from tracker.semantics.way import Bound


class MarketAccess(Term):
    """Access of a party to a market.

    Source: point 11 of the US 28-point draft.
    """

    title: ClassVar[str] = "market access"
    weight: ClassVar[int] = 4
    kind: Annotated[Literal["market-access"], Untracked()] = "market-access"
    party: Annotated[PartyId, Field(title="for"), Key(), Bound()]
    market: Annotated[PartyId, Field(title="market"), Key()]
    access: Annotated[
        Literal["preferential", "free"] | None,
        Field(title="access"),
        Scale("preferential", "free", looser="later"),
    ] = None
    period: Annotated[
        Duration | Literal["short-term", "long-term"] | None, Field(title="for a period"), Measure()
    ] = None
    pending: Annotated[Slug | NoneStated | None, Field(title="while pending"), Condition()] = None
