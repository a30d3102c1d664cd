"""The base of every way in which a value may differ, and what a comparison gives back."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from types import UnionType
from typing import Annotated, Any, ClassVar, Literal, Union, get_args, get_origin

from tracker.semantics.quantity import Quantity, number_text
from tracker.semantics.words import Words, arrow
from tracker.source import Route

NONE = "none"
"""How a plan file writes that the text itself says there is none."""
NOT_IN_TEXT = "nothing said"
"""What a full text without the field says on it."""

Toward = Literal["loosens", "tightens"]


@dataclass(frozen=True, slots=True)
class Setting:
    """What a comparison has to know about the two sides.

    `left_complete` / `right_complete`: the side is a full text, so a field left out means that the text
    has no such qualifier; otherwise it means *not stated*, which is never a change.
    `names`: display names by id.
    """

    left_complete: bool = True
    right_complete: bool = True
    names: Mapping[str, str] = field(default_factory=dict)

    def swapped(self) -> Setting:
        return replace(self, left_complete=self.right_complete, right_complete=self.left_complete)

    def say(self, value: object) -> str:
        """A value in words: names for ids, separators in numbers, words for kebab-case."""
        if value is None:
            return NOT_IN_TEXT
        if isinstance(value, bool):
            return "yes" if value else "no"
        if isinstance(value, int):
            return number_text(value)
        if isinstance(value, tuple):
            return ", ".join(map(self.say, value)) or "nobody"
        if isinstance(value, str):
            return self.names.get(value) or value.replace("-", " ")
        return str(value)


@dataclass(frozen=True, slots=True)
class Delta:
    """One typed change of one field.

    `route` names the field in the provision, terms and parts by their keys; `old` and `new` are the
    values as the plan files write them; `words` say the change; `toward` and `bound` say for whom it
    loosens or tightens, where that is declared.
    """

    way: str
    label: str
    route: Route
    old: Any
    new: Any
    words: Words
    toward: Toward | None = None
    bound: tuple[str, ...] = ()
    editorial: bool = False
    detail: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class Unstated:
    """A field that one side states and the other, not being a full text, does not: never a change."""

    label: str
    route: Route
    value: Any
    words: str
    silent: Literal["left", "right"]


Outcome = Delta | Unstated


def plain(value: Any) -> Any:
    """A value as JSON and YAML would hold it."""
    if isinstance(value, Quantity):
        return str(value)
    if isinstance(value, tuple):
        return [plain(item) for item in value]
    if hasattr(value, "model_dump"):
        stated = value.model_fields_set  # a set: its own order changes from run to run
        return {name: plain(getattr(value, name)) for name in type(value).model_fields if name in stated}
    return value if value is None or isinstance(value, str | int | bool) else str(value)


def flip(toward: Toward) -> Toward:
    return "tightens" if toward == "loosens" else "loosens"


class Way:
    """A marker on a field: how its values differ. `name` is the word for it in public formats."""

    name: ClassVar[str]
    editorial: ClassVar[bool] = False
    """Whether a change of this kind is one of wording only."""

    def accepts(self, kind: Any) -> bool:
        """Whether the marker knows what to do with a type (one arm of a union, never None)."""
        raise NotImplementedError

    def compare(self, old: Any, new: Any, setting: Setting, label: str, route: Route) -> Iterator[Outcome]:
        """The outcomes of a field, none if the values are equal or neither side states one."""
        if old == new:
            return
        if old is None and not setting.left_complete:
            yield Unstated(label, route, plain(new), self.phrase(new, setting), "left")
        elif new is None and not setting.right_complete:
            yield Unstated(label, route, plain(old), self.phrase(old, setting), "right")
        else:
            yield from self.differ(old, new, setting, label, route)

    def differ(self, old: Any, new: Any, setting: Setting, label: str, route: Route) -> Iterator[Outcome]:
        """The outcomes of two unequal values, either of which may be None in a full text."""
        yield self.delta(old, new, arrow(setting.say(old), self.phrase(new, setting)), label, route)

    def phrase(self, value: Any, setting: Setting) -> str:
        """A value alone, with its unit if it has one."""
        return setting.say(value)

    def canonical(self, value: Any) -> Any:
        """The value as plain data in which what has no meaning (the order of a set) does not show."""
        return plain(value)

    def delta(
        self,
        old: Any,
        new: Any,
        words: Words,
        label: str,
        route: Route,
        toward: Toward | None = None,
        detail: tuple[tuple[str, str], ...] = (),
    ) -> Delta:
        return Delta(
            way=self.name,
            label=label,
            route=route,
            old=plain(old),
            new=plain(new),
            words=words,
            toward=toward,
            editorial=self.editorial,
            detail=detail,
        )


class Bound:
    """Marks the field that names the party (or parties) a term binds; stands beside the field's way."""


def arms(annotation: Any) -> tuple[Any, ...]:
    """The arms of a union without None, metadata stripped; any other annotation is its only arm."""
    origin = get_origin(annotation)
    if origin is Annotated:
        return arms(get_args(annotation)[0])
    if origin is Union or origin is UnionType:
        return tuple(found for arm in get_args(annotation) for found in arms(arm))
    return () if annotation is type(None) else (annotation,)


def is_literal(kind: Any) -> bool:
    return get_origin(kind) is Literal
