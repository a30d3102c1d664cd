"""`tracker show --format json`, version 1: the version as its file holds it."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from tracker.plan.model import Plan, Provision

NAME, VERSION = "show", 1


class Shown(BaseModel):
    """A version, with the provisions asked for. `plan` has the shape of a plan file."""

    model_config = ConfigDict(extra="forbid")
    format: Literal["tracker.show"] = "tracker.show"
    format_version: Literal[1] = 1
    ref: str
    plan: dict[str, Any] = Field(description="as in plan.schema.json")


def data(ref: str, plan: Plan, chosen: Sequence[Provision]) -> dict[str, Any]:
    """The public data of a version."""
    head = plan.model_dump(mode="json", exclude_unset=True, exclude={"provisions"})
    provisions = [provision.model_dump(mode="json", exclude_unset=True) for provision in chosen]
    return Shown(ref=ref, plan={**head, "provisions": provisions}).model_dump(mode="json")


def schema() -> dict[str, Any]:
    """The JSON Schema of this version."""
    return Shown.model_json_schema()
