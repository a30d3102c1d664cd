"""What a model tells, held against the article: the same validators as for patterns, and the same refusals.

The model proposes kind, values and words. Which version a passage speaks of, whose words it holds, its
hedge and its speaker are read from the article as for every other claim; the model is not asked.
"""

from __future__ import annotations

import json

from pydantic import ValidationError

from tracker.extract.claims import Claim, Quote, Rejected
from tracker.extract.document import Article
from tracker.extract.engine import Engine
from tracker.extract.grounding import ungrounded, verify
from tracker.extract.llm.answer import Told
from tracker.extract.reader import Explained, Reader, Reading
from tracker.extract.scene import Scene
from tracker.extract.sorts import sorts_of
from tracker.plan.term import Term
from tracker.plan.terms import kind_named, kinds
from tracker.source import Span


class Grounds:
    """One article, read as the patterns read it, to hold claims against."""

    def __init__(self, engine: Engine, article: Article) -> None:
        self.engine, self.article = engine, article
        self._reader = Reader(engine, article)
        self._explained = {e.passage.number: e for e in self._reader.read().explained}

    def take(self, told: Told, reading: Reading) -> None:
        """Adds the claim to the reading, or its refusal with the reason."""
        claim = self._claim(told)
        if isinstance(claim, Rejected):
            reading.rejected.append(claim)
        elif not any(_repeats(claim, known) for known in reading.claims):
            reading.claims.append(claim)

    def _claim(self, told: Told) -> Claim | Rejected:
        found = self._place(told)
        if isinstance(found, str):
            return self._no(told, Span(0, 0), found)
        scene, quote = found
        sentence = scene.passage.span
        explained = self._explained[scene.passage.number]
        if why := self._not_content(explained, scene, quote):
            return self._no(told, sentence, why)
        term = self._term(told, scene)
        if isinstance(term, str):
            return self._no(told, sentence, term)
        says_removed = bool(scene.hits.get(("polarity", "removed")))
        says_denied = bool(scene.hits.get(("polarity", "denied")))
        if (told.polarity == "removed") != says_removed or (told.polarity == "denied" and not says_denied):
            return self._no(told, sentence, f"the sentence does not say `{told.polarity}`")
        version, basis = self._version(told, explained)
        voice = explained.voice
        lead = scene.passage.lead
        context = (self._reader.scenes[lead].passage.span,) if lead is not None else ()
        claim = Claim(
            version,
            basis,
            term,
            told.polarity,
            voice.hedge,
            self.article.id,
            (quote,),
            sentence,
            voice.speaker,
            context=context,
            group=self.article.group,
            found_by="language-model",
        )
        fault = verify(self.article, claim)
        return self._no(told, sentence, fault) if fault else claim

    def _place(self, told: Told) -> tuple[Scene, Quote] | str:
        """The passage and the exact place of the quote in it. Nothing like it will do: it is there or not."""
        text = self.article.text
        if not told.quote.strip():
            return "no quote"
        for scene in self._reader.scenes:
            span = scene.passage.span
            at = text.find(told.quote, span.start, span.end)
            if at >= 0 and _same_sentence(told.sentence, span.slice(text)):
                return scene, Quote(told.quote, Span(at, at + len(told.quote)))
        return "the quote does not stand in such a sentence of the article"

    def _not_content(self, explained: Explained | None, scene: Scene, quote: Quote) -> str:
        if explained is None or scene.passage.kind == "heading":
            return "a heading"
        for block in explained.blocks:
            span = scene.span(block.start, block.end) if block.end > block.start else Span(0, 0)
            if span.start < quote.span.end and quote.span.start < span.end:
                return f"no plan content: {block.why}"
        return ""

    def _version(self, told: Told, explained: Explained) -> tuple[str | None, str]:
        """The model's version only where the article itself is read that way; else none."""
        for zone in explained.zones:
            if told.version is not None and told.version in zone.versions:
                return told.version, zone.basis
        return None, ""

    def _term(self, told: Told, scene: Scene) -> Term | str:
        if told.kind not in kinds():
            return f"`{told.kind}` is not a kind of term"
        model = kind_named(told.kind)
        try:
            data = json.dumps({**told.terms, "kind": told.kind})
            term = model.model_validate_json(data, context=self.engine.context)
        except (ValidationError, ValueError, RecursionError) as error:
            if isinstance(error, ValidationError):
                first = error.errors(include_url=False)[0]
                return f"{'.'.join(map(str, first['loc']))}: {first['msg']}"
            return "the terms are no data"
        values = term.model_dump(mode="json", exclude_unset=True)
        values.pop("kind", None)
        said = self._reader.maker.said(scene, told.kind)
        return ungrounded(values, said, sorts_of(model)) or term

    def _no(self, told: Told, sentence: Span, why: str) -> Rejected:
        return Rejected(told.kind[:80], told.terms, sentence, self.article.id, f"{why} (language model)")


def _same_sentence(told: str, held: str) -> bool:
    """The sentence as copied, blanks and marks around it aside; a part of it will do, a longer one not."""
    said, stands = " ".join(told.split()).strip("-*• "), " ".join(held.split())
    return bool(said) and said in stands


def _repeats(claim: Claim, known: Claim) -> bool:
    """Whether a claim says nothing that is not claimed already of the same sentence."""
    from tracker.extract.unify import contradict
    from tracker.semantics.fields import identity

    return (
        claim.sentence == known.sentence
        and claim.polarity == known.polarity
        and claim.version in (known.version, None)
        and type(claim.term) is type(known.term)
        and identity(claim.term) == identity(known.term)
        and not contradict(claim.term, known.term)
    )
