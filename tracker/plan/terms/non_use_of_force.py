"""Non-use of force."""

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


class NonUseOfForce(Term):
    """A party or parties will not use force: no aggression, no invasion, no change of lines by force.

    Source: points 2, 3 and 22 of the US 28-point draft.
    """

    title: ClassVar[str] = "non-use of force"
    weight: ClassVar[int] = 8
    kind: Annotated[Literal["non-use-of-force"], Untracked()] = "non-use-of-force"
    object: Annotated[
        Literal["aggression", "invasion", "territorial-change", "retaking-territory"],
        Field(title="renounces"),
        Key(),
    ]
    parties: Annotated[tuple[PartyId, ...] | None, Field(title="parties"), Members(), Bound()] = None
    towards: Annotated[tuple[PartyId, ...] | None, Field(title="towards"), Members()] = None
    instrument: Annotated[Literal["accord", "pledge"] | None, Field(title="instrument"), Choice()] = None
    third_parties: Annotated[
        NoneStated | tuple[PartyId, ...] | None, Field(title="third parties"), Members()
    ] = None
    reservations: Annotated[NoneStated | Slug | None, Field(title="reservations"), Condition()] = None
