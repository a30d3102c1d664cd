"""Reads one article passage by passage and makes its claims."""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from tracker.extract.attribution import Mention, Zone, mentions_of, zones_of
from tracker.extract.claims import Claim, Quote, Rejected, Unmatched
from tracker.extract.discourse import Discourse
from tracker.extract.frames import Candidate, Memory, candidates
from tracker.extract.grounding import shortest_quote, ungrounded, verify
from tracker.extract.hedge import Voice, voice_of
from tracker.extract.numbers import find
from tracker.extract.passages import Passage, passages_of
from tracker.extract.polarity import polarity_of, these_parts
from tracker.extract.scene import Scene, Stretch
from tracker.extract.sorts import sorts_of
from tracker.extract.stance import Blocked, blocked, free_of
from tracker.extract.tokens import Entity, Words, words_of
from tracker.plan.terms import kind_named
from tracker.semantics.fields import fields_of
from tracker.semantics.members import Members
from tracker.semantics.options import Options
from tracker.semantics.steps import Steps
from tracker.source import Span

if TYPE_CHECKING:
    from tracker.extract.document import Article
    from tracker.extract.engine import Engine
    from tracker.plan.term import Term

_EARLIER = 3


@dataclass(frozen=True)
class Explained:
    """What each stage made of a passage: for people who ask why."""

    passage: Passage
    zones: tuple[Zone, ...]
    voice: Voice
    blocks: tuple[Blocked, ...]
    claims: int


@dataclass
class Reading:
    """Everything one article gave."""

    article: Article
    claims: list[Claim] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    unmatched: list[Unmatched] = field(default_factory=list)
    explained: list[Explained] = field(default_factory=list)


@dataclass
class _Lead:
    """What a list inherits from the sentence before it."""

    version: str | None
    voice: Voice
    blocked: bool


