"""No claim without its words: quotes are verbatim; figures, places and parties stand in the sentence."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from tracker.extract.claims import Quote
from tracker.plan.model import MAX_QUOTE_WORDS
from tracker.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.extract.claims import Claim
    from tracker.extract.document import Article

_WORD = re.compile(r"[^\W_]+")


def word_count(text: str) -> int:
    """Words as evidence counts them: runs of letters and digits."""
    return len(_WORD.findall(text))


def shortest_quote(text: str, sentence: Span, cores: list[Span], more: list[Span]) -> Quote | None:
    """The shortest stretch of at most eight words that holds the core words, then as many others as fit."""
    if not cores:
        return None
    start, end = min(s.start for s in cores), max(s.end for s in cores)
    if word_count(text[start:end]) > MAX_QUOTE_WORDS:
        start, end = cores[0].start, cores[0].end
        if word_count(text[start:end]) > MAX_QUOTE_WORDS:
            end = _after_words(text, start, end)
        more = [*cores[1:], *more]
    for span in more:
        low, high = min(start, span.start), max(end, span.end)
        if low >= sentence.start and high <= sentence.end and word_count(text[low:high]) <= MAX_QUOTE_WORDS:
            start, end = low, high
    return Quote(text[start:end], Span(start, end))


def quotes_of(text: str, sentence: Span, cores: list[Span], more: list[Span]) -> tuple[Quote, ...]:
    """The shortest quotes that hold all the words given: the one with the core words first, then the others.

    Words outside the sentence are left out, as are the later ones of a stretch longer than a quote may be.
    """
    first = shortest_quote(text, sentence, cores, more)
    if first is None:
        return ()
    found = [first]
    for span in sorted({*cores, *more}):
        inside = sentence.start <= span.start and span.end <= sentence.end
        if inside and not _quoted(span, found):
            later = [other for other in more if other.start >= span.end and not _quoted(other, found)]
            quote = shortest_quote(text, sentence, [span], later)
            if quote is not None and not _quoted(quote.span, found):
                found.append(quote)
    return tuple(found)


def _quoted(span: Span, quotes: list[Quote]) -> bool:
    return any(quote.span.start <= span.start and span.end <= quote.span.end for quote in quotes)


def _after_words(text: str, start: int, end: int) -> int:
    last = start
    for number, match in enumerate(_WORD.finditer(text, start, end)):
        if number == MAX_QUOTE_WORDS:
            break
        last = match.end()
    return last


def quote_fault(text: str, quote: Quote, sentence: Span, context: Iterable[Span] = ()) -> str | None:
    """What is wrong with a quote, or None: it must be the slice itself, short, and inside its sentence."""
    if not 0 <= quote.span.start < quote.span.end <= len(text):
        return "the quote's place is not in the source"
    if text[quote.span.start : quote.span.end] != quote.words:
        return "the quote is not what stands at its place"
    if word_count(quote.words) > MAX_QUOTE_WORDS:
        return f"the quote is longer than {MAX_QUOTE_WORDS} words"
    homes = (sentence, *context)
    if not any(home.start <= quote.span.start and quote.span.end <= home.end for home in homes):
        return "the quote stands outside its sentence and lead-in"
    return None


def ungrounded(values: dict[str, Any], said: dict[str, set[Any]], fields: dict[str, str]) -> str | None:
    """The first figure, place or party of the terms that the sentence and its lead-in do not hold, or None.

    `said` holds per sort what stands there; `fields` tells which values of the terms are of which sort.
    """
    for route, value in _leaves(values):
        sort = fields.get(re.sub(r"\[\d+\]", "", route))
        if sort is None or value == "none":
            continue
        if sort == "count" and not isinstance(value, int):
            continue
        if sort != "count" and isinstance(value, str) and sort in _FIGURES and not value[:1].isdigit():
            continue
        if value not in said.get(sort, set()) and str(value) not in said.get(sort, set()):
            return f"`{value}` ({route}) does not stand in the sentence or its lead-in"
    return None


_FIGURES = frozenset(["money", "share", "duration", "distance", "date"])


def _leaves(value: Any, route: str = "") -> Iterable[tuple[str, Any]]:
    if isinstance(value, dict):
        for key, item in value.items():
            yield from _leaves(item, f"{route}.{key}" if route else key)
    elif isinstance(value, (list, tuple)):
        for number, item in enumerate(value):
            yield from _leaves(item, f"{route}[{number}]")
    else:
        yield route, value


def verify(article: Article, claim: Claim) -> str | None:
    """What is wrong with a finished claim's quotes, or None."""
    if not claim.quotes:
        return "no quote"
    for quote in claim.quotes:
        if fault := quote_fault(article.text, quote, claim.sentence, claim.context):
            return fault
    return None
