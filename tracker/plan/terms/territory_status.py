"""Status of territory."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Part, Term
from tracker.plan.values import PartyId, PlaceId
from tracker.semantics.choice import Choice
from tracker.semantics.key import Key
from tracker.semantics.members import Members
from tracker.semantics.parts import Parts
from tracker.semantics.untracked import Untracked


class Region(Part):
    """What a text says about one region. `recognised` is the object of the recognition."""

    region: Annotated[PlaceId, Field(title="region"), Key()]
    status: Annotated[
        Literal["russian", "ukrainian", "frozen-at-line", "buffer-zone", "special-zone"] | None,
        Field(title="status"),
        Choice(),
    ] = None
    recognition: Annotated[
        Literal["none", "unspecified", "de-facto", "international"] | None,
        Field(title="recognition"),
        Choice(),
    ] = None
    recognised: Annotated[
        Literal["territory", "line-of-contact"] | None, Field(title="object of recognition"), Choice()
    ] = None
    held_by: Annotated[PartyId | None, Field(title="held as territory of"), Choice()] = None
    recognised_by: Annotated[tuple[PartyId, ...] | None, Field(title="recognised by"), Members()] = None


class TerritoryStatus(Term):
    """The status of regions, one part per region.

    A recognition names its object: a line of contact is not sovereignty.

    Source: point 21 of the US 28-point draft, point 14 of the 20-point framework.
    """

    title: ClassVar[str] = "status of territory"
    weight: ClassVar[int] = 10
    kind: Annotated[Literal["territory-status"], Untracked()] = "territory-status"
    regions: Annotated[tuple[Region, ...] | None, Field(title="region"), Parts()] = None
