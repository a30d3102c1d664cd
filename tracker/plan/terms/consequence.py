"""Consequence of an act."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Part, Term
from tracker.plan.values import PartyId, PlaceId, Slug
from tracker.semantics.condition import Condition
from tracker.semantics.key import Key
from tracker.semantics.members import Members
from tracker.semantics.parts import Parts
from tracker.semantics.untracked import Untracked
from tracker.semantics.way import Bound


class Trigger(Part):
    """One act that brings the consequence about."""

    act: Annotated[Slug, Field(title="act"), Key()]
    targets: Annotated[tuple[PlaceId, ...] | None, Field(title="on"), Members()] = None
    qualifier: Annotated[
        Literal["without-cause", "none"] | None, Field(title="only if"), Condition(looser="present")
    ] = None


class Consequence(Term):
    """What follows if someone does something: a guarantee is lost, sanctions return, penalties fall due.

    Source: points 10, 22 and 27 of the US 28-point draft.
    """

    title: ClassVar[str] = "consequence of an act"
    weight: ClassVar[int] = 7
    kind: Annotated[Literal["consequence"], Untracked()] = "consequence"
    party: Annotated[PartyId, Field(title="if the act is by"), Key(), Bound()]
    triggers: Annotated[tuple[Trigger, ...] | None, Field(title="trigger"), Parts(looser="fewer")] = None
    effects: Annotated[tuple[Slug, ...] | None, Field(title="effect"), Members(looser="fewer")] = None
