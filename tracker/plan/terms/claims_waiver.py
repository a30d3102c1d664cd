"""Waiver of claims."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Term
from tracker.plan.values import PartyId
from tracker.semantics.members import Members
from tracker.semantics.untracked import Untracked
from tracker.semantics.way import Bound


class ClaimsWaiver(Term):
    """Parties give up claims and complaints.

    Source: point 26 of the US 28-point draft.
    """

    title: ClassVar[str] = "waiver of claims"
    weight: ClassVar[int] = 6
    kind: Annotated[Literal["claims-waiver"], Untracked()] = "claims-waiver"
    parties: Annotated[tuple[PartyId, ...] | None, Field(title="by"), Members(), Bound()] = None
    covers: Annotated[
        tuple[Literal["claims", "complaints"], ...] | None, Field(title="covers"), Members(looser="fewer")
    ] = None
