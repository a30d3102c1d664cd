"""Humanitarian measure."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Term
from tracker.plan.values import Slug
from tracker.semantics.key import Key
from tracker.semantics.members import Members
from tracker.semantics.untracked import Untracked


class HumanitarianMeasure(Term):
    """A measure for people who suffered from the war.

    Source: point 24 of the US 28-point draft.
    """

    title: ClassVar[str] = "humanitarian measure"
    weight: ClassVar[int] = 5
    kind: Annotated[Literal["humanitarian-measure"], Untracked()] = "humanitarian-measure"
    measure: Annotated[
        Literal["return", "family-reunification", "relief-for-victims"], Field(title="measure"), Key()
    ]
    covers: Annotated[tuple[Slug, ...] | None, Field(title="covers"), Members()] = None
