"""Allocation of assets."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Term
from tracker.plan.values import Money, NoneStated, PartyId, Slug
from tracker.semantics.choice import Choice
from tracker.semantics.condition import Condition
from tracker.semantics.key import Key
from tracker.semantics.measure import Measure
from tracker.semantics.members import Members
from tracker.semantics.scale import Scale
from tracker.semantics.untracked import Untracked


class AssetAllocation(Term):
    """What happens to a stock of assets: frozen, released or put to a use, how much, under whose control.

    Source: point 14 of the US 28-point draft.
    """

    title: ClassVar[str] = "allocation of assets"
    weight: ClassVar[int] = 8
    kind: Annotated[Literal["asset-allocation"], Untracked()] = "asset-allocation"
    assets: Annotated[Slug, Field(title="of"), Key()]
    status: Annotated[
        Literal["frozen", "released", "invested"] | None,
        Field(title="status"),
        Scale("frozen", "released", "invested"),
    ] = None
    amount: Annotated[Money | Literal["remainder"] | NoneStated | None, Field(title="amount"), Measure()] = (
        None
    )
    use: Annotated[Slug | NoneStated | None, Field(title="used for"), Choice()] = None
    controllers: Annotated[tuple[PartyId, ...] | None, Field(title="controlled by"), Members()] = None
    until: Annotated[Slug | NoneStated | None, Field(title="until"), Condition()] = None
