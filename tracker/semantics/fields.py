"""Models whose fields say how they differ: the check when a class is made, and the walk over its fields."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache
from typing import TYPE_CHECKING, Annotated, Any, get_args, get_origin

from tracker.semantics.key import Key
from tracker.semantics.untracked import Untracked
from tracker.semantics.way import NONE, Bound, Delta, Outcome, Setting, Way, arms, is_literal
from tracker.source import Route

if TYPE_CHECKING:
    from pydantic import BaseModel


@dataclass(frozen=True, slots=True)
class Tracked:
    """One field of a model: name, label, how it differs, whether it names the party bound."""

    name: str
    label: str
    way: Way
    bound: bool

    @property
    def is_key(self) -> bool:
        return isinstance(self.way, Key)


@cache
def fields_of(model: type[BaseModel]) -> tuple[Tracked, ...]:
    """The tracked fields of a model in the order written.

    Raises TypeError with the remedy where a field has no marker, more than one, a marker lost inside a
    union, or a type that its marker does not know.
    """
    found = []
    for name, info in model.model_fields.items():
        where = f"{model.__name__}.{name}"
        if lost := _lost(info.annotation):
            raise TypeError(
                f"{where}: {lost} stands inside the type and would be lost; "
                f"write `Annotated[X | None, {lost}(…)]`, the marker outermost"
            )
        ways = [mark for mark in info.metadata if isinstance(mark, Way)]
        if len(ways) != 1:
            raise TypeError(f"{where}: needs exactly one marker that says how it differs, has {len(ways)}")
        for arm in arms(info.annotation):
            if not ways[0].accepts(arm) and not (is_literal(arm) and get_args(arm) == (NONE,)):
                raise TypeError(f"{where}: {type(ways[0]).__name__} does not know how to compare {arm}")
        bound = any(mark is Bound or isinstance(mark, Bound) for mark in info.metadata)
        found.append(Tracked(name, info.title or name.replace("_", " "), ways[0], bound))
    return tuple(found)


def _lost(annotation: Any) -> str:
    """The name of a marker that stands below the top of an annotation, where pydantic does not see it."""
    if get_origin(annotation) is Annotated:
        for mark in get_args(annotation)[1:]:
            if isinstance(mark, Way | Bound) or mark is Bound:
                return (mark if mark is Bound else type(mark)).__name__
    for arm in get_args(annotation):
        if not isinstance(arm, str) and (lost := _lost(arm)):
            return lost
    return ""


def key_fields(model: type[BaseModel]) -> tuple[str, ...]:
    """The names of the fields that make a term or part the one it is, in the order of the model."""
    return tuple(f.name for f in fields_of(model) if f.is_key)


def identity(model: BaseModel) -> str:
    """What makes a term or part the one it is: its kind (if it has one) and its key fields, `/` between."""
    kind = getattr(model, "kind", None)
    keys = [str(getattr(model, name)) for name in key_fields(type(model))]
    return "/".join([kind, *keys] if kind else keys)


def canonical(model: BaseModel) -> dict[str, Any]:
    """The tracked values of a term or part as plain data, without order where order has no meaning."""
    return {
        f.name: f.way.canonical(getattr(model, f.name))
        for f in fields_of(type(model))
        if not isinstance(f.way, Untracked)
    }


def heading(model: BaseModel, setting: Setting) -> str:
    """The key fields in words: which part or term this is."""
    said = (setting.say(getattr(model, f.name)) for f in fields_of(type(model)) if f.is_key)
    return ", ".join(said)


def sentence(model: BaseModel, setting: Setting) -> str:
    """A term or part in words: its keys, then what it states, each with its label."""
    said = [heading(model, setting)]
    for field in fields_of(type(model)):
        value = getattr(model, field.name)
        if field.is_key or value is None or isinstance(field.way, Untracked):
            continue
        said.append(f"{field.label} {field.way.phrase(value, setting)}")
    return ", ".join(filter(None, said))


def bound_by(model: BaseModel) -> tuple[str, ...]:
    """The parties that a term binds, as far as its fields name them."""
    found: list[str] = []
    for field in fields_of(type(model)):
        value = getattr(model, field.name)
        if field.bound and value not in (None, NONE):
            found += value if isinstance(value, tuple) else (value,)
    return tuple(dict.fromkeys(found))


def compare_fields(old: BaseModel, new: BaseModel, setting: Setting, route: Route = ()) -> Iterator[Outcome]:
    """All outcomes between two models of one class, field by field."""
    for field in fields_of(type(old)):
        before, after = getattr(old, field.name), getattr(new, field.name)
        if before is after:
            continue
        yield from field.way.compare(before, after, setting, field.label, (*route, field.name))


def with_bound(outcome: Outcome, bound: tuple[str, ...]) -> Outcome:
    """The outcome, its direction tied to the parties bound; without a party there is no direction."""
    if not isinstance(outcome, Delta) or outcome.toward is None:
        return outcome
    return replace(outcome, bound=bound) if bound else replace(outcome, toward=None)
