"""Reads one article passage by passage and makes its claims."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.extract.about import about, names_a_version
from tracker.extract.attribution import Mention, mentions_of
from tracker.extract.discourse import Discourse
from tracker.extract.hedge import Voice
from tracker.extract.maker import Maker
from tracker.extract.pointing import points_back, these_parts
from tracker.extract.reading import Explained, Reading
from tracker.extract.scene import Scene
from tracker.extract.scenes import scenes_of
from tracker.extract.stance import Blocked, blocked, free_of
from tracker.extract.telling import Lead, Telling, Told
from tracker.extract.topic import follow_authors, remember
from tracker.extract.voices import Voices
from tracker.extract.zones import zones_of

if TYPE_CHECKING:
    from tracker.extract.document import Article
    from tracker.extract.engine import Engine
    from tracker.extract.frames import Candidate

_EARLIER = 3


class Reader(Telling):
    """Reads one article."""

    def __init__(self, engine: Engine, article: Article) -> None:
        self.engine, self.article = engine, article
        self.scenes = scenes_of(engine, article)
        known = about(self.scenes, engine.versions)
        self.discourse = Discourse(
            engine.versions,
            known.named,
            topic=known.topic,
            plainly=known.plainly,
            contrasts=known.contrasts,
            early=known.early,
            strange=known.strange,
        )
        self.reading = Reading(article)
        self._lead: Lead | None = None
        self._figures: list[tuple[Scene, Candidate]] = []
        self.maker = Maker(engine, self.reading, self.scenes)
        self._topic: str | None = None
        self._away = False
        self._ours = [
            s.passage.number
            for s in self.scenes
            if any(engine.names.is_core(e) for e in s.words.entities) or names_a_version(s)
        ]
        strange = sum(bool(s.hits.get(("version word", "elsewhere"))) for s in self.scenes)
        self._abroad = strange > len(self._ours)
        self.discourse.abroad = bool(strange)
        self._at_home = not strange and known.topic is not None
        self.voices = Voices(engine, article, self.scenes)

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
        asks = (
            self.article.text[max(0, scene.passage.span.end - 9) : scene.passage.span.end]
            .rstrip("*_ #")
            .endswith("?")
        )
        named = [m for m in mentions if m.versions and m.basis == "explicit"] or self._authors_head(
            scene, asks=asks
        )
        self.voices.present(scene, mentions)
        follow_authors(self.discourse, scene)
        reaction = bool(scene.hits.get(("stance", "reaction_heading"))) or (
            not named and bool(scene.hits.get(("stance", "position")))
        )
        kept = self.discourse.last if not self.discourse.other else self.discourse.topic
        self._elsewhere(scene)
        self.discourse.part()
        self.discourse.other = self.discourse.other and self.discourse.topic is None
        if any(m.other for m in mentions):
            self.discourse.other = True
        elif named and not reaction:
            self.discourse.speak_of(named[0].versions[0])
        elif kept and not reaction and (asks or len(self.discourse.named) == 1):
            self.discourse.current = (self.discourse.topic or kept) if asks else kept
            self.discourse.last = self.discourse.current
            self.discourse.broken = False
        else:
            self._topic = None if reaction else self.discourse.topic or kept

    def _passage(self, scene: Scene, previous: Scene | None) -> None:
        item = scene.passage.kind == "item"
        if not item and (previous is None or previous.passage.block != scene.passage.block):
            self.discourse.paragraph(scene.words.texts)
        opened = previous is not None and scene.passage.lead == previous.passage.number
        if item and (previous is None or previous.passage.kind != "item" or opened):
            if previous is not None and previous.passage.kind == "heading" and self.discourse.current is None:
                self.discourse.current = self._topic
            elif (
                previous is not None
                and self.discourse.current is None
                and (self._announces(previous) or self._of_a_text(previous))
            ):
                self.discourse.current = self.discourse.definite()
            lead = previous.passage if previous is not None else None
            voice = self.voices.at(lead.number) if lead else Voice()
            gone = previous is not None and self._lists_what_is_gone(previous)
            if gone and self.discourse.current == self.discourse.versions.first:
                self.discourse.current = self.discourse.successor()
            barred = self.discourse.broken and self.discourse.current is None
            self._lead = Lead(self.discourse.current, voice, barred, gone)
        elif not item and self._lead is not None:
            self._lead = None
            self.discourse.part()
        if not item and self._label(scene):
            self.discourse.labelled()
        fresh = previous is None or previous.passage.block != scene.passage.block
        if item and self._lead is not None and fresh:
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
        lead_voice = self._lead.voice if item and self._lead is not None else None
        voice = self.voices.of(scene, previous, lead_voice, mentions)
        zones = self._as_told(scene, zones)
        authors = frozenset(
            i for m in mentions if m.versions and self._text(scene, m) for i in range(m.start, m.end)
        )
        before = len(self.reading.claims)
        all_blocks: list[Blocked] = []
        open_zones = 0
        told: list[Told] = []
        for zone in zones:
            heard = voice if len(zones) == 1 else self._voice_in(scene, zone, voice)
            if heard.own and (self._on_the_text(scene) or self._presents(scene, zone, heard)):
                heard = replace(heard, own=False)
            blocks = blocked(scene, zone, heard, self.engine.plan_words, authors)
            all_blocks += blocks
            free = free_of(zone, blocks)
            open_zones += bool(free)
            made = self._zone(scene, zone, free, heard, zones)
            told.append(Told(zone, free, heard, made))
            self._unlike(scene, zone, blocks, heard, mentions)
        self._compared(scene, told)
        self._gone_elsewhere(scene, told)
        self._figures_alone(scene, told, zones)
        hit = these_parts(scene)
        if hit is not None and (len(self.reading.claims) == before or points_back(scene, hit)):
            self.maker.removed_parts(scene, hit, voice, self._later_than_said(scene, zones))
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


__all__ = ["Explained", "Reader", "Reading"]
