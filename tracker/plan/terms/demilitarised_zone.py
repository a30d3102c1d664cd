"""Demilitarised zone."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Term
from tracker.plan.values import NoneStated, PartyId, PlaceId, Slug
from tracker.semantics.choice import Choice
from tracker.semantics.key import Key
from tracker.semantics.members import Members
from tracker.semantics.untracked import Untracked
from tracker.semantics.way import Bound


class DemilitarisedZone(Term):
    """A place without armed forces: what kind of zone, who polices it, who may not enter.

    Source: point 21 of the US 28-point draft, points 14 and 16 of the 20-point framework.
    """

    title: ClassVar[str] = "demilitarised zone"
    weight: ClassVar[int] = 8
    kind: Annotated[Literal["demilitarised-zone"], Untracked()] = "demilitarised-zone"
    place: Annotated[PlaceId, Field(title="in"), Key()]
    types: Annotated[
        tuple[Literal["neutral", "buffer", "demilitarised", "free-economic"], ...] | None,
        Field(title="type of zone"),
        Members(),
    ] = None
    no_entry: Annotated[
        tuple[PartyId, ...] | None, Field(title="no entry for forces of"), Members(), Bound()
    ] = None
    police: Annotated[PartyId | NoneStated | None, Field(title="policed by"), Choice()] = None
    forces: Annotated[tuple[Slug, ...] | NoneStated | None, Field(title="forces on the line"), Members()] = (
        None
    )
