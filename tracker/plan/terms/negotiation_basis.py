"""Basis for talks."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Term
from tracker.plan.values import NoneStated, PartyId, Slug
from tracker.semantics.choice import Choice
from tracker.semantics.key import Key
from tracker.semantics.members import Members
from tracker.semantics.untracked import Untracked


class NegotiationBasis(Term):
    """What is to be negotiated, and from where the talks start.

    Source: point 21 of the E3 text.
    """

    title: ClassVar[str] = "basis for talks"
    weight: ClassVar[int] = 7
    kind: Annotated[Literal["negotiation-basis"], Untracked()] = "negotiation-basis"
    topic: Annotated[Slug, Field(title="on"), Key()]
    about: Annotated[Slug | None, Field(title="about"), Choice()] = None
    parties: Annotated[tuple[PartyId, ...] | None, Field(title="between"), Members()] = None
    starting_point: Annotated[Slug | NoneStated | None, Field(title="starting from"), Choice()] = None
