"""Withdrawal of forces."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Term
from tracker.plan.values import Distance, PartyId, PlaceId
from tracker.semantics.condition import Condition
from tracker.semantics.key import Key
from tracker.semantics.members import Members
from tracker.semantics.options import Options
from tracker.semantics.untracked import Untracked
from tracker.semantics.way import Bound


class Withdrawal(Term):
    """A party's forces leave, or it gives up territory it holds: from where, how far, matched or not.

    Source: point 21 of the US 28-point draft, point 14 of the 20-point framework.
    """

    title: ClassVar[str] = "withdrawal of forces"
    weight: ClassVar[int] = 10
    kind: Annotated[Literal["withdrawal"], Untracked()] = "withdrawal"
    party: Annotated[PartyId, Field(title="by"), Key(), Bound()]
    places: Annotated[tuple[PlaceId, ...] | None, Field(title="from"), Members(looser="fewer")] = None
    outside: Annotated[tuple[PlaceId, ...] | None, Field(title="all held outside"), Members()] = None
    depths: Annotated[tuple[Distance, ...] | None, Field(title="depth, one of"), Options()] = None
    reciprocal: Annotated[
        Literal["matched", "none"] | None,
        Field(title="matched by the other side"),
        Condition(looser="present"),
    ] = None
