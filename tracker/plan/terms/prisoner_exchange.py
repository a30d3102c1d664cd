"""Exchange of prisoners."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Term
from tracker.plan.values import PartyId
from tracker.semantics.choice import Choice
from tracker.semantics.members import Members
from tracker.semantics.untracked import Untracked


class PrisonerExchange(Term):
    """Prisoners, bodies or detainees are exchanged or returned.

    Source: point 24 of the US 28-point draft.
    """

    title: ClassVar[str] = "exchange of prisoners"
    weight: ClassVar[int] = 6
    kind: Annotated[Literal["prisoner-exchange"], Untracked()] = "prisoner-exchange"
    principle: Annotated[Literal["all-for-all", "one-for-one"] | None, Field(title="principle"), Choice()] = (
        None
    )
    covers: Annotated[
        tuple[
            Literal[
                "prisoners-of-war",
                "bodies",
                "civilian-detainees",
                "hostages",
                "children",
                "political-prisoners",
            ],
            ...,
        ]
        | None,
        Field(title="covers"),
        Members(),
    ] = None
    parties: Annotated[tuple[PartyId, ...] | None, Field(title="parties"), Members()] = None
