"""Share of profits."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Term
from tracker.plan.values import NoneStated, PartyId, Share
from tracker.semantics.choice import Choice
from tracker.semantics.key import Key
from tracker.semantics.measure import Measure
from tracker.semantics.untracked import Untracked


class ProfitShare(Term):
    """A party's share of the profits of a venture; `refers_to` names the venture's lineage.

    Source: point 14 of the US 28-point draft.
    """

    title: ClassVar[str] = "share of profits"
    weight: ClassVar[int] = 5
    kind: Annotated[Literal["profit-share"], Untracked()] = "profit-share"
    recipient: Annotated[PartyId, Field(title="to"), Key()]
    share: Annotated[Share | NoneStated | None, Field(title="share"), Measure()] = None
    base: Annotated[Literal["profits", "revenue", "output"] | None, Field(title="of the"), Choice()] = None
