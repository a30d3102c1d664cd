"""Reads one article passage by passage and makes its claims."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from tracker.extract.attribution import Mention, mentions_of
from tracker.extract.claims import Unmatched
from tracker.extract.discourse import Discourse
from tracker.extract.frames import candidates
from tracker.extract.hedge import Voice, voice_of
from tracker.extract.maker import Maker
from tracker.extract.polarity import polarity_of, these_parts
from tracker.extract.reading import Explained, Reading
from tracker.extract.scene import Scene, Stretch
from tracker.extract.scenes import scenes_of
from tracker.extract.stance import Blocked, blocked, free_of
from tracker.extract.topic import remember
from tracker.extract.zones import Zone, zones_of

if TYPE_CHECKING:
    from tracker.extract.document import Article
    from tracker.extract.engine import Engine

_EARLIER = 3
_OURS_BEFORE, _OURS_AHEAD = 8, 5
"""Passages in which one of the plans' states must be named, for a passage to be about the plans at all."""


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
        self.scenes = scenes_of(engine, article)
        named: list[str] = []
        for scene in self.scenes:
            for _hit, ref in sorted(
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
        self.maker = Maker(engine, self.reading, self.scenes)
        self._topic: str | None = None
        self._away = False
        self._ours = [
            s.passage.number for s in self.scenes if any(engine.names.is_core(e) for e in s.words.entities)
        ]
        self._voices: dict[int, Voice] = {}

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
        asks = (
            self.article.text[max(0, scene.passage.span.end - 9) : scene.passage.span.end]
            .rstrip("*_ #")
            .endswith("?")
        )
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
        self._resume(scene, mentions)
        scene.means_text = self._means_text(scene, previous)
        zones = zones_of(scene, self.article.view, mentions, self.discourse)
        if item:
            zones = [replace(z, basis="lead-in") if z.basis == "carried" else z for z in zones]
        voice = voice_of(scene, self.engine.names, self.engine.plan_words, self.article.text)
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
            if heard.own and self._presents(scene, zone, heard):
                heard = replace(heard, own=False)
            blocks = blocked(scene, zone, heard, self.engine.plan_words)
            all_blocks += blocks
            free = free_of(zone, blocks)
            open_zones += bool(free)
            self._zone(scene, zone, free, heard, zones)
        if (hit := these_parts(scene)) is not None and len(self.reading.claims) == before:
            self.maker.removed_parts(scene, hit, voice, self._later_than_said(zones))
        remember(self.discourse, scene, zones, mentions)
        parting = any(
            block.why in ("position", "comment", "aid", "history", "other plan") for block in all_blocks
        )
        about = any(m.versions and m.start <= 6 for m in mentions)
        if zones and not open_zones and parting and not about and len(self.reading.claims) == before:
            self.discourse.part()
        self._note_unmatched(scene, zones, all_blocks, before)
        self.reading.explained.append(
            Explained(
                scene.passage, tuple(zones), voice, tuple(all_blocks), len(self.reading.claims) - before
            )
        )

    def _resume(self, scene: Scene, mentions: list[Mention]) -> None:
        """After a comment, "the army would be limited" is content again where only one version is named."""
        talk = self.discourse
        if mentions or talk.current or talk.other or not talk.last or len(talk.named) != 1:
            return
        if scene.passage.kind == "sentence" and not _CONTENT.isdisjoint(scene.words.texts[:14]):
            talk.current, talk.broken = talk.last, False

    def _presents(self, scene: Scene, zone: Zone, voice: Voice) -> bool:
        """Whether a speaker tells what is in a text that goes by his name, not what he thinks."""
        told = {m for v in zone.versions for m in self.engine.versions.modifiers[v]}
        texts = scene.words.texts
        return voice.speaker in told and not _CONTENT.isdisjoint(texts) and _WILLING.isdisjoint(texts)

    @staticmethod
    def _means_text(scene: Scene, previous: Scene | None) -> bool:
        """Whether "it" at the beginning is the text: the sentence before spoke of one, and nobody acted in it."""
        if previous is None or scene.words.texts[:1] != ["it"]:
            return False
        named = any(
            t[0] == "version" or t == ("version word", "definite")
            for t in previous.hits
            if isinstance(t, tuple)
        )
        return (named or previous.means_text) and not previous.hits.get(("stance", "position"))

    def _later_than_said(self, zones: list[Zone]) -> str | None:
        """The version that "these parts have been dropped" from: the one named, or the one that holds."""
        named = [v for zone in zones if zone.named for v in zone.versions]
        if named:
            return named[0]
        first = self.discourse.versions.first
        return self.discourse.current if self.discourse.current != first else None

    def _elsewhere(self, scene: Scene) -> bool:
        """Whether a passage is about another conflict; what follows stays there until ours is named again."""
        core = any(self.engine.names.is_core(entity) for entity in scene.words.entities)
        if core:
            self._away = False
        elif scene.hits.get(("version word", "elsewhere")):
            self._away = True
        here = scene.passage.number
        near = bisect_left(self._ours, here - _OURS_BEFORE)
        return self._away or near == len(self._ours) or self._ours[near] > here + _OURS_AHEAD

    def _announces(self, scene: Scene) -> bool:
        """ "Here are the main points:": a list of what the text says, whoever spoke before."""
        texts = scene.words.texts
        stance = scene.hits.get(("stance", "position"))
        return (
            not stance
            and not _ANNOUNCED.isdisjoint(texts)
            and self.article.text[scene.passage.span.end - 1] == ":"
        )

    @staticmethod
    def _pronoun_follows(scene: Scene) -> bool:
        """ "This is the list as he gave it": vouched for by whoever was speaking."""
        texts = scene.words.texts
        return ("he" in texts[:8] and any(w in texts for w in ("gave", "read", "list"))) or texts[:2] == [
            "she",
            "gave",
        ]

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
        for candidate in candidates(
            stretch, self.engine.patterns, self.engine.names, free, self.maker.memory
        ):
            polarity, hit = polarity_of(scene, zone, candidate)
            for version, basis, pole in self._versions(zone, polarity, zones):
                if version is None and (pole == "included" or not self._of_a_text(scene)):
                    self.reading.unmatched.append(
                        Unmatched(
                            scene.passage.span, self.article.id, None, "no version named", (candidate.kind,)
                        )
                    )
                    continue
                self.maker.claim(scene, candidate, version, basis, pole, hit, voice)

    def _versions(self, zone: Zone, polarity: str, zones: list[Zone]) -> list[tuple[str | None, str, str]]:
        """The versions a candidate is claimed of, each with its own polarity."""
        if polarity != "removed":
            return [(v, zone.basis, polarity) for v in zone.versions] or [(None, zone.basis, polarity)]
        first = self.discourse.versions.first
        others = [z for z in zones if z is not zone and z.named and z.versions and z.basis == "explicit"]
        if zone.versions == (first,) and others and zones[-1] is others[-1]:
            return [(others[-1].versions[0], "contrast", "removed"), (first, zone.basis, "included")]
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
            and (not self.reading.unmatched or self.reading.unmatched[-1].sentence != scene.passage.span)
        ):
            why = blocks[0].why if blocks else "no frame fits"
            self.reading.unmatched.append(
                Unmatched(scene.passage.span, self.article.id, about[0], why, kinds)
            )


_WILLING = frozenset(
    "never not must should ready willing if want wants believe hope expect cannot need needs discuss meet".split()
)
_CONTENT = frozenset(["would", "will", "shall"])
_ANNOUNCED = frozenset(
    [
        "points",
        "provisions",
        "terms",
        "elements",
        "items",
        "clauses",
        "list",
        "includes",
        "included",
        "include",
        "following",
        "follows",
    ]
)
__all__ = ["Explained", "Reader", "Reading"]
