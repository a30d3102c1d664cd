"""Stationing of forces."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Term
from tracker.plan.values import NoneStated, PartyId, PlaceId
from tracker.semantics.choice import Choice
from tracker.semantics.condition import Condition
from tracker.semantics.key import Key
from tracker.semantics.scale import Scale
from tracker.semantics.untracked import Untracked
from tracker.semantics.way import Bound


class Stationing(Term):
    """Foreign forces or equipment on a territory: barred, allowed or promised, and how far the bar reaches.

    Source: points 8 and 9 of the US 28-point draft.
    """

    title: ClassVar[str] = "stationing of forces"
    weight: ClassVar[int] = 8
    kind: Annotated[Literal["stationing"], Untracked()] = "stationing"
    host: Annotated[PlaceId, Field(title="in"), Key()]
    asset: Annotated[Literal["troops", "fighter-jets"], Field(title="of"), Key()]
    forces: Annotated[PartyId | None, Field(title="whose"), Choice(), Bound()] = None
    status: Annotated[
        Literal["barred", "permitted", "stationed"] | None,
        Field(title="status"),
        Scale("barred", "permitted", "stationed", looser="later"),
    ] = None
    permanence: Annotated[
        Literal["permanent", "none"] | None, Field(title="only if"), Condition(looser="present")
    ] = None
    command: Annotated[
        PartyId | NoneStated | None, Field(title="only under the command of"), Condition(looser="present")
    ] = None
    applies: Annotated[
        Literal["peacetime", "none"] | None, Field(title="only in"), Condition(looser="present")
    ] = None
