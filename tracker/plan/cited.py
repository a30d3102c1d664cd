"""Sources: those only cited (`plans/sources.yaml`) and those whose words are held (`seeds/`)."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field, RootModel

from tracker.plan.term import Closed
from tracker.plan.values import ID, Date, Slug, Text


class Original(Closed):
    """The document that a digest stands for: known by its name and its sha256, not published here."""

    name: Text
    sha256: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")]


class Cited(Closed):
    """A source as a citation: who published it, when, where."""

    publisher: Text | None = None
    title: Text | None = None
    date: Date | None = None
    date_note: Text | None = None
    url: Annotated[str | None, Field(pattern=r"^https?://\S+$")] = None
    language: Annotated[str | None, Field(pattern=r"^[a-z]{2,3}$")] = None
    kind: Annotated[
        Literal["report", "text", "statement", "analysis", "explainer"],
        Field(
            description="`text`: prints the plan itself; `statement`: an official speaks in their own name"
        ),
    ] = "report"
    via: Annotated[
        Text | None, Field(description="the outlet through which it was read, if not directly")
    ] = None
    independence_group: Annotated[
        Slug | None, Field(description="sources that repeat one another share a group and count once")
    ] = None
    note: Text | None = None


class Held(Cited):
    """A source whose digest stands in `seeds/`, its front matter."""

    id: Annotated[str, Field(pattern=ID)]
    original: Original | None = None


class Citations(RootModel[dict[str, Cited]]):
    """`plans/sources.yaml`: sources that are only cited, by id."""

    root: dict[str, Cited] = Field(default_factory=dict)
