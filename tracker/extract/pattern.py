"""The patterns of a kind of term: a YAML file beside its model, checked against the model when it is read."""

from __future__ import annotations

import re
from functools import cache, cached_property
from pathlib import Path
from typing import Any, get_args, get_origin

import yaml
from pydantic import BaseModel, ConfigDict, Field

import tracker.plan.terms as terms
from tracker.extract.notation import parse
from tracker.extract.phrases import Index
from tracker.extract.vocabulary import thesaurus
from tracker.plan.term import Part, Term
from tracker.plan.terms import kind_named, kinds

_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


class _Closed(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Capture(_Closed):
    """How one value is found: a name or quantity (`from`), or words that stand for a value (`choose`)."""

    source: tuple[str, ...] = Field(default=(), alias="from")
    choose: dict[str, tuple[str, ...]] = Field(default_factory=dict)
    near: str | None = None
    side: str | None = Field(default=None, pattern="^(before|after)$")
    reach: int = 14
    many: bool = False
    every: bool = False
    types: tuple[str, ...] = ()
    excluding: tuple[str, ...] = ()
    minimum: int | None = None
    maximum: int | None = None
    required: bool = False
    context: bool = False
    default: str | None = None
    inside: str | None = None
    unique: bool = False
    repeat: tuple[str, ...] = ()
    when: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    parts: dict[str, Capture] = Field(default_factory=dict)
    at_least: int = 1
    marked: tuple[str, ...] = ()
    only_marked: bool = False
    not_after: tuple[str, ...] = ()
    canonical: bool = False
    joins: bool = False
    """Whether the opponent that a list's lead-in is about joins the one party that is named."""

    first: tuple[str, ...] = ()


class Frame(_Closed):
    """What must occur together, in any order; the first need is the anchor that the others stand near."""

    needs: tuple[str, ...]
    without: tuple[str, ...] = ()
    borrow: tuple[str, ...] = ()
    borrow_near: tuple[str, ...] = ()
    reach: int = 12
    give: dict[str, str | tuple[str, ...]] = Field(default_factory=dict, alias="set")
    drop: tuple[str, ...] = ()
    having: tuple[str, ...] = ()
    values: dict[str, Capture] = Field(default_factory=dict)


class Expression(_Closed):
    """The way out: an expression over the lower-case text, with plain bounded parts only."""

    expression: str
    give: dict[str, str | tuple[str, ...]] = Field(default_factory=dict, alias="set")


class Example(_Closed):
    """A sentence and the terms it gives; version, names and hedge come from the test's own shelf."""

    text: str
    terms: dict[str, Any] = Field(default_factory=dict)


class Pattern(_Closed):
    """Everything that extraction knows of one kind."""

    lexicon: dict[str, tuple[str, ...]]
    frames: tuple[Frame, ...]
    expressions: tuple[Expression, ...] = ()
    values: dict[str, Capture] = Field(default_factory=dict)
    examples: tuple[Example, ...] = ()
    counter_examples: tuple[str, ...] = ()

    @cached_property
    def anchors(self) -> tuple[str, ...]:
        """The slots of which a frame needs one first."""
        return tuple(dict.fromkeys(frame.needs[0] for frame in self.frames))


def pattern_files() -> dict[str, Path]:
    """The pattern file of each kind that has one."""
    folder = Path(terms.__path__[0])
    found = {kind: folder / f"{kind.replace('-', '_')}.yaml" for kind in kinds()}
    return {kind: path for kind, path in found.items() if path.exists()}


def read_pattern(kind: str, text: str) -> Pattern:
    """A pattern from its text. Raises ValueError where it does not fit the kind's model."""
    pattern = Pattern.model_validate(yaml.load(text, Loader=_Loader))
    check(kind, pattern)
    if pattern.expressions:  # an expression is a frame of its own, its match the anchor
        own = (Frame(needs=(expression_slot(n),), set=e.give) for n, e in enumerate(pattern.expressions))
        pattern = pattern.model_copy(update={"frames": (*pattern.frames, *own)})
    return pattern


def expression_slot(number: int) -> str:
    """The slot under which the matches of a pattern's expression are kept."""
    return f"expression {number}"


@cache
def patterns() -> dict[str, Pattern]:
    """All patterns by kind."""
    return {kind: read_pattern(kind, path.read_text("utf-8")) for kind, path in pattern_files().items()}


def check(kind: str, pattern: Pattern) -> None:
    """Every value names a field of the model, every need a word list, every expression is harmless."""
    model = kind_named(kind)
    for phrase in (phrase for phrases in pattern.lexicon.values() for phrase in phrases):
        parse(phrase, thesaurus())
    _check_fields(kind, model, pattern.values)
    for frame in pattern.frames:
        for need in (*frame.needs, *frame.without, *frame.borrow, *frame.borrow_near):
            if need not in pattern.lexicon:
                raise ValueError(f"{kind}: `{need}` has no words in the lexicon")
        for field in (*frame.give, *frame.drop, *frame.having):
            if field not in model.model_fields:
                raise ValueError(f"{kind}: `{field}` is no field of the kind")
        _check_fields(kind, model, frame.values)
    for item in pattern.expressions:
        if re.search(r"[*+}]\)[*+?{]|\.[*+]", item.expression):
            raise ValueError(f"{kind}: `{item.expression}` could run long: bound its parts")
        re.compile(item.expression)


def part_model(model: type[Term] | type[Part], field: str) -> type[Part]:
    """The model of the parts that a field holds."""
    asked = [model.model_fields[field].annotation]
    while asked:
        one = asked.pop()
        if isinstance(one, type) and not get_origin(one) and issubclass(one, Part):
            return one
        asked += get_args(one)
    raise ValueError(f"`{field}` has no parts")


def _check_fields(kind: str, model: type[Term] | type[Part], values: dict[str, Capture]) -> None:
    for field, capture in values.items():
        if field not in model.model_fields:
            raise ValueError(f"{kind}: `{field}` is no field of {model.__name__}")
        if capture.parts:
            _check_fields(kind, part_model(model, field), capture.parts)


def add_patterns(index: Index, found: dict[str, Pattern]) -> None:
    """Puts every phrase of every pattern into the index, tagged with what it is good for."""
    for kind, pattern in found.items():
        for slot, phrases in pattern.lexicon.items():
            index.add((kind, slot), phrases, thesaurus())
        _add_captures(index, kind, pattern.values)
        for number, frame in enumerate(pattern.frames):
            _add_captures(index, kind, frame.values, f"{number}.")


def _add_captures(index: Index, kind: str, values: dict[str, Capture], route: str = "") -> None:
    for field, capture in values.items():
        for value, phrases in capture.choose.items():
            index.add((kind, f"{route}{field}", value), phrases, thesaurus())
        if capture.repeat:
            index.add((kind, f"{route}{field}", "repeat"), capture.repeat, thesaurus())
        if capture.marked:
            index.add((kind, f"{route}{field}", "marked"), capture.marked, thesaurus())
        _add_captures(index, kind, capture.parts, f"{route}{field}.")
