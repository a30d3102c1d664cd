"""What a stretch of a passage tells: its candidates become claims of the versions they are told of."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from tracker.extract.bearings import Bearings
from tracker.extract.claims import Unmatched
from tracker.extract.figures import with_figure_alone, with_other_figure
from tracker.extract.frames import candidates
from tracker.extract.pointing import PRONOUNS
from tracker.extract.polarity import polarity_of
from tracker.extract.raised import before_the_change
from tracker.extract.retold import keeps, reworded
from tracker.extract.scene import Scene, Stretch
from tracker.extract.unlike import unlike

if TYPE_CHECKING:
    from tracker.extract.attribution import Mention
    from tracker.extract.frames import Candidate
    from tracker.extract.hedge import Voice
    from tracker.extract.maker import Maker
    from tracker.extract.reading import Reading
    from tracker.extract.stance import Blocked
    from tracker.extract.zone import Zone


_SOON = 4
"""Words before which a clause says that something is gone, for it to be of the clause before."""

_NEAR = 2
"""Passages over which a matter is remembered for a figure that stands alone."""


@dataclass(frozen=True)
class Lead:
    """What a list inherits from the sentence before it; `gone`: it lists what a text no longer has."""

    version: str | None
    voice: Voice
    blocked: bool
    gone: bool = False


@dataclass(frozen=True)
class Told:
    """What one zone gave: where it was free to speak, in whose voice, and the candidates."""

    zone: Zone
    free: list[tuple[int, int]]
    voice: Voice
    made: list[Candidate]


class Telling(Bearings):
    """The part of a reader that makes claims."""

    reading: Reading
    maker: Maker
    _lead: Lead | None
    _figures: list[tuple[Scene, Candidate]]

    def _zone(
        self, scene: Scene, zone: Zone, free: list[tuple[int, int]], voice: Voice, zones: list[Zone]
    ) -> list[Candidate]:
        stretch, made = Stretch(scene, zone.start, zone.end), []
        for candidate in candidates(
            stretch, self.engine.patterns, self.engine.names, free, self.maker.memory
        ):
            polarity, hit = polarity_of(scene, zone, candidate, free)
            if polarity == "included":
                made.append(candidate)
            if polarity == "included" and self._lead is not None and self._lead.gone:
                polarity = "removed"
            told = self._versions(scene, zone, polarity, zones)
            if polarity == "included" and (gone := self._so_too(scene)):
                told = [(gone, "contrast", "removed")]
            if polarity == "included" and self._in_its_place(scene, zone, candidate):
                told = [(self.discourse.successor(), "contrast", polarity)]
            for version, basis, pole in told:
                if version is None and (zone.basis == "explicit" or not self._of_our_text(scene)):
                    self.reading.unmatched.append(
                        Unmatched(
                            scene.passage.span, self.article.id, None, "no version named", (candidate.kind,)
                        )
                    )
                    continue
                self.maker.claim(scene, candidate, version, basis, pole, hit, voice)
                first = self.discourse.versions.first
                if pole == "included" and version != first and first in self.discourse.named:
                    old = before_the_change(scene, candidate)
                    if old is not None:
                        self.maker.claim(scene, old, first, "contrast", pole, hit, voice)
        return made

    def _so_too(self, scene: Scene) -> str | None:
        """ "So was the fee", after a sentence on what is gone: the version that it is gone from."""
        texts, claims = scene.words.texts, self.reading.claims
        opens = texts[:1] in (["so"], ["neither"], ["nor"]) and not {
            "is",
            "was",
            "are",
            "were",
            "has",
            "have",
        }.isdisjoint(texts[1:5])
        if not opens or not claims or claims[-1].polarity != "removed" or not scene.earlier:
            return None
        near = {one.passage.span for one in scene.earlier[:2]}
        return claims[-1].version if claims[-1].sentence in near else None

    def _in_its_place(self, scene: Scene, zone: Zone, candidate: Candidate) -> bool:
        """ "The clause was swapped for a sentence on …", told of the first text: that is in the next one."""
        if zone.versions != (self.discourse.versions.first,) or zone.basis == "explicit":
            return False
        return any(
            hit.end <= candidate.anchor.start and scene.words.texts[hit.end - 1] in ("by", "with", "for")
            for hit in scene.within(("polarity", "removed"), zone.start, zone.end)
        )

    def _compared(self, scene: Scene, told: list[Told]) -> None:
        """ "800,000 instead of the 600,000 in the first draft": the second figure says no more of itself."""
        for one in told:
            if one.made or not one.zone.versions:
                continue
            for other in told:
                for candidate in other.made if other.zone.versions != one.zone.versions else ():
                    if (found := self._retold(scene, candidate, one, other)) is not None:
                        for version in one.zone.versions:
                            self.maker.claim(scene, found, version, "contrast", "included", None, one.voice)

    def _retold(self, scene: Scene, candidate: Candidate, one: Told, other: Told) -> Candidate | None:
        """What a stretch says of a candidate of another one: another figure or words, or that it is kept."""
        if (found := with_other_figure(scene, candidate, one.free)) is not None:
            return found
        if other.zone.end != one.zone.start or one.free != [(one.zone.start, one.zone.end)]:
            return None
        if scene.within(("polarity", "removed"), one.zone.start, one.zone.end):
            return None
        pattern = self.engine.patterns[candidate.kind]
        found = reworded(scene, candidate, one.zone, pattern, self.engine.names)
        return found or (candidate if keeps(scene, one.zone) else None)

    def _gone_elsewhere(self, scene: Scene, told: list[Told]) -> None:
        """ "The fee, part of the first draft, does not survive in the second": gone from the second."""
        for before, after in pairwise(told):
            gone = scene.within(("polarity", "removed"), after.zone.start, after.zone.end)
            if not gone or after.made or before.zone.versions == after.zone.versions:
                continue
            said = scene.words.texts[gone[0].start : gone[0].end + 1]
            soon = gone[0].start - after.zone.start <= _SOON or not PRONOUNS.isdisjoint(said)
            if not soon or not before.made:
                continue
            for candidate in before.made:
                for version in after.zone.versions:
                    self.maker.claim(scene, candidate, version, "contrast", "removed", gone[0], after.voice)

    def _figures_alone(self, scene: Scene, told: list[Told], zones: list[Zone]) -> None:
        """A figure without its matter is of the matter of the sentence before."""
        made = [(scene, candidate) for one in told for candidate in one.made]
        for one in told if not made and self._figures else ():
            before = self._figures[0][0]
            near = before in scene.earlier and scene.passage.number - before.passage.number <= _NEAR
            open_ = (one.zone.start, one.zone.end) in one.free
            about = one.zone.named or scene.words.texts[0] in ("it", "they", "these", "this", "that")
            for _, candidate in self._figures if near and open_ and about else ():
                found = with_figure_alone(scene, candidate, one.zone)
                if found is None:
                    continue
                polarity, hit = polarity_of(scene, one.zone, found)
                for version, basis, pole in self._versions(scene, one.zone, polarity, zones):
                    if version is not None:
                        self.maker.claim(scene, found, version, basis, pole, hit, one.voice)
        if made:
            self._figures = made

    def _unlike(
        self, scene: Scene, zone: Zone, blocks: list[Blocked], voice: Voice, mentions: list[Mention]
    ) -> None:
        version, negated = unlike(scene, zone, blocks, mentions)
        if version and negated:
            stretch = Stretch(scene, zone.start, zone.end)
            for found in candidates(
                stretch, self.engine.patterns, self.engine.names, negated, self.maker.memory
            ):
                self.maker.claim(scene, found, version, "contrast", "included", None, voice)

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
