"""Monitoring."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Term
from tracker.plan.values import NoneStated, PartyId, Slug
from tracker.semantics.condition import Condition
from tracker.semantics.key import Key
from tracker.semantics.members import Members
from tracker.semantics.untracked import Untracked


class Monitoring(Term):
    """Watching over something: what, by which means, by whom.

    Source: point 2 of the 20-point framework.
    """

    title: ClassVar[str] = "monitoring"
    weight: ClassVar[int] = 5
    kind: Annotated[Literal["monitoring"], Untracked()] = "monitoring"
    object: Annotated[Slug, Field(title="of"), Key()]
    means: Annotated[tuple[Slug, ...] | None, Field(title="means"), Members()] = None
    monitors: Annotated[tuple[PartyId, ...] | None, Field(title="by"), Members()] = None
    early_notice: Annotated[Slug | NoneStated | None, Field(title="early notice"), Condition()] = None
