"""What a reader goes by between passages: whether the plan is meant, and of which version a claim is."""

from __future__ import annotations

import re
from bisect import bisect_left
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.extract.about import names_a_version
from tracker.extract.attribution import Mention, likened
from tracker.extract.hedge import Voice
from tracker.extract.tenses import as_it_was
from tracker.extract.vocabulary import thesaurus, word_set

if TYPE_CHECKING:
    from tracker.extract.discourse import Discourse
    from tracker.extract.document import Article
    from tracker.extract.engine import Engine
    from tracker.extract.scene import Scene
    from tracker.extract.voices import Voices
    from tracker.extract.zone import Zone

_OURS_BEFORE, _OURS_AHEAD = 8, 5
"""Passages in which one of the plans' states must be named, for a passage to be about the plans at all."""

_REPLIES = word_set("bearings", "replies")
_GONE = word_set("bearings", "gone")
_DELETES = frozenset(thesaurus()["delete"])
_KEPT = word_set("bearings", "kept")
_LABEL = re.compile(r"([*_]{1,2})[^*_]{2,40}[.:]?\1[.:]?$")
_CLAUSES = word_set("bearings", "clauses")
_WILLING = word_set("bearings", "willing")
_ENVISAGED = frozenset(["envisaged", "foreseen", "stipulated", "envisages", "foresees", "stipulates"])
_DEALS = frozenset(["agreement", "deal", "accord", "settlement"])
_UNWILLING = word_set("bearings", "unwilling")
_CONTENT = frozenset(["would", "will", "shall"])
_ANNOUNCED = word_set("bearings", "announced")


def _of_another_conflict(scene: Scene) -> bool:
    """Whether a passage names one, and not only somebody's president: "Finland's prime minister said"."""
    hits = scene.hits.get(("version word", "elsewhere"), ())
    return any(
        _OFFICES.isdisjoint(scene.words.texts[h.end : h.end + 2]) and not likened(scene.words, h.start)
        for h in hits
    )


_OFFICES = word_set("bearings", "offices")


