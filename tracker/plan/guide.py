"""What a term takes, in words: the same for the schema's hovers and for `tracker explain`."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from inspect import cleandoc
from types import NoneType
from typing import Annotated, Any, Literal, Union, get_args, get_origin

from pydantic import BaseModel

from tracker.plan.term import Part, Term
from tracker.semantics.fields import Tracked, fields_of
from tracker.semantics.measure import Measure
from tracker.semantics.quantity import EXAMPLES, Quantity
from tracker.semantics.scale import Scale
from tracker.semantics.untracked import Untracked
from tracker.semantics.way import NONE

ANY_WORDS = "words in kebab-case"
SLOTS: dict[str, str] = {
    "after": "what must happen first",
    "unless": "what lifts it",
    "refers_to": "the lineage of another provision that it speaks of",
}
"""The fields that all kinds share."""

_LOOSER = {
    "higher": "a higher value loosens for the party bound",
    "lower": "a lower value loosens for the party bound",
    "present": "stating it loosens for the party bound",
    "absent": "stating it tightens for the party bound",
    "more": "a longer list loosens for the party bound",
    "fewer": "a shorter list loosens for the party bound",
    "later": "later loosens for the party bound",
    "earlier": "earlier loosens for the party bound",
}


@dataclass(frozen=True, slots=True)
class FieldGuide:
    """One field: how it is called, what may stand there, how it differs and for whom it loosens."""

    name: str
    label: str
    takes: tuple[str, ...]
    required: bool
    key: bool
    bound: bool
    way: str
    unit: str
    direction: str
    note: str
    parts: tuple[FieldGuide, ...]
    example: Any

    def sentence(self) -> str:
        """All of it but the name, in one line."""
        said = [self.note] if self.note else []
        if self.unit:
            said.append(f"in {self.unit}")
        if self.key:
            said.append("part of the identity: another value is another one")
        if self.bound:
            said.append("the party that the term binds")
        if self.direction:
            said.append(self.direction)
        return "; ".join(said)


def guide(model: type[BaseModel], *, slots: bool = True) -> tuple[FieldGuide, ...]:
    """The fields of a term or part in the order of a plan file, `kind` left out."""
    fields = [_field(model, f) for f in fields_of(model) if not isinstance(f.way, Untracked)]
    own = [f for f in fields if f.name not in SLOTS]
    shared = [f for f in fields if f.name in SLOTS]
    return (*own, *shared) if slots else tuple(own)


def parts_of(model: type[BaseModel]) -> Iterator[type[Part]]:
    """The models of the keyed lists inside a term."""
    for info in model.model_fields.values():
        yield from (part for kind, _ in alternatives(info.annotation) if (part := _part(kind)))


def about(model: type[BaseModel]) -> tuple[str, str]:
    """What a kind of term says, and the source that it was drawn from (if its docstring names one)."""
    text, _, source = cleandoc(model.__doc__ or "").partition("\n\nSource: ")
    return text, " ".join(source.split())


def example(model: type[Term]) -> dict[str, Any]:
    """A made-up term of a kind with every field of its own stated."""
    return {"kind": model.kind_name(), **{f.name: f.example for f in guide(model, slots=False)}}


def _field(model: type[BaseModel], field: Tracked) -> FieldGuide:
    info = model.model_fields[field.name]
    arms = sorted(alternatives(info.annotation, tuple(info.metadata)), key=_rank)
    parts = next((_part(kind) for kind, _ in arms if _part(kind)), None)
    way = field.way
    unit = way.unit if isinstance(way, Measure) else ""
    return FieldGuide(
        name=field.name,
        label=field.label,
        takes=tuple(dict.fromkeys(word for kind, marks in arms for word in _takes(kind, marks))),
        required=info.is_required(),
        key=field.is_key,
        bound=field.bound,
        way=way.name,
        unit=unit,
        direction=_direction(way),
        note=SLOTS.get(field.name) or _note(info.description),
        parts=guide(parts) if parts else (),
        example=_example(*arms[0], field.name),
    )


def _note(description: str | None) -> str:
    """A field's own description; that of its type says nothing which `takes` does not."""
    return "" if description in (None, ANY_WORDS) else str(description)


