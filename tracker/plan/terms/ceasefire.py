"""Ceasefire."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Term
from tracker.plan.values import Duration, NoneStated, PartyId
from tracker.semantics.choice import Choice
from tracker.semantics.condition import Condition
from tracker.semantics.moment import Moment
from tracker.semantics.steps import Steps
from tracker.semantics.untracked import Untracked


class Ceasefire(Term):
    """When the fighting stops: the order of steps, how fully, who watches.

    Source: point 28 of the US 28-point draft.
    """

    title: ClassVar[str] = "ceasefire"
    weight: ClassVar[int] = 9
    kind: Annotated[Literal["ceasefire"], Untracked()] = "ceasefire"
    sequence: Annotated[
        tuple[Literal["agreement", "signing", "withdrawal", "ceasefire"], ...] | None,
        Field(title="order"),
        Steps(),
    ] = None
    scope: Annotated[Literal["full", "partial"] | None, Field(title="scope"), Choice()] = None
    start: Annotated[Literal["at-once"] | Duration | None, Field(title="starts"), Moment()] = None
    modalities: Annotated[Literal["agreed-by-both-sides"] | None, Field(title="modalities"), Condition()] = (
        None
    )
    supervisor: Annotated[PartyId | NoneStated | None, Field(title="supervised by"), Condition()] = None
