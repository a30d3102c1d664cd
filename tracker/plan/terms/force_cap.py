"""Limit on armed forces."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Term
from tracker.plan.values import Count, NoneStated, PartyId, Slug
from tracker.semantics.choice import Choice
from tracker.semantics.condition import Condition
from tracker.semantics.key import Key
from tracker.semantics.measure import Measure
from tracker.semantics.members import Members
from tracker.semantics.untracked import Untracked
from tracker.semantics.way import Bound


class ForceCap(Term):
    """A ceiling on, or a set level of, a party's armed forces, in personnel.

    Source: point 6 of the US 28-point draft.
    """

    title: ClassVar[str] = "limit on armed forces"
    weight: ClassVar[int] = 10
    kind: Annotated[Literal["force-cap"], Untracked()] = "force-cap"
    party: Annotated[PartyId, Field(title="party bound"), Key(), Bound()]
    limit: Annotated[
        Count | NoneStated | None,
        Field(title="limit"),
        Measure("personnel", looser="higher", none="no limit"),
    ] = None
    applies: Annotated[
        Literal["peacetime", "none"] | None, Field(title="applies in"), Condition(looser="present")
    ] = None
    counts_as: Annotated[Literal["ceiling", "level"] | None, Field(title="counts as"), Choice()] = None
    excludes: Annotated[
        tuple[Slug, ...] | NoneStated | None, Field(title="leaves out"), Members(looser="more")
    ] = None
