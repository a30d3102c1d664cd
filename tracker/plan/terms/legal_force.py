"""Legal force."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Term
from tracker.semantics.scale import Scale
from tracker.semantics.untracked import Untracked


class LegalForce(Term):
    """Whether the agreement binds in law.

    Source: point 27 of the US 28-point draft.
    """

    title: ClassVar[str] = "legal force"
    weight: ClassVar[int] = 7
    kind: Annotated[Literal["legal-force"], Untracked()] = "legal-force"
    status: Annotated[
        Literal["not-binding", "binding"], Field(title="status"), Scale("not-binding", "binding")
    ]
