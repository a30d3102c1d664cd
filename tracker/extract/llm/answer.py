"""What a model is asked for: claims with the sentence and the phrase they stand on."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field


class Told(BaseModel):
    """One claim as the model tells it. Nothing in it counts before it is grounded."""

    model_config = ConfigDict(extra="ignore")

    sentence: str = Field(max_length=4_000, description="the sentence or list item, copied exactly")
    quote: str = Field(max_length=400, description="the phrase in it that says so: exact, at most 8 words")
    version: str | None = Field(None, max_length=100, description="the id of the version; null if not stated")
    kind: str = Field(max_length=100, description="one of the kinds listed")
    terms: dict[str, Any] = Field(default_factory=dict, description="fields of that kind; only what is said")
    polarity: Literal["included", "removed", "denied"] = "included"


class Answer(BaseModel):
    """All claims in the text; an empty list where there are none."""

    model_config = ConfigDict(extra="ignore")

    claims: list[Told] = Field(max_length=200)
