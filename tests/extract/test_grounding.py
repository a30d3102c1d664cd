"""Nothing passes without its words."""

from dataclasses import replace

import pytest

from tracker.extract.claims import Quote
from tracker.extract.document import article_of
from tracker.extract.engine import Engine
from tracker.extract.grounding import quote_fault, quotes_of, shortest_quote, ungrounded, verify, word_count
from tracker.source import Span

TEXT = "Under the first draft, Ukraine's army would be limited to 600,000 personnel. Nothing else is known."
SENTENCE = Span(0, TEXT.index(" Nothing"))


def test_a_quote_is_the_slice_at_its_span(engine: Engine) -> None:
    article = article_of(TEXT)
    (claim,) = engine.read(article).claims
    assert claim.terms == {"party": "ukraine", "limit": 600000}
    for quote in claim.quotes:
        assert TEXT[quote.span.start : quote.span.end] == quote.words
        assert word_count(quote.words) <= 8
    assert verify(article, claim) is None


def test_a_forged_quote_is_refused_however_similar(engine: Engine) -> None:
    article = article_of(TEXT)
    (claim,) = engine.read(article).claims
    forged = claim.quotes[0].words.replace("600,000", "800,000")
    assert forged != claim.quotes[0].words
    wrong = replace(claim, quotes=(Quote(forged, claim.quotes[0].span),))
    assert verify(article, wrong) == "the quote is not what stands at its place"


@pytest.mark.parametrize(
    ("quote", "fault"),
    [
        (Quote("Nothing else", Span(TEXT.index("Nothing"), TEXT.index("Nothing") + 12)), "outside"),
        (Quote("x", Span(900, 901)), "not in the source"),
        (Quote(TEXT[:70], Span(0, 70)), "longer than"),
        (Quote("", Span(5, 5)), "not in the source"),
    ],
)
def test_what_a_quote_may_not_be(quote: Quote, fault: str) -> None:
    assert fault in (quote_fault(TEXT, quote, SENTENCE) or "")


def test_an_invented_figure_is_refused() -> None:
    said = {"count": {600000}, "party": {"ukraine"}}
    fields = {"limit": "count", "party": "party"}
    assert ungrounded({"party": "ukraine", "limit": 600000}, said, fields) is None
    assert "800000" in (ungrounded({"party": "ukraine", "limit": 800000}, said, fields) or "")
    assert "russia" in (ungrounded({"party": "russia", "limit": 600000}, said, fields) or "")


def test_an_invented_part_is_refused() -> None:
    fault = ungrounded(
        {"regions": ({"region": "crimea"},)}, {"place": {"donetsk"}}, {"regions.region": "place"}
    )
    assert "crimea" in (fault or "")


def test_the_shortest_phrase_grounds() -> None:
    start = TEXT.index("limited")
    core, figure = Span(start, start + 7), Span(TEXT.index("600,000"), TEXT.index("600,000") + 7)
    quote = shortest_quote(TEXT, SENTENCE, [core], [figure])
    assert quote is not None
    assert quote.words == "limited to 600,000"


def test_words_far_apart_get_a_quote_each() -> None:
    text = "The ceiling, which nobody had expected to see in writing so soon, is 600,000 troops for Ukraine."
    spans = [
        Span(text.index(words), text.index(words) + len(words)) for words in ("ceiling", "600,000", "Ukraine")
    ]
    quotes = quotes_of(text, Span(0, len(text)), spans[:1], spans[1:])
    assert [quote.words for quote in quotes] == ["ceiling", "600,000 troops for Ukraine"]
    assert all(word_count(quote.words) <= 8 and quote.span.slice(text) == quote.words for quote in quotes)


def test_words_outside_the_sentence_are_not_quoted() -> None:
    text = "Ukraine agreed. The cap is 600,000."
    quotes = quotes_of(text, Span(16, len(text)), [Span(20, 23)], [Span(0, 7)])
    assert [quote.words for quote in quotes] == ["cap"]