def _direction(way: Any) -> str:
    said = _LOOSER.get(getattr(way, "looser", None) or "", "")
    if isinstance(way, Scale):
        order = "in this order: " + " < ".join(way.order)
        return f"{order}; {said}" if said else order
    if isinstance(way, Measure) and way.none != NONE:
        return f"`none` says {way.none}" + (f"; {said}" if said else "")
    return said


def alternatives(annotation: Any, marks: tuple[Any, ...] = ()) -> Iterator[tuple[Any, tuple[Any, ...]]]:
    """The arms of a union without None, each with the marks that stand beside it."""
    if get_origin(annotation) is Annotated:
        yield from alternatives(get_args(annotation)[0], (*get_args(annotation)[1:], *marks))
    elif get_origin(annotation) is Union or type(annotation).__name__ == "UnionType":
        for arm in get_args(annotation):
            yield from alternatives(arm, marks)
    elif annotation is not NoneType:
        yield annotation, marks


def _rank(arm: tuple[Any, tuple[Any, ...]]) -> tuple[bool, bool, str]:
    """Values before words, `none` last. Not as written: Python caches unions, whatever their order."""
    kind = arm[0]
    return get_origin(kind) is Literal, get_args(kind) == (NONE,), str(kind)


def _part(kind: Any) -> type[Part] | None:
    item = get_args(kind)[0] if get_origin(kind) is tuple else kind
    return item if isinstance(item, type) and issubclass(item, Part) else None


def _takes(kind: Any, marks: tuple[Any, ...]) -> Iterator[str]:
    """What may stand in a field, one word or phrase for each alternative."""
    if get_origin(kind) is Literal:
        yield from (f"`{word}`" for word in get_args(kind))
    elif get_origin(kind) is tuple:
        inside = [word for item, own in alternatives(get_args(kind)[0]) for word in _takes(item, own)]
        yield "a list of " + ", ".join(_plural(word) for word in inside)
    elif kind is Quantity:
        dimension = dimension_of(marks)
        yield f"{dimension}, such as `{EXAMPLES[dimension]}`"
    elif _part(kind):
        yield "mappings"
    else:
        yield {bool: "true or false", int: "a whole number", Decimal: "a number", date: "a date"}.get(
            kind, _id(marks)
        )


def _plural(word: str) -> str:
    return f"{word[2:]}s" if word.startswith("a ") else word


def _id(marks: tuple[Any, ...]) -> str:
    """Which ids a text is to be one of: told by the name of the check that stands beside it."""
    for mark in marks:
        check: Any = getattr(mark, "func", None)
        if getattr(check, "__qualname__", "").startswith("named."):
            return f"a {check.__name__} id"
    return ANY_WORDS


def dimension_of(marks: tuple[Any, ...]) -> Any:
    for mark in marks:
        for dimension, shown in EXAMPLES.items():
            if shown in (getattr(mark, "json_schema", None) or {}).get("examples", ()):
                return dimension
    raise TypeError("a quantity without its dimension in the JSON schema")


def _example(kind: Any, marks: tuple[Any, ...], name: str) -> Any:
    if get_origin(kind) is Literal:
        return get_args(kind)[0]
    if get_origin(kind) is tuple:
        item, own = next(iter(alternatives(get_args(kind)[0])))
        return [_example(item, own, name)]
    if kind is Quantity:
        return EXAMPLES[dimension_of(marks)]
    if part := _part(kind):
        return {f.name: f.example for f in guide(part)}
    if kind is str:
        what = _id(marks)
        return f"some-{what.split()[1]}" if what.startswith("a ") else f"some-{name.replace('_', '-')}"
    known: dict[Any, Any] = {bool: True, int: 1000, date: "2025-11-20"}
    return known.get(kind, "some-words")
