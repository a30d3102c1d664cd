"""`tracker explain --format json`, version 1. Within a version keys are only ever added."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from tracker.plan.guide import FieldGuide
from tracker.render.topic import Topic

NAME, VERSION = "explain", 1


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")


class FieldOfTerm(Shape):
    """A field of a term or of a part inside one."""

    name: str
    label: str
    takes: list[str]
    required: bool
    key: bool = Field(description="part of what makes the term the one it is")
    bound: bool = Field(description="names the party that the term binds")
    way: str = Field(description="how its values differ")
    unit: str
    direction: str
    note: str
    parts: list[FieldOfTerm]


class Fact(Shape):
    """A short statement with its label."""

    label: str
    text: str


class Snippet(Shape):
    """A piece of a plan file, and what it shows."""

    caption: str
    text: str


class Explained(Shape):
    """One rule, kind of term, issue, word, kind of change or table."""

    family: str
    name: str
    summary: str
    text: str
    facts: list[Fact]
    fields_of_it: list[FieldOfTerm]
    samples: list[Snippet]
    also: list[str]


class Explain(Shape):
    """What was asked for; without a word, everything."""

    format: Literal["tracker.explain"] = "tracker.explain"
    format_version: Literal[1] = 1
    topics: list[Explained]


def data(topics: tuple[Topic, ...]) -> dict[str, Any]:
    """The public data of explanations."""
    return Explain(topics=[_explained(topic) for topic in topics]).model_dump(mode="json")


def schema() -> dict[str, Any]:
    """The JSON Schema of this version."""
    return Explain.model_json_schema()


def _explained(topic: Topic) -> Explained:
    return Explained(
        family=topic.family,
        name=topic.name,
        summary=topic.summary,
        text=topic.text,
        facts=[Fact(label=label, text=text) for label, text in topic.facts],
        fields_of_it=[_field(field) for field in topic.fields],
        samples=[Snippet(caption=sample.caption, text=sample.text) for sample in topic.samples],
        also=list(topic.also),
    )


def _field(field: FieldGuide) -> FieldOfTerm:
    return FieldOfTerm(
        name=field.name,
        label=field.label,
        takes=list(field.takes),
        required=field.required,
        key=field.key,
        bound=field.bound,
        way=field.way,
        unit=field.unit,
        direction=field.direction,
        note=field.note,
        parts=[_field(part) for part in field.parts],
    )
