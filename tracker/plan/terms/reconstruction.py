"""Reconstruction."""

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


class Reconstruction(Term):
    """A piece of rebuilding: what, in which sectors, with whom.

    Source: point 12 of the US 28-point draft.
    """

    title: ClassVar[str] = "reconstruction"
    weight: ClassVar[int] = 4
    kind: Annotated[Literal["reconstruction"], Untracked()] = "reconstruction"
    item: Annotated[Slug, Field(title="of"), Key()]
    sectors: Annotated[tuple[Slug, ...] | None, Field(title="sectors"), Members()] = None
    partners: Annotated[tuple[PartyId, ...] | None, Field(title="with"), Members()] = None
    instrument: Annotated[Slug | NoneStated | None, Field(title="set out in"), Condition()] = None
    open_list: Annotated[Literal["yes", "no"] | None, Field(title="list is open"), Choice()] = None
