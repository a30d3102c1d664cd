"""The base of every kind of term, and of the keyed parts inside one."""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import BaseModel, ConfigDict, Field, PlainSerializer, PlainValidator
from pydantic_core import PydanticCustomError
from pydantic_core.core_schema import ValidationInfo

from tracker.plan.terms import kind_named, kinds
from tracker.plan.values import Duration, LineageId, PartyId, Slug
from tracker.semantics.choice import Choice
from tracker.semantics.fields import fields_of
from tracker.semantics.key import Key
from tracker.semantics.measure import Measure
from tracker.semantics.members import Members
from tracker.semantics.parts import Parts


class Closed(BaseModel):
    """Strict, closed and immutable: what every model of a plan file is."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, allow_inf_nan=False)


class Part(Closed):
    """One keyed entry of a list inside a term; its fields carry markers like a term's own."""

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        fields_of(cls)


class Event(Part):
    """Something that happens, on which a term hangs."""

    event: Annotated[Slug, Field(title="event"), Key()]
    actor: Annotated[PartyId | None, Field(title="by"), Choice()] = None
    towards: Annotated[tuple[Slug, ...] | None, Field(title="towards"), Members()] = None
    within: Annotated[Duration | None, Field(title="within"), Measure()] = None


class Term(Closed):
    """One thing that a provision says, in typed values.

    Every field carries a marker (`tracker.semantics`) that owns its comparison. The slots below are shared
    by all kinds: `after` (what must happen first), `unless` (what lifts it), `refers_to` (another lineage
    that it speaks of).
    """

    after: Annotated[tuple[Event, ...] | None, Field(title="after"), Parts()] = None
    unless: Annotated[tuple[Event, ...] | None, Field(title="unless"), Parts()] = None
    refers_to: Annotated[LineageId | None, Field(title="refers to"), Choice()] = None

    title: ClassVar[str]
    """What people call a term of this kind, in a few words."""
    weight: ClassVar[int] = 4
    """How much a change of such a term matters among others, 0 to 10: what a changelog names first."""

    @classmethod
    def __pydantic_init_subclass__(cls, **kwargs: Any) -> None:
        fields_of(cls)
        if not cls.__doc__:
            raise TypeError(f"{cls.__name__}: a kind of term needs a docstring for its users")

    @classmethod
    def kind_name(cls) -> str:
        return str(cls.model_fields["kind"].default)


def read_term(value: Any, info: ValidationInfo) -> Term:
    """A term of the kind that its `kind` names; only the kinds that a file uses are ever imported."""
    if isinstance(value, Term):
        return value
    if not isinstance(value, dict):
        raise PydanticCustomError("term-shape", "a term is a mapping that starts with its `kind`")
    kind = value.get("kind")
    if kind is None:
        raise PydanticCustomError("term-kind-missing", "a term needs its `kind`")
    if not isinstance(kind, str) or kind not in kinds():
        raise PydanticCustomError("unknown-kind", "`{value}` is not a kind of term", {"value": str(kind)})
    return kind_named(kind).model_validate(value, context=info.context)


AnyTerm = Annotated[
    Term, PlainValidator(read_term), PlainSerializer(lambda term: term.model_dump(exclude_unset=True))
]
