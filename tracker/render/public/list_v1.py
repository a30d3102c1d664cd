"""`tracker list --format json`, version 1."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict

from tracker.plan.model import Plan

NAME, VERSION = "list", 1


class VersionRow(BaseModel):
    """One version of the plan."""

    model_config = ConfigDict(extra="forbid")
    ref: str
    title: str
    date: str | None
    text: str
    provisions: int
    revises: list[str]
    draws_on: list[str]
    aliases: list[str]


class Versions(BaseModel):
    """All versions in a plans folder, oldest first."""

    model_config = ConfigDict(extra="forbid")
    format: Literal["tracker.list"] = "tracker.list"
    format_version: Literal[1] = 1
    versions: list[VersionRow]


def data(versions: Mapping[str, Plan]) -> dict[str, Any]:
    """The public data of a list of versions."""
    rows = [
        VersionRow(
            ref=ref,
            title=plan.title,
            date=plan.date.isoformat() if plan.date else None,
            text=plan.text,
            provisions=len(plan.provisions),
            revises=list(plan.revises),
            draws_on=list(plan.draws_on),
            aliases=list(plan.aliases),
        )
        for ref, plan in versions.items()
    ]
    return Versions(versions=rows).model_dump(mode="json")


def schema() -> dict[str, Any]:
    """The JSON Schema of this version."""
    return Versions.model_json_schema()
