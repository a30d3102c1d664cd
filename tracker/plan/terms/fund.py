"""Fund or financing."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Term
from tracker.plan.values import Money, NoneStated, PartyId, Slug
from tracker.semantics.choice import Choice
from tracker.semantics.key import Key
from tracker.semantics.measure import Measure
from tracker.semantics.members import Members
from tracker.semantics.untracked import Untracked


class Fund(Term):
    """A fund or a financing package: its size, who pays, by which means, for which sectors.

    Source: point 12 of the US 28-point draft, point 9 of the 20-point framework.
    """

    title: ClassVar[str] = "fund or financing"
    weight: ClassVar[int] = 5
    kind: Annotated[Literal["fund"], Untracked()] = "fund"
    fund: Annotated[Slug, Field(title="fund"), Key()]
    target: Annotated[Money | NoneStated | None, Field(title="target"), Measure()] = None
    funders: Annotated[tuple[PartyId, ...] | None, Field(title="funders"), Members()] = None
    instruments: Annotated[tuple[Slug, ...] | None, Field(title="instruments"), Members()] = None
    sectors: Annotated[tuple[Slug, ...] | None, Field(title="sectors"), Members()] = None
    number: Annotated[Literal["one", "several"] | None, Field(title="number of funds"), Choice()] = None
