"""Membership."""

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from pydantic import Field

from tracker.plan.term import Term
from tracker.plan.values import Date, PartyId
from tracker.semantics.choice import Choice
from tracker.semantics.condition import Condition
from tracker.semantics.key import Key
from tracker.semantics.moment import Moment
from tracker.semantics.scale import Scale
from tracker.semantics.untracked import Untracked
from tracker.semantics.way import Bound


class Membership(Term):
    """Whether a party may join an organisation: its standing, on what condition, written down where.

    Source: points 3, 7, 11 and 13 of the US 28-point draft.
    """

    title: ClassVar[str] = "membership"
    weight: ClassVar[int] = 9
    kind: Annotated[Literal["membership"], Untracked()] = "membership"
    member: Annotated[PartyId, Field(title="member"), Key(), Bound()]
    organisation: Annotated[PartyId, Field(title="organisation"), Key()]
    status: Annotated[
        Literal["barred", "conditional", "own-rules", "eligible", "invited", "accession"] | None,
        Field(title="status"),
        Scale(
            "barred",
            "conditional",
            "own-rules",
            "eligible",
            "invited",
            "accession",
            looser="later",
            say={"own-rules": "by the organisation's own rules", "accession": "will become a member"},
        ),
    ] = None
    condition: Annotated[
        Literal["members-consensus", "none"] | None, Field(title="depends on"), Condition()
    ] = None
    condition_met: Annotated[Literal["yes", "no"] | None, Field(title="condition met today"), Choice()] = None
    duration: Annotated[Literal["permanent", "none"] | None, Field(title="lasting"), Condition()] = None
    instrument: Annotated[
        Literal["constitution", "statutes", "none"] | None,
        Field(title="written into"),
        Condition(looser="absent"),
    ] = None
    deadline: Annotated[Literal["defined", "none"] | Date | None, Field(title="date"), Moment()] = None
