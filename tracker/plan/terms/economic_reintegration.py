"""Return to the world economy."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Term
from tracker.plan.values import PartyId
from tracker.semantics.condition import Condition
from tracker.semantics.key import Key
from tracker.semantics.untracked import Untracked
from tracker.semantics.way import Bound


class EconomicReintegration(Term):
    """A party is brought back into the world economy.

    Source: point 13 of the US 28-point draft.
    """

    title: ClassVar[str] = "return to the world economy"
    weight: ClassVar[int] = 5
    kind: Annotated[Literal["economic-reintegration"], Untracked()] = "economic-reintegration"
    party: Annotated[PartyId, Field(title="of"), Key(), Bound()]
    pace: Annotated[
        Literal["progressive", "none"] | None, Field(title="pace"), Condition(looser="absent")
    ] = None
