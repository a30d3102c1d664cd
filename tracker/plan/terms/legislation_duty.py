"""Duty to legislate."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Term
from tracker.plan.values import NoneStated, PartyId, Slug
from tracker.semantics.choice import Choice
from tracker.semantics.condition import Condition
from tracker.semantics.key import Key
from tracker.semantics.members import Members
from tracker.semantics.untracked import Untracked
from tracker.semantics.way import Bound


class LegislationDuty(Term):
    """A party writes something into its law: into which instrument, ratified how.

    Source: point 16 of the US 28-point draft.
    """

    title: ClassVar[str] = "duty to legislate"
    weight: ClassVar[int] = 5
    kind: Annotated[Literal["legislation-duty"], Untracked()] = "legislation-duty"
    party: Annotated[PartyId, Field(title="by"), Key(), Bound()]
    subject: Annotated[Slug, Field(title="on"), Key()]
    instrument: Annotated[Literal["law", "constitution"] | None, Field(title="instrument"), Choice()] = None
    towards: Annotated[tuple[PartyId, ...] | None, Field(title="towards"), Members()] = None
    ratification: Annotated[Slug | NoneStated | None, Field(title="ratified by"), Condition()] = None
