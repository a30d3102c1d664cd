"""Elections."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Term
from tracker.plan.values import Duration, NoneStated, PartyId, Slug
from tracker.semantics.condition import Condition
from tracker.semantics.key import Key
from tracker.semantics.moment import Moment
from tracker.semantics.untracked import Untracked
from tracker.semantics.way import Bound


class ElectionDeadline(Term):
    """Elections are to be held: by when, counted from what.

    Source: point 25 of the US 28-point draft.
    """

    title: ClassVar[str] = "elections"
    weight: ClassVar[int] = 7
    kind: Annotated[Literal["election-deadline"], Untracked()] = "election-deadline"
    party: Annotated[PartyId, Field(title="in"), Key(), Bound()]
    within: Annotated[
        Duration | Literal["as-soon-as-possible"] | NoneStated | None,
        Field(title="deadline"),
        Moment(looser="later"),
    ] = None
    counted_from: Annotated[Slug | NoneStated | None, Field(title="counted from"), Condition()] = None
