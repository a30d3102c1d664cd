"""Nuclear status."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Term
from tracker.plan.values import NoneStated, PartyId, TreatyId
from tracker.semantics.choice import Choice
from tracker.semantics.key import Key
from tracker.semantics.scale import Scale
from tracker.semantics.untracked import Untracked
from tracker.semantics.way import Bound


class NuclearStatus(Term):
    """Whether a party may have nuclear weapons, under which treaty.

    Source: point 18 of the US 28-point draft.
    """

    title: ClassVar[str] = "nuclear status"
    weight: ClassVar[int] = 7
    kind: Annotated[Literal["nuclear-status"], Untracked()] = "nuclear-status"
    party: Annotated[PartyId, Field(title="of"), Key(), Bound()]
    status: Annotated[
        Literal["non-nuclear", "nuclear"] | None,
        Field(title="status"),
        Scale("non-nuclear", "nuclear", looser="later"),
    ] = None
    treaty: Annotated[TreatyId | NoneStated | None, Field(title="under"), Choice()] = None