class Bearings:
    """The part of a reader that judges where it stands in an article."""

    engine: Engine
    article: Article
    discourse: Discourse
    _away: bool
    _abroad: bool
    _at_home: bool
    voices: Voices
    _ours: list[int]

    def _resume(self, scene: Scene, mentions: list[Mention]) -> None:
        """After a comment, "the army would be limited" is content again where only one version is named."""
        talk = self.discourse
        if mentions or talk.current or talk.other:
            return
        meant = talk.last if len(talk.named) == 1 else talk.topic if talk.last else None
        quiet = not scene.hits.get(("hedge", "said")) and not scene.hits.get(("stance", "position"))
        texts = scene.words.texts
        told = (
            (talk.topic is not None and talk.last is not None and quiet)
            or not _CONTENT.isdisjoint(texts[:14])
            or (texts[:1] == ["point"] and texts[1:2] != [] and texts[1].isdigit())
        )
        if meant and scene.passage.kind == "sentence" and told:
            talk.current, talk.broken = meant, False

    def _presents(self, scene: Scene, zone: Zone, voice: Voice) -> bool:
        """Whether a speaker tells what is in a text that goes by his name, not what he thinks."""
        told = {m for v in zone.versions for m in self.engine.versions.modifiers[v]}
        texts = scene.words.texts
        if self._heard(voice):
            return _UNWILLING.isdisjoint(texts)
        return voice.speaker in told and not _CONTENT.isdisjoint(texts) and _WILLING.isdisjoint(texts)

    def _on_the_text(self, scene: Scene) -> bool:
        """Whether somebody tells of the text: "the passage on … was rewritten", "… is envisaged, he said"."""
        texts = scene.words.texts
        opens = texts[:1] in (["the"], ["that"], ["this"], ["a"]) and texts[1:2] != []
        part = opens and (texts[1] in _CLAUSES or texts[1] in self.engine.plan_words)
        told = not _ENVISAGED.isdisjoint(texts) and _UNWILLING.isdisjoint(texts)
        told = told or (
            texts[:1] == ["the"] and texts[1:2] != [] and texts[1] in _DEALS and texts[2:3] == ["would"]
        )
        return scene.means_text or (part and _UNWILLING.isdisjoint(texts)) or told

    def _authors_head(self, scene: Scene, *, asks: bool) -> list[Mention]:
        """ "The E3 reply", "Geneva: what we hear": a heading that calls a text by who or where it is from."""
        words = scene.words
        for ref, hits in scene.family("author", "modifier"):
            for hit in hits:
                over = hit.end >= len(words) or words.at[hit.end] - words.at[hit.end - 1] >= 3
                known = over and (ref in self.discourse.named or not asks)
                if hit.start <= 2 and (known or (not over and words.texts[hit.end] in _REPLIES)):
                    return [Mention(hit.start, hit.end, (ref,), "explicit")]
        return []

    @staticmethod
    def _lists_what_is_gone(scene: Scene) -> bool:
        """ "Struck out:" over a list: everything in it is what the text no longer has."""
        texts = scene.words.texts
        said = bool(scene.hits.get(("polarity", "removed"))) or not (
            _GONE.isdisjoint(texts[-1:]) and _DELETES.isdisjoint(texts)
        )
        return len(texts) <= 20 and said and _KEPT.isdisjoint(texts)

    @staticmethod
    def _text(scene: Scene, mention: Mention) -> bool:
        """Whether a word for a version stands for its text, or its authors: "formerly" does not."""
        return mention.basis != "contrast" or "wanted" in scene.words.texts[mention.start : mention.end]

    def _heard(self, voice: Voice) -> bool:
        """Whether the one who speaks is the one who sets a text out."""
        presenter = self.voices.presenter
        if presenter == "the president":
            return (
                voice.speaker in (presenter, "president") or voice.speaker in self.engine.names.names.people
            )
        return presenter is not None and voice.speaker == presenter

    def _means_text(self, scene: Scene, previous: Scene | None) -> bool:
        """Whether "it" at the beginning is the text: the sentence before spoke of one, nobody demanded."""
        if previous is None or scene.words.texts[:1] != ["it"]:
            return False
        named = any(previous.texts_named())
        acted = any({"party", "person"} & e.senses.keys() for e in previous.words.entities if e.start <= 1)
        meant = named or previous.means_text or (self.discourse.current is not None and not acted)
        return meant and not previous.hits.get(("stance", "position"))

    def _as_told(self, scene: Scene, zones: list[Zone]) -> list[Zone]:
        """What a presenter says is of the text that he presents; what is told of the past, of the first."""
        presented = self.voices.presented
        if presented and scene.voice is not None and self._heard(scene.voice):
            read_out = self.voices.quoted(scene)
            zones = [
                replace(z, versions=(presented,), basis=z.basis or "carried")
                if z.loose or (read_out and not (z.versions or z.other))
                else z
                for z in zones
            ]
        return as_it_was(scene, zones, self.discourse, self.engine.plan_words)

    def _later_than_said(self, scene: Scene, zones: list[Zone]) -> str | None:
        """The version that "these parts have been dropped" from: the one named, or the one that holds."""
        first = self.discourse.versions.first
        named = [v for zone in zones if zone.named for v in zone.versions]
        if named and named[0] != first:
            return named[0]
        if named:
            return self.discourse.revised()
        if self.discourse.current != first:
            return self.discourse.current
        at_last = "now" in scene.words.texts or "had" not in scene.words.texts
        return self.discourse.revised() if at_last else None

    def _elsewhere(self, scene: Scene) -> bool:
        """Whether a passage is about another conflict; what follows stays there until ours is named again."""
        core = any(self.engine.names.is_core(entity) for entity in scene.words.entities)
        if core or names_a_version(scene):
            self._away = False
        elif self._abroad or _of_another_conflict(scene):
            self._away = True
        if self._at_home:
            return self._away
        here = scene.passage.number
        near = bisect_left(self._ours, here - _OURS_BEFORE)
        return self._away or near == len(self._ours) or self._ours[near] > here + _OURS_AHEAD

    def _label(self, scene: Scene) -> bool:
        """ "*Borders.*": a word in italics or bold before what is told of it, as good as a heading."""
        span = scene.passage.span
        return len(scene.words) <= 5 and bool(_LABEL.match(self.article.text[span.start : span.end]))

    def _announces(self, scene: Scene) -> bool:
        """ "Here are the main points:": a list of what the text says, whoever spoke before."""
        texts = scene.words.texts
        stance = scene.hits.get(("stance", "position"))
        return (
            not stance
            and not _ANNOUNCED.isdisjoint(texts)
            and self.article.text[scene.passage.span.end - 1] == ":"
        )

    def _of_our_text(self, scene: Scene) -> bool:
        """Whether a passage without a version speaks of a text, and of one of our states."""
        return self._of_a_text(scene) and any(self.engine.names.is_core(e) for e in scene.words.entities)

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

    @staticmethod
    def _clause_of(scene: Scene, version: str | None) -> bool:
        """ "The American ban is gone": where it is gone from it had come from elsewhere."""
        texts = scene.words.texts
        return any(
            not _CLAUSES.isdisjoint(texts[hit.end : hit.end + 2])
            for hit in scene.hits.get(("modifier", version), ())
        )

    def _versions(
        self, scene: Scene, zone: Zone, polarity: str, zones: list[Zone]
    ) -> list[tuple[str | None, str, str]]:
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
            if zone.relative or (zone.named and zone.basis == "explicit"):
                found.append((first, "relative", "included"))
            return found
        found = [(v, zone.basis, polarity) for v in zone.versions] or [(None, zone.basis, polarity)]
        if first not in zone.versions and self._clause_of(scene, first):
            found.append((first, "contrast", "included"))
        for other in zones:
            if other is not zone and other.relative and other.versions and other.versions != zone.versions:
                found += [(v, "relative", "included") for v in other.versions]
        return found
