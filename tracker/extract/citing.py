"""Evidence from claims: whose words, how far vouched for, and only the source's own wording in quotes."""

from __future__ import annotations

import re
from collections.abc import Mapping

from tracker.extract.claims import Claim, Quote
from tracker.extract.grounding import word_count
from tracker.load.articles.handed import Handed
from tracker.plan.model import MAX_QUOTE_WORDS, Evidence
from tracker.plan.names import Names
from tracker.source import Span

_QUOTED = re.compile(r"“([^“”]+)”")
_WORD = re.compile(r"[^\W_]+")
_NOTES = {
    "carried": "The version is carried over from the sentences before.",
    "contrast": "The version follows from a contrast.",
    "definite": "The source says “the plan”; which one follows from its context.",
    "relative": "The version follows from a side remark.",
}


def evidence_of(claim: Claim, sources: Mapping[str, Handed], names: Names) -> Evidence:
    """The evidence that a claim gives."""
    stated: dict[str, object] = {"source": claim.source}
    handed = sources.get(claim.source)
    quote = own_words(claim, handed) if handed is not None else claim.quotes[0] if claim.quotes else None
    if quote is not None:
        stated["quote"] = quote.words
    stated["hedge"] = claim.hedge
    notes = []
    if claim.speaker:
        if claim.speaker in names.parties or claim.speaker in names.people:
            stated["speaker"] = claim.speaker
        else:
            notes.append(f"Said by {claim.speaker.replace('-', ' ')}.")
    if claim.polarity == "removed":
        stated["supports"] = "removal"
    if said := _NOTES.get(claim.basis):
        notes.append(said)
    if claim.found_by == "language-model":
        notes.append("Read by a language model.")
    if notes:
        stated["note"] = " ".join(notes)
    return Evidence.model_validate(stated)


def own_words(claim: Claim, handed: Handed) -> Quote | None:
    """The claim's quote; of a digest the phrase of the source that stands nearest to it, if there is one."""
    if not claim.quotes:
        return None
    if not handed.digest:
        return claim.quotes[0]
    text, sentence = handed.source.text, claim.sentence
    phrases = [
        Span(match.start(1), match.end(1))
        for match in _QUOTED.finditer(text, sentence.start, min(len(text), sentence.end + 1))
    ]
    for quote in claim.quotes:
        if near := [phrase for phrase in phrases if _shared(phrase, quote.span)]:
            best = max(near, key=lambda phrase: (_shared(phrase, quote.span), -phrase.start))
            span = _within(text, best, quote.span)
            return Quote(span.slice(text), span)
    return None


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def _within(text: str, phrase: Span, wanted: Span) -> Span:
    """At most so many words of a phrase as may be quoted, around what is wanted of it."""
    if word_count(phrase.slice(text)) <= MAX_QUOTE_WORDS:
        return phrase
    words = [match.span() for match in _WORD.finditer(text, phrase.start, phrase.end)]
    first = next((i for i, (_, end) in enumerate(words) if end > wanted.start), 0)
    first = min(first, len(words) - MAX_QUOTE_WORDS)
    return Span(words[first][0], words[first + MAX_QUOTE_WORDS - 1][1])
