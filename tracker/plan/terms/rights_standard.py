"""Rights and standards."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Term
from tracker.plan.values import NoneStated, PartyId, Slug
from tracker.semantics.choice import Choice
from tracker.semantics.key import Key
from tracker.semantics.members import Members
from tracker.semantics.untracked import Untracked
from tracker.semantics.way import Bound


class RightsStandard(Term):
    """A standard for minorities, education, media or ideology, and how it is put into effect.

    Source: point 20 of the US 28-point draft.
    """

    title: ClassVar[str] = "rights and standards"
    weight: ClassVar[int] = 5
    kind: Annotated[Literal["rights-standard"], Untracked()] = "rights-standard"
    subject: Annotated[Slug, Field(title="on"), Key()]
    parties: Annotated[tuple[PartyId, ...] | None, Field(title="parties"), Members(), Bound()] = None
    measure: Annotated[
        Literal["programmes", "adoption-of-rules", "end-of-discrimination", "ban"] | None,
        Field(title="measure"),
        Choice(),
    ] = None
    standard: Annotated[Slug | NoneStated | None, Field(title="standard"), Choice()] = None
    groups: Annotated[tuple[Slug, ...] | None, Field(title="covers"), Members()] = None
