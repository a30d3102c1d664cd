"""Sovereignty."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Term
from tracker.plan.values import PartyId
from tracker.semantics.key import Key
from tracker.semantics.members import Members
from tracker.semantics.untracked import Untracked


class Sovereignty(Term):
    """A statement of a party's sovereignty.

    Source: point 1 of the US 28-point draft.
    """

    title: ClassVar[str] = "sovereignty"
    weight: ClassVar[int] = 8
    kind: Annotated[Literal["sovereignty"], Untracked()] = "sovereignty"
    party: Annotated[PartyId, Field(title="of"), Key()]
    confirmed_by: Annotated[tuple[PartyId, ...] | None, Field(title="confirmed by"), Members()] = None
