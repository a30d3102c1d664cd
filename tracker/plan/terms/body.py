"""Body or standing talks."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Term
from tracker.plan.values import BodyId, NoneStated, PartyId, Slug
from tracker.semantics.choice import Choice
from tracker.semantics.condition import Condition
from tracker.semantics.key import Key
from tracker.semantics.members import Members
from tracker.semantics.untracked import Untracked


class Body(Term):
    """A dialogue, working group, council or committee: who sits in it, who leads it, what it is for.

    Source: points 4, 15, 24 and 27 of the US 28-point draft.
    """

    title: ClassVar[str] = "body or standing talks"
    weight: ClassVar[int] = 4
    kind: Annotated[Literal["body"], Untracked()] = "body"
    body: Annotated[BodyId, Field(title="body"), Key()]
    form: Annotated[
        Literal["dialogue", "working-group", "taskforce", "council", "committee", "commission"] | None,
        Field(title="form"),
        Choice(),
    ] = None
    members: Annotated[tuple[PartyId, ...] | None, Field(title="members"), Members()] = None
    mediator: Annotated[PartyId | NoneStated | None, Field(title="mediator"), Condition()] = None
    chair: Annotated[PartyId | NoneStated | None, Field(title="chair"), Choice()] = None
    mandate: Annotated[tuple[Slug, ...] | None, Field(title="mandate"), Members()] = None
