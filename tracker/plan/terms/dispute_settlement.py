"""Settlement of old disputes."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Term
from tracker.plan.values import Duration, PartyId
from tracker.semantics.measure import Measure
from tracker.semantics.members import Members
from tracker.semantics.untracked import Untracked


class DisputeSettlement(Term):
    """Old disputes between parties count as settled.

    Source: point 2 of the US 28-point draft.
    """

    title: ClassVar[str] = "settlement of old disputes"
    weight: ClassVar[int] = 3
    kind: Annotated[Literal["dispute-settlement"], Untracked()] = "dispute-settlement"
    parties: Annotated[tuple[PartyId, ...] | None, Field(title="between"), Members()] = None
    period: Annotated[Duration | None, Field(title="disputes of the past"), Measure()] = None
