"""Referendum."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Term
from tracker.plan.values import Duration, NoneStated, PartyId, Slug
from tracker.semantics.key import Key
from tracker.semantics.measure import Measure
from tracker.semantics.untracked import Untracked


class Referendum(Term):
    """A vote of the people: on what, under which truce.

    Source: point 14 of the 20-point framework.
    """

    title: ClassVar[str] = "referendum"
    weight: ClassVar[int] = 7
    kind: Annotated[Literal["referendum"], Untracked()] = "referendum"
    party: Annotated[PartyId, Field(title="in"), Key()]
    subject: Annotated[Slug, Field(title="on"), Key()]
    truce: Annotated[Duration | NoneStated | None, Field(title="truce of"), Measure()] = None
