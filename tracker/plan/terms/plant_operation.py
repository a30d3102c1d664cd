"""Operation of a plant."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Part, Term
from tracker.plan.values import NoneStated, PartyId, PlaceId, Share
from tracker.semantics.choice import Choice
from tracker.semantics.key import Key
from tracker.semantics.measure import Measure
from tracker.semantics.members import Members
from tracker.semantics.parts import Parts
from tracker.semantics.untracked import Untracked


class Holding(Part):
    """One party's part of the whole."""

    party: Annotated[PartyId, Field(title="party"), Key()]
    share: Annotated[Share | None, Field(title="share"), Measure()] = None


class PlantOperation(Term):
    """Who supervises, runs and owns a plant, and who gets its output: ownership and output are two things.

    Source: point 19 of the US 28-point draft, point 12 of the 20-point framework.
    """

    title: ClassVar[str] = "operation of a plant"
    weight: ClassVar[int] = 7
    kind: Annotated[Literal["plant-operation"], Untracked()] = "plant-operation"
    plant: Annotated[PlaceId, Field(title="plant"), Key()]
    supervisor: Annotated[PartyId | NoneStated | None, Field(title="supervised by"), Choice()] = None
    operators: Annotated[tuple[PartyId, ...] | None, Field(title="run by"), Members()] = None
    manager: Annotated[PartyId | NoneStated | None, Field(title="main manager"), Choice()] = None
    ownership: Annotated[tuple[Holding, ...] | NoneStated | None, Field(title="ownership"), Parts()] = None
    output: Annotated[tuple[Holding, ...] | NoneStated | None, Field(title="electricity"), Parts()] = None
