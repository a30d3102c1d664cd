"""From a candidate to a claim: terms that validate, values that are grounded, quotes that are verbatim."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from tracker.extract.claims import Claim, Rejected
from tracker.extract.grounding import quotes_of, shortest_quote, ungrounded, verify
from tracker.extract.sorts import sorts_of
from tracker.plan.terms import kind_named
from tracker.semantics.fields import fields_of
from tracker.semantics.members import Members
from tracker.semantics.options import Options
from tracker.semantics.steps import Steps

if TYPE_CHECKING:
    from tracker.extract.engine import Engine
    from tracker.extract.frames import Candidate, Memory
    from tracker.extract.hedge import Voice
    from tracker.extract.reading import Reading
    from tracker.extract.scene import Scene
    from tracker.plan.term import Term


class Maker:
    """Makes the claims of one article and remembers what was said last of each kind."""

    def __init__(self, engine: Engine, reading: Reading, scenes: list[Scene]) -> None:
        self.engine, self.reading, self.scenes = engine, reading, scenes
        self.article = reading.article
        self.memory: Memory = {}
        self._claimed: set[tuple[str | None, str, Term]] = set()

    def claim(
        self,
        scene: Scene,
        candidate: Candidate,
        version: str | None,
        basis: str,
        polarity: str,
        hit: Any,
        voice: Voice,
    ) -> None:
        """Makes one claim of a candidate, or keeps it with the reason why it is none."""
        term, why = self._term(scene, candidate)
        if term is None:
            self.reading.rejected.append(
                Rejected(candidate.kind, candidate.values, scene.passage.span, self.article.id, why)
            )
            return
        cores = [*candidate.slots]
        if polarity != "included" and hit is not None:
            cores = [scene.span(*hit)]
        more = [s for spans in candidate.grounds.values() for s in spans]
        if polarity != "included":
            more = [*candidate.slots, *more]
        inside = [s for s in more if scene.passage.span.start <= s.start and s.end <= scene.passage.span.end]
        quotes = quotes_of(self.article.text, scene.passage.span, cores, inside)
        context = tuple(dict.fromkeys(candidate.borrowed))
        if scene.passage.lead is not None:
            context = (self.scenes[scene.passage.lead].passage.span, *context)
        claim = Claim(
            version, basis, term, polarity, voice.hedge, self.article.id, quotes,
            scene.passage.span, voice.speaker, self._modality(scene, candidate),
            context=context, group=self.article.group,
        )  # fmt: skip
        if fault := verify(self.article, claim):
            self.reading.rejected.append(
                Rejected(candidate.kind, candidate.values, scene.passage.span, self.article.id, fault)
            )
        elif (said := (claim.version, claim.polarity, claim.term)) not in self._claimed:
            self._claimed.add(said)
            self.reading.claims.append(claim)
            known = self.memory.setdefault(candidate.kind, {})
            for name, spans in candidate.grounds.items():
                if spans:
                    known[name] = [(candidate.values[name], spans[0])]

    def _term(self, scene: Scene, candidate: Candidate) -> tuple[Term | None, str]:
        model = kind_named(candidate.kind)
        said = self.said(scene, candidate.kind)
        for name, known in self.memory.get(candidate.kind, {}).items():
            if (sort := sorts_of(model).get(name)) and any(span in candidate.borrowed for _, span in known):
                said.setdefault(sort, set()).update(v for v, _ in known if isinstance(v, str))
        lists = {t.name for t in fields_of(model) if isinstance(t.way, (Members, Options, Steps))}
        values = {
            n: (v,) if n in lists and v != "none" and not isinstance(v, tuple) else v
            for n, v in candidate.values.items()
        }
        candidate = replace(candidate, values=values)
        named = {n: v for n, v in candidate.values.items() if n not in candidate.lexical}
        if fault := ungrounded(named, said, sorts_of(model)):
            return None, fault
        try:
            return model.model_validate(
                {"kind": candidate.kind, **candidate.values}, context=self.engine.context
            ), ""
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            return None, f"{'.'.join(str(part) for part in first['loc'])}: {first['msg']}"

    def said(self, scene: Scene, kind: str) -> dict[str, set[Any]]:
        """Per sort what the sentence, its lead-in and what stands just before hold."""
        said: dict[str, set[Any]] = {}
        for one in (scene, *scene.earlier):
            for entity in one.words.entities:
                for sort, value in entity.senses.items():
                    said.setdefault("party" if sort == "person" else sort, set()).add(value)
        places = said.setdefault("place", set())
        for place in tuple(places):
            places |= set(self.engine.names.parts(place))
        for word in self.engine.insides.get(kind, ()):
            places |= {p for place in tuple(places) if (p := self.engine.names.inside(place, word))}
        for word in self.engine.uniques.get(kind, ()):
            said_here = any(word in one.words.texts for one in (scene, *scene.earlier))
            if said_here and (only := self.engine.names.only(word)) is not None:
                places.add(only)
        said["party"] = said.get("party", set()) | {
            m for p in said.get("party", set()) for m in self.engine.names.members(p)
        }
        return said

    def _modality(self, scene: Scene, candidate: Candidate) -> str | None:
        for name in self.engine.modalities:
            for hit in scene.hits.get(("modality", name), ()):
                if scene.distance(hit, candidate.anchor) <= 9:
                    return name
        return None

    def removed_parts(self, scene: Scene, hit: Any, voice: Voice, later: str | None = None) -> None:
        """ "These parts had been removed": of the claims just before, in a later version if one is told."""
        just = [
            c
            for c in self.reading.claims
            if c.polarity == "included" and any(c.sentence == s.passage.span for s in scene.earlier)
        ]
        words = scene.words.texts[hit.start : hit.end]
        near = just if {"these", "those"} & {*words} else [c for c in just if c.sentence == just[-1].sentence]
        if "both" in words:
            near = just[-2:]
        elif ("all", "of") in pairwise(words) or not {"none", "lot", "everything"}.isdisjoint(words):
            near = just
        span = scene.span(*hit)
        quote = shortest_quote(self.article.text, scene.passage.span, [span], [])
        for claim in near:
            if quote:
                gone = replace(
                    claim, version=None if later == claim.version else later, basis="contrast",
                    polarity="removed", hedge=voice.hedge,
                    speaker=voice.speaker,
                    quotes=(quote,), sentence=scene.passage.span, context=(claim.sentence,),
                )  # fmt: skip
                self.reading.claims.append(gone)
