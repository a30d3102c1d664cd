"""Patterns: every kind has one, each fits its model, and its examples and counter-examples hold."""

import pytest

from tests.extract.conftest import ROOT
from tests.extract.test_gold_articles import names_in
from tracker.extract.document import article_of
from tracker.extract.engine import Engine
from tracker.extract.pattern import pattern_files, patterns, read_pattern
from tracker.load.shelf import Shelf
from tracker.plan.terms import kinds

EXAMPLES = [(kind, example) for kind, pattern in patterns().items() for example in pattern.examples]
COUNTERS = [(kind, text) for kind, pattern in patterns().items() for text in pattern.counter_examples]


def test_every_kind_has_patterns_with_examples() -> None:
    assert set(pattern_files()) == set(kinds())
    assert [kind for kind, pattern in patterns().items() if not pattern.examples] == []


@pytest.mark.parametrize(("kind", "example"), EXAMPLES, ids=[f"{k}: {e.text[:50]}" for k, e in EXAMPLES])
def test_an_example_is_found(engine: Engine, kind: str, example: object) -> None:
    text = "Kyiv answered on Monday. " + names_in(example.text)  # type: ignore[attr-defined]
    claims = [claim for claim in engine.read(article_of(text)).claims if claim.kind == kind]
    assert claims, text
    for name, value in example.terms.items():  # type: ignore[attr-defined]
        assert str(claims[0].terms[name]) == str(value)


@pytest.mark.parametrize(("kind", "text"), COUNTERS, ids=[f"{k}: {t[:50]}" for k, t in COUNTERS])
def test_a_counter_example_gives_nothing(engine: Engine, kind: str, text: str) -> None:
    assert [
        c.terms
        for c in engine.read(article_of("Kyiv answered on Monday. " + names_in(text))).claims
        if c.kind == kind
    ] == []


def test_a_value_must_be_a_field_of_the_model() -> None:
    with pytest.raises(ValueError, match="no field"):
        read_pattern(
            "force-cap", "lexicon: {a: [army]}\nframes: [{needs: [a]}]\nvalues: {colour: {from: [count]}}"
        )


def test_a_need_must_have_words() -> None:
    with pytest.raises(ValueError, match="no words in the lexicon"):
        read_pattern("force-cap", "lexicon: {a: [army]}\nframes: [{needs: [b]}]")


def test_an_expression_finds_what_frames_cannot() -> None:
    text = (
        "lexicon: {a: [zzz]}\nframes: [{needs: [a]}]\n"
        "expressions: [{expression: 'bind[a-z]{1,4} in law', set: {status: binding}}]"
    )
    shelf = Shelf.find(ROOT / "plans")
    engine = Engine.of(shelf.names, shelf.versions(), {"legal-force": read_pattern("legal-force", text)})
    (claim,) = engine.read(article_of("For Kyiv the first draft would be binding in law.")).claims
    assert (claim.version, claim.terms) == ("original", {"status": "binding"})
    assert claim.quotes[0].words == "binding in law"


@pytest.mark.parametrize("expression", ["(a+)+b", "(?:x*)*", ".*army", "(a{1,9}){2,}"])
def test_an_expression_that_could_run_long_is_refused(expression: str) -> None:
    with pytest.raises(ValueError, match="bound"):
        read_pattern(
            "force-cap",
            "lexicon: {a: [army]}\nframes: [{needs: [a]}]\n"
            f"expressions: [{{expression: '{expression}'}}]",
        )
