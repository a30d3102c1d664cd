"""What every kind of term owes, whichever folder walk finds it."""

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import ValidationError

from tests.plan.strategies import stated, terms
from tracker.plan.term import Part, Term
from tracker.plan.terms import all_kinds, kind_named, kinds
from tracker.semantics.fields import bound_by, fields_of, identity, sentence
from tracker.semantics.parts import Parts
from tracker.semantics.untracked import Untracked
from tracker.semantics.way import Setting, arms

KINDS = all_kinds()
PARTS = sorted(
    {
        arm.__args__[0]
        for model in KINDS.values()
        for field in fields_of(model)
        if isinstance(field.way, Parts)
        for arm in arms(model.model_fields[field.name].annotation)
        if getattr(arm, "__origin__", None) is tuple
    },
    key=lambda part: part.__name__,
)
each_kind = pytest.mark.parametrize("kind", kinds())
few = settings(deadline=None, max_examples=15)


def tupled(value: Any) -> Any:
    """Lists as tuples, as the loader hands data over."""
    if isinstance(value, dict):
        return {key: tupled(item) for key, item in value.items()}
    return tuple(map(tupled, value)) if isinstance(value, list) else value


def test_there_are_kinds_and_parts() -> None:
    assert len(KINDS) > 30
    assert {"Event", "Region", "Trigger", "Holding"} <= {part.__name__ for part in PARTS}


def test_a_kind_that_does_not_exist() -> None:
    with pytest.raises(KeyError):
        kind_named("no-such-kind")


def test_titles_tell_the_kinds_apart() -> None:
    titles = [model.title for model in KINDS.values()]
    assert len(set(titles)) == len(titles)


@each_kind
def test_module_name_and_kind_agree(kind: str) -> None:
    model = KINDS[kind]
    assert model.__module__ == f"tracker.plan.terms.{kind.replace('-', '_')}"
    assert model.kind_name() == kind
    assert model.__name__.lower() == kind.replace("-", "")


@each_kind
def test_docstring_names_its_source(kind: str) -> None:
    doc = KINDS[kind].__doc__ or ""
    assert "Source:" in doc
    assert doc.split("Source:")[0].strip(), "what it is comes before where it is from"


@each_kind
def test_it_has_a_title_of_its_own(kind: str) -> None:
    title = vars(KINDS[kind]).get("title")
    assert isinstance(title, str)
    assert title.strip()


@pytest.mark.parametrize("model", [*KINDS.values(), *PARTS], ids=lambda model: model.__name__)
def test_every_field_has_a_title(model: type[Term | Part]) -> None:
    bare = [
        field.name
        for field in fields_of(model)
        if not isinstance(field.way, Untracked) and not model.model_fields[field.name].title
    ]
    assert bare == []


@pytest.mark.parametrize("model", [*KINDS.values(), *PARTS], ids=lambda model: model.__name__)
def test_keys_are_always_stated(model: type[Term | Part]) -> None:
    for field in fields_of(model):
        info = model.model_fields[field.name]
        assert not field.is_key or info.is_required(), f"{field.name} is a key and may be left out"
        assert info.is_required() or info.default is None or field.name == "kind"


@pytest.mark.parametrize("part", PARTS, ids=lambda part: part.__name__)
def test_parts_have_a_key_and_no_parts_of_their_own(part: type[Part]) -> None:
    assert any(field.is_key for field in fields_of(part))
    assert not any(isinstance(field.way, Parts) for field in fields_of(part))


@each_kind
@few
@given(data=st.data())
def test_identity_is_kind_and_keys(kind: str, data: st.DataObject) -> None:
    term = data.draw(terms(kind))
    keys = [str(getattr(term, field.name)) for field in fields_of(type(term)) if field.is_key]
    assert identity(term) == "/".join([kind, *keys])
    for field in fields_of(type(term)):
        if field.is_key and isinstance(getattr(term, field.name), str):
            other = term.model_copy(update={field.name: "another"})
            assert identity(other) != identity(term)


@each_kind
@few
@given(data=st.data())
def test_round_trips(kind: str, data: st.DataObject) -> None:
    term = data.draw(terms(kind))
    model = type(term)
    for dumped in (
        term.model_dump(exclude_unset=True),
        tupled(term.model_dump(exclude_unset=True, mode="json")),
        stated(term),
    ):
        again = model.model_validate(dumped)
        assert again == term
        assert again.model_fields_set == term.model_fields_set
    assert hash(term) == hash(model.model_validate(stated(term)))


@each_kind
@few
@given(data=st.data())
def test_frozen_closed_and_sayable(kind: str, data: st.DataObject) -> None:
    term = data.draw(terms(kind))
    with pytest.raises(ValidationError, match="frozen"):
        term.refers_to = "elsewhere"
    with pytest.raises(ValidationError) as caught:
        type(term).model_validate({**stated(term), "no_such_field": "x"})
    assert [error["type"] for error in caught.value.errors()] == ["extra_forbidden"]
    assert "None" not in sentence(term, Setting())
    assert all(isinstance(party, str) for party in bound_by(term))


@each_kind
def test_another_kind_is_refused(kind: str) -> None:
    with pytest.raises(ValidationError) as caught:
        KINDS[kind].model_validate({"kind": "something-else"})
    assert ("kind",) in [error["loc"] for error in caught.value.errors()]


@given(st.sampled_from(kinds()), st.data())
@settings(deadline=None, max_examples=50)
def test_lists_are_for_nobody_but_the_loader(kind: str, data: st.DataObject) -> None:
    """Strict: a list where a tuple belongs is refused, so that nothing mutable slips into a frozen term."""
    term = data.draw(terms(kind))
    values = stated(term)
    loose = {name: list(value) if isinstance(value, tuple) else value for name, value in values.items()}
    if loose != values:
        with pytest.raises(ValidationError):
            type(term).model_validate(loose)
