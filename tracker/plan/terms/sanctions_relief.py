"""Sanctions relief."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Term
from tracker.plan.values import PartyId
from tracker.semantics.choice import Choice
from tracker.semantics.key import Key
from tracker.semantics.members import Members
from tracker.semantics.untracked import Untracked
from tracker.semantics.way import Bound


class SanctionsRelief(Term):
    """Sanctions on a party are lifted: when, in which way, by whose decision.

    Source: point 13 of the US 28-point draft.
    """

    title: ClassVar[str] = "sanctions relief"
    weight: ClassVar[int] = 7
    kind: Annotated[Literal["sanctions-relief"], Untracked()] = "sanctions-relief"
    party: Annotated[PartyId, Field(title="on"), Key(), Bound()]
    schedule: Annotated[
        tuple[Literal["staged", "case-by-case", "immediate"], ...] | None, Field(title="schedule"), Members()
    ] = None
    basis: Annotated[Literal["to-be-agreed", "automatic"] | None, Field(title="basis"), Choice()] = None
