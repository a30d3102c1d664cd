"""`tracker coverage --format json`, version 1. Within a version keys are only ever added."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from tracker.extract.coverage import Backing, Covered

NAME, VERSION = "coverage", 1


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Source(Shape):
    """One source's word on a provision."""

    source: str
    found: Literal["coded", "extracted"] = Field(description="as evidence in the file, or by extraction")
    hedge: str
    may_belong_to: str | None


class Row(Shape):
    """One provision, or one reading of it where sources differ."""

    id: str
    point: str | None
    title: str
    presence: str
    reading: str | None
    independent: int = Field(description="supporting sources, those that repeat one another counted once")
    supports: list[Source]
    contradicts: list[Source]
    never_mentioned: list[str]


class Coverage(Shape):
    """Which sources support, contradict or never mention the provisions of a version."""

    format: Literal["tracker.coverage"] = "tracker.coverage"
    format_version: Literal[1] = 1
    ref: str
    provisions: list[Row]


def data(ref: str, covered: Sequence[Covered]) -> dict[str, Any]:
    """The public data of a coverage."""
    return Coverage(
        ref=ref,
        provisions=[
            Row(
                id=one.lineage,
                point=one.point or None,
                title=one.title,
                presence=one.presence,
                reading=one.reading or None,
                independent=one.independent,
                supports=[_source(item) for item in one.supports],
                contradicts=[_source(item) for item in one.contradicts],
                never_mentioned=list(one.silent),
            )
            for one in covered
        ],
    ).model_dump(mode="json")


def _source(item: Backing) -> Source:
    return Source(
        source=item.source,
        found="extracted" if item.found == "extracted" else "coded",
        hedge=item.hedge,
        may_belong_to=item.may_belong_to or None,
    )


def schema() -> dict[str, Any]:
    """The JSON Schema of this version."""
    return Coverage.model_json_schema()
