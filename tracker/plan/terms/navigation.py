"""Navigation and transport."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Term
from tracker.plan.values import NoneStated, PartyId, PlaceId
from tracker.semantics.choice import Choice
from tracker.semantics.condition import Condition
from tracker.semantics.key import Key
from tracker.semantics.untracked import Untracked
from tracker.semantics.way import Bound


class Navigation(Term):
    """Use of a river or sea for trade.

    Source: point 23 of the US 28-point draft.
    """

    title: ClassVar[str] = "navigation and transport"
    weight: ClassVar[int] = 4
    kind: Annotated[Literal["navigation"], Untracked()] = "navigation"
    water: Annotated[PlaceId, Field(title="on"), Key()]
    obligor: Annotated[
        PartyId | NoneStated | None, Field(title="not to be hindered by"), Choice(), Bound()
    ] = None
    beneficiary: Annotated[PartyId | None, Field(title="for"), Choice()] = None
    use: Annotated[Literal["commercial", "grain"] | None, Field(title="use"), Choice()] = None
    instrument: Annotated[Literal["agreements", "none"] | None, Field(title="instrument"), Condition()] = None