class Reader:
    """Reads one article."""

    def __init__(self, engine: Engine, article: Article) -> None:
        self.engine, self.article = engine, article
        self.scenes = [self._scene(passage) for passage in passages_of(article)]
        named: list[str] = []
        for scene in self.scenes:
            for hit, ref in sorted(
                (h, tag[1])
                for tag, hits in scene.hits.items()
                if isinstance(tag, tuple) and tag[0] == "version"
                for h in hits
            ):
                if ref not in named:
                    named.append(ref)
        self.discourse = Discourse(engine.versions, tuple(named))
        self.reading = Reading(article)
        self._lead: _Lead | None = None
        self.memory: Memory = {}
        self._topic: str | None = None
        self._away = False
        self._ours = [
            s.passage.number for s in self.scenes if any(engine.names.is_core(e) for e in s.words.entities)
        ]
        self._voices: dict[int, Voice] = {}

    def _scene(self, passage: Passage) -> Scene:
        view = self.article.view
        words = words_of(view, passage.span.start, passage.span.end)
        words.add(self._quantities(words, view, passage.span))
        words.add(self.engine.names.find(words, self.article.text))
        scene = Scene(passage, words, self.engine.index.walk(words))
        for tag, hits in scene.hits.items():
            if isinstance(tag, tuple) and tag[0] in ("version", "version word") and tag[1] not in ("both", "all", "other"):
                for hit in hits:
                    scene.mute(hit)
        return scene

    @staticmethod
    def _quantities(words: Words, view: str, span: Span) -> list[Entity]:
        found = []
        for quantity in find(view, span.start, span.end):
            start = words.index(quantity.start)
            end = words.index(quantity.end, ceiling=True)
            if start < len(words) and words.ends[start] <= quantity.start:
                start += 1
            if start < end:
                found.append(Entity(start, end, {quantity.sort: quantity.value}))
        return found

    def read(self) -> Reading:
        """Reads the article to its end."""
        previous: Scene | None = None
        for number, scene in enumerate(self.scenes):
            passage = scene.passage
            scene.earlier = self._earlier(number)
            if passage.kind == "heading":
                self._heading(scene)
            else:
                self._passage(scene, previous)
            previous = scene
        return self.reading

    def _earlier(self, number: int) -> list[Scene]:
        scene = self.scenes[number]
        found = [self.scenes[scene.passage.lead]] if scene.passage.lead is not None else []
        before = [
            s
            for s in self.scenes[max(0, number - _EARLIER) : number][::-1]
            if s.passage.section == scene.passage.section
        ]
        return found + [s for s in before if s not in found]

    def _heading(self, scene: Scene) -> None:
        self._lead = None
        mentions = mentions_of(scene.words, scene.hits, self.discourse)
        named = [m for m in mentions if m.versions and m.basis == "explicit"]
        reaction = bool(scene.hits.get(("stance", "reaction_heading")))
        asks = self.article.text[: scene.passage.span.end].rstrip("*_ #").endswith("?")
        kept = self.discourse.last if not self.discourse.other else None
        self._elsewhere(scene)
        self.discourse.part()
        if any(m.other for m in mentions):
            self.discourse.other = True
        elif named and not reaction:
            self.discourse.speak_of(named[0].versions[0])
        elif kept and not reaction and (asks or len(self.discourse.named) == 1):
            self.discourse.current, self.discourse.broken = kept, False
        else:
            self._topic = None if reaction else kept

    def _passage(self, scene: Scene, previous: Scene | None) -> None:
        item = scene.passage.kind == "item"
        if item and (previous is None or previous.passage.kind != "item"):
            if previous is not None and previous.passage.kind == "heading" and self.discourse.current is None:
                self.discourse.current = self._topic
            elif previous is not None and self._announces(previous) and self.discourse.current is None:
                self.discourse.current = self.discourse.definite()
            lead = previous.passage if previous is not None else None
            voice = self._voices.get(lead.number, Voice()) if lead else Voice()
            self._lead = _Lead(
                self.discourse.current, voice, self.discourse.broken and self.discourse.current is None
            )
        elif not item and self._lead is not None:
            self._lead = None
            self.discourse.part()
        if item and self._lead is not None:
            self.discourse.current = self._lead.version
        mentions = mentions_of(scene.words, scene.hits, self.discourse)
        if self._elsewhere(scene):
            mentions = [Mention(0, len(scene.words), (), "other plan", other=True)]
        for mention in mentions:
            scene.mute(mention)
        zones = zones_of(scene, self.article.view, mentions, self.discourse)
        if item:
            zones = [replace(z, basis="lead-in") if z.basis == "carried" else z for z in zones]
        voice = voice_of(scene, self.engine.names, self.engine.plan_words)
        if item and voice == Voice() and self._lead is not None:
            voice = self._lead.voice
        elif voice == Voice() and previous is not None and self._pronoun_follows(scene):
            voice = replace(self._voices.get(previous.passage.number, Voice()), own=False)
        self._voices[scene.passage.number] = scene.voice = voice
        before = len(self.reading.claims)
        all_blocks: list[Blocked] = []
        open_zones = 0
        for zone in zones:
            heard = voice if len(zones) == 1 else self._voice_in(scene, zone, voice)
            blocks = blocked(scene, zone, heard, self.engine.plan_words)
            all_blocks += blocks
            free = free_of(zone, blocks)
            open_zones += bool(free)
            self._zone(scene, zone, free, heard, zones)
        if (hit := these_parts(scene)) is not None and len(self.reading.claims) == before:
            self._removed_parts(scene, hit, voice)
        self._remember(scene, zones, mentions)
        parting = any(block.why in ("position", "comment", "aid", "history", "other plan") for block in all_blocks)
        if zones and not open_zones and parting and len(self.reading.claims) == before:
            self.discourse.part()
        self._note_unmatched(scene, zones, all_blocks, before)
        self.reading.explained.append(
            Explained(
                scene.passage, tuple(zones), voice, tuple(all_blocks), len(self.reading.claims) - before
            )
        )

    def _elsewhere(self, scene: Scene) -> bool:
        """Whether a passage is about another conflict; what follows stays there until ours is named again."""
        core = any(self.engine.names.is_core(entity) for entity in scene.words.entities)
        if core:
            self._away = False
        elif scene.hits.get(("version word", "elsewhere")):
            self._away = True
        here = scene.passage.number
        return self._away or not any(here - 8 <= number <= here + 5 for number in self._ours)

    def _announces(self, scene: Scene) -> bool:
        """"Here are the main points:": a list of what the text says, whoever spoke before."""
        texts = scene.words.texts
        stance = scene.hits.get(("stance", "position"))
        return not stance and not _ANNOUNCED.isdisjoint(texts) and self.article.text[: scene.passage.span.end].endswith(":")

    def _remember(self, scene: Scene, zones: list[Zone], mentions: list[Mention]) -> None:
        """What the next passage may take up: the version spoken of last, not one named for comparison."""
        topic = None
        oblique = _oblique(scene, mentions)
        for zone in zones:
            if zone.other:
                self.discourse.part()
                self.discourse.other = True
                topic = None
            elif zone.named and zone.versions in oblique:
                continue
            elif zone.named and zone.basis not in ("aside", "shared") and not zone.relative:
                for version in zone.versions:
                    self.discourse.speak_of(version)
                topic = zone.versions[-1:] or topic
            elif zone.named and zone.relative and self.discourse.last is None:
                for version in zone.versions:
                    self.discourse.speak_of(version)
        opening = [m for m in mentions if m.basis == "definite" and m.start <= 3 and m.versions]
        if opening and topic and opening[0].versions[0] != topic[0]:
            self.discourse.speak_of(opening[0].versions[0])
        for mention in mentions:
            if mention.basis == "explicit" and len(mention.versions) == 1:
                for word in scene.words.texts[mention.start : mention.end + 1]:
                    self.discourse.nouns[word] = mention.versions[0]

    @staticmethod
    def _pronoun_follows(scene: Scene) -> bool:
        """ "This is the list as he gave it": vouched for by whoever was speaking."""
        texts = scene.words.texts
        return (
            "he" in texts[:8]
            and any(w in texts for w in ("gave", "read", "list"))
            or texts[:2] == ["she", "gave"]
        )

    def _of_a_text(self, scene: Scene) -> bool:
        """Whether a passage without a version speaks of a text at all: a removal or denial needs one."""
        return not self.engine.plan_words.isdisjoint(scene.words.texts)

    def _voice_in(self, scene: Scene, zone: Zone, whole: Voice) -> Voice:
        """In a passage on several versions, "an official told us" vouches for its own stretch only."""
        said = [h for name in ("said", "reported") for h in scene.hits.get(("hedge", name), ())]
        if not said or any(h.end >= len(scene.words) - 5 or h.start <= 3 for h in said):
            return whole
        if any(zone.start <= h.start < zone.end for h in said):
            return whole
        return Voice()

    def _zone(
        self, scene: Scene, zone: Zone, free: list[tuple[int, int]], voice: Voice, zones: list[Zone]
    ) -> None:
        stretch = Stretch(scene, zone.start, zone.end)
        for candidate in candidates(stretch, self.engine.patterns, self.engine.names, free, self.memory):
            polarity, hit = polarity_of(scene, zone, candidate)
            for version, basis, pole in self._versions(zone, polarity, zones):
                if version is None and (pole == "included" or not self._of_a_text(scene)):
                    self.reading.unmatched.append(
                        Unmatched(
                            scene.passage.span, self.article.id, None, "no version named", (candidate.kind,)
                        )
                    )
                    continue
                self._claim(scene, candidate, version, basis, pole, hit, voice)

    def _versions(self, zone: Zone, polarity: str, zones: list[Zone]) -> list[tuple[str | None, str, str]]:
        """The versions a candidate is claimed of, each with its own polarity."""
        if polarity != "removed":
            return [(v, zone.basis, polarity) for v in zone.versions] or [(None, zone.basis, polarity)]
        first = self.discourse.versions.first
        if zone.versions == (first,) and len(zones) == 1:
            later = self.discourse.current if self.discourse.current != first else None
            later = later or self.discourse.revised()
            found: list[tuple[str | None, str, str]] = [(later, "contrast", "removed")]
            if zone.relative:
                found.append((first, "relative", "included"))
            return found
        found = [(v, zone.basis, polarity) for v in zone.versions] or [(None, zone.basis, polarity)]
        for other in zones:
            if other is not zone and other.relative and other.versions and other.versions != zone.versions:
                found += [(v, "relative", "included") for v in other.versions]
        return found

    def _claim(
        self,
        scene: Scene,
        candidate: Candidate,
        version: str | None,
        basis: str,
        polarity: str,
        hit: Any,
        voice: Voice,
    ) -> None:
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
        quote = shortest_quote(self.article.text, scene.passage.span, cores, inside)
        context = tuple(dict.fromkeys(candidate.borrowed))
        if scene.passage.lead is not None:
            context = (self.scenes[scene.passage.lead].passage.span, *context)
        claim = Claim(
            version, basis, term, polarity, voice.hedge, self.article.id, (quote,) if quote else (),
            scene.passage.span, voice.speaker, self._modality(scene, candidate), context=context, group=self.article.group,
        )  # fmt: skip
        if fault := verify(self.article, claim):
            self.reading.rejected.append(
                Rejected(candidate.kind, candidate.values, scene.passage.span, self.article.id, fault)
            )
        elif not any(_same(claim, other) for other in self.reading.claims):
            self.reading.claims.append(claim)
            known = self.memory.setdefault(candidate.kind, {})
            for name, spans in candidate.grounds.items():
                if spans:
                    known[name] = [(candidate.values[name], spans[0])]

    def _term(self, scene: Scene, candidate: Candidate) -> tuple[Term | None, str]:
        model = kind_named(candidate.kind)
        said = self._said(scene, candidate.kind)
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

    def _said(self, scene: Scene, kind: str) -> dict[str, set[Any]]:
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
            if (only := self.engine.names.only(word)) is not None:
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

    def _removed_parts(self, scene: Scene, hit: Any, voice: Voice) -> None:
        """ "These parts had been removed": of the claims just before, without a version if none is named."""
        near = [
            c
            for c in self.reading.claims
            if c.polarity == "included" and any(c.sentence == s.passage.span for s in scene.earlier)
        ]
        span = scene.span(*hit)
        quote = shortest_quote(self.article.text, scene.passage.span, [span], [])
        for claim in near:
            if quote:
                gone = replace(
                    claim, version=None, basis="", polarity="removed", hedge=voice.hedge, speaker=voice.speaker,
                    quotes=(quote,), sentence=scene.passage.span, context=(claim.sentence,),
                )  # fmt: skip
                self.reading.claims.append(gone)

    def _note_unmatched(self, scene: Scene, zones: list[Zone], blocks: list[Blocked], before: int) -> None:
        if len(self.reading.claims) > before:
            return
        kinds = tuple(
            sorted(
                {tag[0] for tag in scene.hits if isinstance(tag, tuple) and tag[0] in self.engine.patterns}
            )
        )
        about = [v for z in zones for v in z.versions]
        if (
            about
            and len(kinds) >= 1
            and not any(u.sentence == scene.passage.span for u in self.reading.unmatched)
        ):
            why = blocks[0].why if blocks else "no frame fits"
            self.reading.unmatched.append(
                Unmatched(scene.passage.span, self.article.id, about[0], why, kinds)
            )


_ANNOUNCED = frozenset("points provisions terms elements items clauses list includes included include following follows".split())
_OBLIQUE = frozenset("to from against than of with unlike like on for over as after since before".split())


def _oblique(scene: Scene, mentions: list[Mention]) -> set[tuple[str, ...]]:
    """The versions that a passage names only beside another: "a counter-proposal to the US plan"."""
    straight, slanted = set(), set()
    for mention in mentions:
        if mention.basis != "explicit" or not mention.versions:
            continue
        before = [w for w in scene.words.texts[max(0, mention.start - 3) : mention.start] if w not in ("the", "a", "its")]
        (slanted if before and before[-1] in _OBLIQUE else straight).add(mention.versions)
    return slanted - straight if straight else set()


def _same(left: Claim, right: Claim) -> bool:
    return left.version == right.version and left.polarity == right.polarity and left.term == right.term


__all__ = ["Explained", "Quote", "Reader", "Reading"]
