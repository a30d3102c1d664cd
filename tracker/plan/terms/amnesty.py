"""Amnesty."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Term
from tracker.plan.values import PartyId, Slug
from tracker.semantics.choice import Choice
from tracker.semantics.members import Members
from tracker.semantics.scale import Scale
from tracker.semantics.untracked import Untracked
from tracker.semantics.way import Bound


class Amnesty(Term):
    """No prosecution for acts in the war: for whom, for which acts.

    Source: point 26 of the US 28-point draft.
    """

    title: ClassVar[str] = "amnesty"
    weight: ClassVar[int] = 8
    kind: Annotated[Literal["amnesty"], Untracked()] = "amnesty"
    scope: Annotated[
        Literal["full", "limited"] | None, Field(title="scope"), Scale("limited", "full", looser="later")
    ] = None
    beneficiaries: Annotated[tuple[PartyId, ...] | None, Field(title="for"), Members(), Bound()] = None
    acts: Annotated[Slug | None, Field(title="for acts"), Choice()] = None
