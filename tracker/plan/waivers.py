"""`plans/waivers.yaml`: findings that somebody answers for, until a day."""

from __future__ import annotations

from typing import Annotated, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from tracker.plan.term import Closed
from tracker.plan.values import Date, LineageId, PlanRef, Text


class Waiver(Closed):
    """One exception: a rule, what it is spared for, and who answers for it. Never a whole rule."""

    code: Annotated[str, Field(pattern=r"^[A-Z]{2,4}[0-9]{3}$", description="the code of the rule")]
    plan: Annotated[PlanRef | None, Field(description="the plan file, as a reference")] = None
    lineage: Annotated[LineageId | None, Field(description="the provision, with `plan`")] = None
    fingerprint: Annotated[
        str | None, Field(pattern=r"^[0-9a-f]{20}$", description="the very finding; `--format json` shows it")
    ] = None
    reason: Annotated[Text, Field(description="why it is right here")]
    approver: Annotated[Text, Field(description="who answers for it")]
    expires: Annotated[Date, Field(description="the last day on which it holds")]

    @model_validator(mode="after")
    def _narrow(self) -> Self:
        if self.fingerprint is None and (self.plan is None or self.lineage is None):
            raise PydanticCustomError(
                "waiver-scope", "`plan` and `lineage`, or a `fingerprint`: a waiver never covers a whole rule"
            )
        return self


class Waivers(Closed):
    """All waivers of a folder."""

    waivers: tuple[Waiver, ...] = ()
