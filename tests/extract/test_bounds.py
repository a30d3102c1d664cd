"""Hostile input ends: work grows with the length of the text and not faster."""

import pytest

from tracker.extract.document import article_of
from tracker.extract.engine import Engine
from tracker.extract.notation import parse
from tracker.extract.phrases import Index
from tracker.extract.tokens import words_of


@pytest.mark.parametrize(
    "text",
    [
        "Ukraine " * 25_000,
        "(" * 1_000_000,
        "600,000 " * 125_000,
        "a" * 1_000_000,
        "- x\n" * 25_000,
        "the first draft and " * 20_000,
        "\n" * 1_000_000,
        "half a million and " * 20_000,
        "." * 1_000_000,
        '!"' * 500_000,
    ],
    ids=["name", "brackets", "figures", "letter", "items", "versions", "lines", "words", "dots", "shouts"],
)
def test_a_text_of_anything_ends(engine: Engine, text: str) -> None:
    assert engine.read(article_of(text)).claims == []


def test_gaps_are_bounded() -> None:
    index = Index()
    index.add("tag", ["a .. b ... c"])
    words = words_of("a x x x x b c", 0, 13)
    assert index.walk(words) == {}
    near = words_of("a x x x b x c", 0, 13)
    assert list(index.walk(near)) == ["tag"]


@pytest.mark.parametrize("phrase", ["", "..", "x* y", ".. army"])
def test_a_phrase_that_cannot_be_matched_is_refused(phrase: str) -> None:
    with pytest.raises(ValueError, match=r"phrase|beginning"):
        parse(phrase)
