"""Generated plans for property tests: terms of every kind, provisions, readings, evidence, whole plans.

Everything is derived from the annotations, so a new kind of term or a new field needs nothing here. Values
come from small pools, so that two draws often share ids, members and lineages, as two drafts of a plan do.

    terms()             a term of any kind, or of the one named
    term_pairs()        two terms of one kind with the same key: what a comparison is handed
    evidence(), readings(because), provisions(text)
    plans(text="full")  a version with unique lineages, presences that fit its kind of text
    anything(model)     any closed model; keyword arguments replace the strategy of a field:
                        a strategy states it always, `Sometimes` now and then, OMIT never

Lists are never empty: a field left out says the same. What is drawn is a valid model whose
`model_fields_set` holds what a file would have stated.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from functools import cache
from itertools import permutations
from types import NoneType, UnionType
from typing import Annotated, Any, Final, Literal, NamedTuple, TypeVar, Union, get_args, get_origin

from hypothesis import strategies as st
from hypothesis.strategies import DrawFn, SearchStrategy
from pydantic import BaseModel

from tracker.plan.model import Evidence, Plan, Provision, Reading, Was
from tracker.plan.term import Part, Term
from tracker.plan.terms import kind_named, kinds
from tracker.plan.values import ID, MAX_TEXT, PlanRef
from tracker.plan.words import TextStatus
from tracker.semantics.fields import fields_of, identity
from tracker.semantics.quantity import EXAMPLES, Dimension, Quantity

OMIT: Final = st.nothing()
"""Handed to `anything` for a field: leave it out."""


class Sometimes(NamedTuple):
    """Handed to `anything` for a field: one of these values, or left out."""

    values: SearchStrategy[Any]


M = TypeVar("M", bound=BaseModel)

IDS = (
    "alpha", "border-line", "charlie", "delta-2", "echo-east",
    "force-limit", "grain-route", "joint-fund", "truce", "zone-of-peace",
)  # fmt: skip
"""Every lineage, party, place, treaty, body, source and slug; also the names to validate against."""
POINTS = ("1", "7", "12", "21(b)", "8 bis", "IV", "-")
REFS = ("first", "second", "talks/third", "extracted/second")
PHRASES = (
    "a limit of 600,000", "a limit of 800,000", "the forces of both sides", "no zone", "a zone of 5 km",
    "“as agreed” by 1 May", "naïve", "a: b", "- a", "# c", "it's \"so\"", "<i>&amp;", "| d | e |", "*f* _g_",
    "[h](i)", "line\nbreak", "عربي", "null", "no", "1.0", " padded ", "{{ j }}", "%k", "@l", "::error::",
)  # fmt: skip

_NUMBERS = [Decimal(n) for n in ("0", "1", "7", "14", "0.5", "2.25", "33.3", "1000", "123456", "1e6", "1e11")]
_UNITS: dict[Dimension, tuple[str, ...]] = {
    "money": ("EUR", "USD"),
    "share": ("%",),
    "duration": ("hour", "day", "week", "month", "year"),
    "distance": ("m", "km"),
}
_TEXTS: tuple[TextStatus, ...] = get_args(TextStatus)
_PRESENCES: dict[TextStatus, tuple[str, ...]] = {
    "full": ("in-text", "in-text", "placeholder", "deferred"),
    "read-aloud": ("in-text", "in-text", "placeholder", "deferred"),
    "partial": ("in-text", "reported", "deferred"),
    "reported": ("reported", "reported", "placeholder", "deferred"),
}


# --- values, from annotations -------------------------------------------------------------------------


def values(annotation: Any, marks: tuple[Any, ...] = ()) -> SearchStrategy[Any]:
    """Values of one annotation, None left out; `marks` is what stands beside it in `Annotated`."""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return values(arguments[0], (*arguments[1:], *marks))
    if origin is Union or origin is UnionType:
        return st.one_of([values(arm, marks) for arm in arguments if arm is not NoneType])
    if origin is Literal:
        return st.sampled_from(arguments)
    if origin is tuple:
        return _several(arguments[0])
    if annotation is Term:
        return terms()
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return anything(annotation)
    if annotation is Quantity:
        return quantities(_dimension(marks))
    if annotation is str:
        return _strings(marks)
    if annotation is int:
        return st.integers(_limit(marks, "ge", 0), _limit(marks, "le", 10**6))
    if annotation is bool:
        return st.booleans()
    if annotation is date:
        return st.dates(date(2025, 1, 1), date(2026, 12, 31))
    raise TypeError(f"no strategy for {annotation!r}: teach tests/plan/strategies.py this type")


def quantities(dimension: Dimension) -> SearchStrategy[Quantity]:
    """Quantities of one dimension, whole and broken, round and odd, zero among them."""
    return st.sampled_from([Quantity(number, unit) for number in _NUMBERS for unit in _UNITS[dimension]])


def _several(item: Any) -> SearchStrategy[tuple[Any, ...]]:
    """A list as the loader hands it over; what is keyed is unique by its key, and scalars do not repeat."""
    if pool := _pool(item):
        # one draw instead of one for each member: whole plans would take twice as long
        return st.sampled_from([some for n in (1, 2, 3) for some in permutations(pool, n)])
    model = get_args(item)[0] if get_origin(item) is Annotated else item
    unique: dict[str, Any] = {"unique": True}
    if isinstance(model, type) and issubclass(model, BaseModel):
        keyed = identity if issubclass(model, Part | Term) else _lineage if issubclass(model, Was) else None
        unique = {"unique_by": keyed} if keyed else {}
    return st.lists(values(item), min_size=1, max_size=3, **unique).map(tuple)


def _pool(item: Any) -> tuple[str, ...]:
    """The words that a list may hold, where they are few."""
    if get_origin(item) is Literal:
        return get_args(item)
    return IDS if get_origin(item) is Annotated and _limit(get_args(item)[1:], "pattern", "") == ID else ()


def _lineage(model: Any) -> str:
    return str(model.id)


def _strings(marks: tuple[Any, ...]) -> SearchStrategy[str]:
    for mark in marks:
        if codes := getattr(mark, "json_schema", None) and mark.json_schema.get("enum"):
            return st.sampled_from(codes)
    if pattern := _limit(marks, "pattern", ""):
        pool = {ID: IDS, _REF: REFS}.get(pattern)
        return st.sampled_from(pool) if pool else st.from_regex(pattern, fullmatch=True)
    return texts(_limit(marks, "max_length", MAX_TEXT))


def texts(longest: int = MAX_TEXT) -> SearchStrategy[str]:
    """A few words; characters that YAML, HTML and Markdown stumble over among them."""
    return st.sampled_from([phrase[:longest] for phrase in PHRASES])


def _limit(marks: tuple[Any, ...], name: str, otherwise: Any) -> Any:
    """A constraint among the marks: pydantic's own, annotated_types', or inside a Field."""
    for mark in marks:
        for each in getattr(mark, "metadata", None) or [mark]:
            if (found := getattr(each, name, None)) is not None:
                return found
    return otherwise


_REF = _limit(get_args(PlanRef), "pattern", "")


def _dimension(marks: tuple[Any, ...]) -> Dimension:
    for mark in marks:
        for dimension, example in EXAMPLES.items():
            if example in (getattr(mark, "json_schema", None) or {}).get("examples", ()):
                return dimension
    raise TypeError("a quantity without its dimension in the JSON schema")


# --- models -------------------------------------------------------------------------------------------


def anything(model: type[M], **given: SearchStrategy[Any] | Sometimes) -> SearchStrategy[M]:
    """Any valid instance: required fields and those `given` always stated, each other one now and then."""
    return _models(model, given) if given else _any(model)


@cache
def _any(model: type[M]) -> SearchStrategy[M]:
    return _models(model, {})


def _models(model: type[M], given: dict[str, SearchStrategy[Any] | Sometimes]) -> SearchStrategy[M]:
    always: dict[str, SearchStrategy[Any]] = {}
    optional: dict[str, SearchStrategy[Any]] = {}
    for name, info in model.model_fields.items():
        choice = given.get(name)
        if isinstance(choice, Sometimes):
            optional[name] = choice.values
        elif choice is not None:
            if choice is not OMIT:
                always[name] = choice
        elif name == "kind" and issubclass(model, Term):
            always[name] = st.just(info.default)
        else:
            wanted = always if info.is_required() else optional
            wanted[name] = _field(model, name)
    return st.fixed_dictionaries(always, optional=optional).map(model.model_validate)


@cache
def _field(model: type[BaseModel], name: str) -> SearchStrategy[Any]:
    """The values of one field, built when first drawn from: kinds that are not drawn are not imported."""
    info = model.model_fields[name]
    return st.deferred(lambda: values(info.annotation, tuple(info.metadata)))


@cache
def terms(kind: str | None = None) -> SearchStrategy[Term]:
    """A term of any kind, or of the one named."""
    if kind is not None:
        return anything(kind_named(kind))
    return st.sampled_from(kinds()).flatmap(terms)


@st.composite
def term_pairs(draw: DrawFn, kind: str | None = None) -> tuple[Term, Term]:
    """Two terms of one kind with the same key, otherwise drawn apart."""
    first = draw(terms(kind))
    model = type(first)
    key = {field.name: st.just(getattr(first, field.name)) for field in fields_of(model) if field.is_key}
    return first, draw(anything(model, **key))


def _term_lists(fewest: int = 1) -> SearchStrategy[tuple[Term, ...]]:
    return st.lists(terms(), min_size=fewest, max_size=3, unique_by=identity).map(tuple)


@cache
def evidence(supports: str | None = None) -> SearchStrategy[Evidence]:
    """Evidence; with `supports`, evidence of just that."""
    given = {"supports": st.just(supports)} if supports else {}
    return anything(Evidence, **given)


def _proofs(supports: str | None = None) -> SearchStrategy[tuple[Evidence, ...]]:
    return st.lists(evidence(supports), min_size=1, max_size=2).map(tuple)


@cache
def readings(because: Literal["sources", "positions", "witnesses"] | None = None) -> SearchStrategy[Reading]:
    """A reading, of any reason or of the one named; who holds it and its rank go with positions only."""
    if because is None:
        return st.sampled_from(("sources", "positions", "witnesses")).flatmap(readings)
    held: dict[str, SearchStrategy[Any]] = {"held_by": OMIT, "rank": OMIT}
    if because == "positions":
        held = {"held_by": st.lists(st.sampled_from(IDS), min_size=1, max_size=2, unique=True).map(tuple)}
    presence = "in-text" if because == "witnesses" else "reported"
    return anything(
        Reading,
        because=st.just(because),
        presence=st.just(presence),
        terms=_term_lists(fewest=0),
        evidence=_proofs(),
        **held,
    )


@cache
def provisions(text: TextStatus = "reported") -> SearchStrategy[Provision]:
    """A provision that a version known as `text` may hold.

    Settled, open (positions, no terms), removed (with evidence of it), told apart by witnesses, and,
    outside full and read-aloud texts, contested. One that stands alone may come from its own lineage.
    """

    def shape(
        fewest: int = 0, because: Any = None, **given: SearchStrategy[Any]
    ) -> SearchStrategy[Provision]:
        several = st.lists(readings(because), min_size=fewest, max_size=3).map(tuple)
        origins = st.lists(anything(Was), min_size=1, max_size=2, unique_by=_lineage).map(tuple)
        return anything(
            Provision,
            point=OMIT if text == "reported" else Sometimes(st.sampled_from(POINTS)),
            readings=several if because else OMIT,
            was=Sometimes(origins),
            **given,
        )

    settled = shape(presence=st.sampled_from(_PRESENCES[text]))
    shapes = [
        settled,
        settled,
        settled,
        shape(1, "positions", presence=st.just("open"), terms=OMIT),
        shape(presence=st.just("removed"), terms=OMIT, evidence=_proofs("removal")),
    ]
    if text in ("full", "read-aloud"):
        shapes.append(shape(1, "witnesses", presence=st.just("in-text"), terms=_term_lists()))
    else:
        shapes.append(shape(2, "sources", presence=st.just("contested"), terms=OMIT))
    return st.one_of(shapes)


@st.composite
def plans(draw: DrawFn, text: TextStatus | None = None, most: int = 5) -> Plan:
    """A version of a plan: unique lineages, at most `most`; `was` names lineages that it does not hold.

    `text`: how the version is known; any way if left out.
    """
    known = text or draw(st.sampled_from(_TEXTS))
    ids = draw(_lineage_lists(most))
    return Plan.model_validate(
        {
            **stated(draw(_versions())),
            "text": known,
            "provisions": tuple(_placed(draw(provisions(known)), id, ids) for id in ids),
        }
    )


@cache
def _lineage_lists(most: int) -> SearchStrategy[list[str]]:
    return st.lists(st.sampled_from(IDS), max_size=most, unique=True)


@cache
def _versions() -> SearchStrategy[Plan]:
    return anything(
        Plan,
        version=st.just("this"),
        draws_on=Sometimes(st.tuples(st.just("other"))),
        provisions=OMIT,
    )


def _placed(provision: Provision, id: str, held: list[str]) -> Provision:
    """The provision under this lineage in a plan that holds these lineages."""
    values = {**stated(provision), "id": id}
    was = tuple(origin for origin in provision.was if origin.id not in held)
    values = {name: value for name, value in values.items() if name != "was"} | ({"was": was} if was else {})
    return Provision.model_validate(values)


def stated(model: BaseModel) -> dict[str, Any]:
    """The fields that were stated, their values as they are: validating them gives an equal model."""
    return {name: getattr(model, name) for name in type(model).model_fields if name in model.model_fields_set}
