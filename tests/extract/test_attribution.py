"""Which version a sentence speaks of; and what is not content at all."""

import pytest

from tracker.extract.document import article_of
from tracker.extract.engine import Engine

LEAD = "The 28-point plan was leaked on Thursday. Later a revised draft was written in Geneva for Ukraine. "


def found(engine: Engine, text: str) -> set[tuple[str | None, str, str, object]]:
    return {
        (c.version, c.polarity, c.kind, c.terms.get("limit"))
        for c in engine.read(article_of(text)).claims
        if c.kind == "force-cap"
    }


@pytest.mark.parametrize(
    ("text", "claims"),
    [
        ("Under the 28-point plan Ukraine's army is capped at 600,000.", {("original", 600000)}),
        ("Ukraine's army was 600,000 in the earlier text; now it is 800,000.",
         {("original", 600000), ("geneva", 800000)}),
        ("The revised draft limits Ukraine's army to 800,000, against 600,000 in the first draft.",
         {("original", 600000), ("geneva", 800000)}),
        ("The first draft limits Ukraine's army to 600,000 and the Geneva text limits it to 800,000.",
         {("original", 600000), ("geneva", 800000)}),
    ],
)  # fmt: skip
def test_the_version_is_found(engine: Engine, text: str, claims: set[tuple[str, int]]) -> None:
    assert {(version, limit) for version, _, _, limit in found(engine, LEAD + text)} == claims


def test_a_list_inherits_from_its_lead_in(engine: Engine) -> None:
    text = (
        "The first draft reportedly included:\n"
        "- A limit of 600,000 for Ukraine's army\n"
        "- No NATO membership for Ukraine\n"
    )
    claims = engine.read(article_of(text)).claims
    assert {(c.version, c.kind, c.hedge, c.basis) for c in claims} == {
        ("original", "force-cap", "reported", "lead-in"),
        ("original", "membership", "reported", "lead-in"),
    }


def test_nobody_is_guessed_at(engine: Engine) -> None:
    reading = engine.read(article_of("Ukraine's army is capped at 600,000."))
    assert reading.claims == []
    assert [item.why for item in reading.unmatched] == ["no version named"]


@pytest.mark.parametrize(
    "text",
    [
        "Russia demands that Ukraine's army be limited to 100,000.",
        "Zelensky said Ukraine would never accept a limit of 600,000 on its army.",
        "Kyiv rejects any cap on its army.",
        "The Minsk agreements of 2015 limited nobody's army to 600,000.",
        "The list does not mention a limit on Ukraine's army.",
        "Will Ukraine's army be limited to 600,000?",
    ],
)
def test_what_is_no_content_gives_nothing(engine: Engine, text: str) -> None:
    assert found(engine, LEAD + text) == set()


def test_a_denial_and_a_removal_are_told_apart(engine: Engine) -> None:
    gone = "The limit of 600,000 on Ukraine's army has been removed from the revised draft."
    denied = "A US official denied that the revised draft limits Ukraine's army to 600,000."
    assert {(v, p) for v, p, _, _ in found(engine, LEAD + gone)} == {("geneva", "removed")}
    assert {(v, p) for v, p, _, _ in found(engine, LEAD + denied)} == {("geneva", "denied")}
