"""Security guarantee."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Term
from tracker.plan.values import NoneStated, PartyId, Slug, TreatyId
from tracker.semantics.choice import Choice
from tracker.semantics.condition import Condition
from tracker.semantics.key import Key
from tracker.semantics.members import Members
from tracker.semantics.untracked import Untracked
from tracker.semantics.way import Bound


class SecurityGuarantee(Term):
    """A guarantee of a party's security: who gives it, on which model, with what response.

    Source: points 5 and 10 of the US 28-point draft.
    """

    title: ClassVar[str] = "security guarantee"
    weight: ClassVar[int] = 9
    kind: Annotated[Literal["security-guarantee"], Untracked()] = "security-guarantee"
    beneficiary: Annotated[PartyId, Field(title="for"), Key()]
    guarantors: Annotated[tuple[PartyId, ...] | None, Field(title="guarantors"), Members(), Bound()] = None
    model: Annotated[TreatyId | NoneStated | None, Field(title="model"), Choice()] = None
    effect: Annotated[
        Literal["attack-on-members"] | None, Field(title="an attack counts as"), Condition()
    ] = None
    responses: Annotated[tuple[Slug, ...] | None, Field(title="response"), Members()] = None
    ratification: Annotated[Slug | NoneStated | None, Field(title="ratified by"), Condition()] = None
