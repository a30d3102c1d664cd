"""Arms control."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Term
from tracker.plan.values import PartyId, TreatyId
from tracker.semantics.key import Key
from tracker.semantics.members import Members
from tracker.semantics.untracked import Untracked
from tracker.semantics.way import Bound


class ArmsControl(Term):
    """Arms-control treaties are kept, extended or made.

    Source: point 17 of the US 28-point draft.
    """

    title: ClassVar[str] = "arms control"
    weight: ClassVar[int] = 6
    kind: Annotated[Literal["arms-control"], Untracked()] = "arms-control"
    action: Annotated[Literal["extend", "conclude", "observe"], Field(title="action"), Key()]
    parties: Annotated[tuple[PartyId, ...] | None, Field(title="parties"), Members(), Bound()] = None
    treaties: Annotated[tuple[TreatyId, ...] | None, Field(title="treaties"), Members()] = None
