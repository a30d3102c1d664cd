"""The value types of plan files: strict scalars, each saying what it expects."""

from __future__ import annotations

import re
from datetime import date
from difflib import get_close_matches
from typing import TYPE_CHECKING, Annotated, Any, Literal

from pydantic import AfterValidator, BeforeValidator, Field, PlainSerializer, PlainValidator, WithJsonSchema
from pydantic_core import PydanticCustomError
from pydantic_core.core_schema import ValidationInfo

from tracker.semantics.quantity import EXAMPLES, FORMS, Dimension, Quantity

if TYPE_CHECKING:
    from collections.abc import Callable

ID = r"^[a-z][a-z0-9]*(?:-[a-z0-9]+)*$"
NoneStated = Literal["none"]
"""The text itself says there is none; a field left out says nothing of the kind."""

MAX_TEXT = 20_000


def named(what: str) -> Callable[[str, ValidationInfo], str]:
    """A validator: the id must be one of that kind in `context["names"]`, if names were handed in."""

    def check(value: str, info: ValidationInfo) -> str:
        known = (info.context or {}).get(what) if info.context else None
        if known is None or value in known:
            return value
        near = get_close_matches(value, known, n=1, cutoff=0.6)
        raise PydanticCustomError(
            f"unknown-{what}",
            "`{value}` is not a known {what}",
            {"value": value, "what": what, "near": near[0] if near else "", "known": len(known)},
        )

    check.__name__ = what  # whoever explains a field asks the check beside it for this
    return check


def quantity(dimension: Dimension) -> Any:
    """The annotation of a quantity of one dimension, written as text in a plan file."""

    def read(value: Any) -> Quantity:
        if isinstance(value, Quantity) and value.dimension == dimension:
            return value
        if not isinstance(value, str):
            raise ValueError(f"not a {dimension}: write it like `{EXAMPLES[dimension]}`")
        return Quantity.parse(value, dimension)

    schema = {"type": "string", "examples": [EXAMPLES[dimension]], "pattern": _PATTERNS[dimension]}
    return Annotated[
        Quantity, PlainValidator(read), PlainSerializer(str, return_type=str), WithJsonSchema(schema)
    ]


_PATTERNS: dict[Dimension, str] = {
    dimension: r"^\s*(?:" + re.sub(r"\?P<\w+>", "?:", form.pattern) + r")\s*$"
    for dimension, form in FORMS.items()
}
"""The forms that are read, without Python's names for groups: JSON Schema knows no such names."""


def read_date(value: Any) -> Any:
    """A date written YYYY-MM-DD; anything else is left for the type to refuse."""
    if isinstance(value, str):
        if not re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
            raise ValueError("not a date: write it like `2025-11-20`")
        return date.fromisoformat(value)
    return value


if TYPE_CHECKING:
    Money = Quantity
    Share = Quantity
    Duration = Quantity
    Distance = Quantity
else:
    Money = quantity("money")
    Share = quantity("share")
    Duration = quantity("duration")
    Distance = quantity("distance")

Date = Annotated[
    date,
    BeforeValidator(read_date),
    WithJsonSchema(
        {
            "type": "string",
            "format": "date",
            "pattern": r"^\d{4}-(?:0[1-9]|1[0-2])-(?:0[1-9]|[12]\d|3[01])$",
            "examples": ["2025-11-20"],
        }
    ),
]
Count = Annotated[int, Field(ge=0, le=10**15)]
Text = Annotated[str, Field(min_length=1, max_length=MAX_TEXT)]
Slug = Annotated[str, Field(pattern=ID, max_length=80, description="words in kebab-case")]
LineageId = Annotated[str, Field(pattern=ID, max_length=80)]
PartyId = Annotated[str, Field(pattern=ID), AfterValidator(named("party"))]
PlaceId = Annotated[str, Field(pattern=ID), AfterValidator(named("place"))]
TreatyId = Annotated[str, Field(pattern=ID), AfterValidator(named("treaty"))]
BodyId = Annotated[str, Field(pattern=ID), AfterValidator(named("body"))]
SourceId = Annotated[str, Field(pattern=ID), AfterValidator(named("source"))]
PlanRef = Annotated[str, Field(pattern=r"^[a-z][a-z0-9-]*(?:/[a-z][a-z0-9-]*)*$")]
