"""What a stretch is: what the text contains, or a demand, position, comment, aid, history, silence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.extract.clauses import (
    aside_start,
    clause_end,
    clause_start,
    comma_before,
    relative_clause,
    silence_end,
)
from tracker.extract.demands import as_content, as_noun, demander, follows, removed_after, tells, text_first
from tracker.extract.hedge import labelled
from tracker.extract.subjects import BEING

if TYPE_CHECKING:
    from tracker.extract.hedge import Voice
    from tracker.extract.phrases import Hit
    from tracker.extract.scene import Scene
    from tracker.extract.zone import Zone

PLAN = "plan"
_SUFFERED = frozenset(["asked", "welcomed", "urged", "offered", "agreed"])
"""What is done to somebody by a text, where it stands in the passive: "Russia is asked to rejoin"."""


@dataclass(frozen=True)
class Blocked:
    """Tokens `start` to `end` are not an account of the text, and why."""

    start: int
    end: int
    why: str


def blocked(
    scene: Scene, zone: Zone, voice: Voice, plan_words: frozenset[str], authors: frozenset[int] = frozenset()
) -> list[Blocked]:
    """The parts of a zone that are not plan content. `authors` are tokens that stand for a text."""
    whole = Blocked(zone.start, zone.end, "")
    if zone.other:
        return [Blocked(zone.start, zone.end, "other plan")]
    if scene.words.texts and scene.passage.asks:
        return [Blocked(zone.start, zone.end, "question")]
    found: list[Blocked] = []
    listed = scene.passage.kind == "item" and zone.basis in ("carried", "lead-in")
    denied = scene.hits.get(("polarity", "denied"), [])
    for strength in ("position", "weak_position"):
        for hit in scene.within(("stance", strength), zone.start, zone.end):
            if denied and denied[0].start < hit.end + 12:
                continue
            noun = strength == "position" and as_noun(scene, hit)
            if noun and listed:
                continue
            if noun and zone.versions and (as_content(scene, hit) or removed_after(scene, hit, zone)):
                continue
            if noun and (zone.named or text_first(scene, hit, plan_words)):
                if not follows(scene, hit):
                    found.append(Blocked(comma_before(scene, hit.start, zone.start), hit.end, "position"))
                continue
            subject, place = demander(scene, hit, plan_words, authors)
            if subject == "actor" and scene.words.texts[hit.end - 1] == "that" and tells(scene, place):
                continue  # "a second source maintained that no ceiling is set"
            if subject == "text" or (subject == "it" and (zone.named or (scene.means_text and place == 0))):
                continue
            theirs = listed and place <= 2 and scene.words.texts[hit.start].startswith("propos")
            if strength == "weak_position" and (zone.named or (listed and not theirs) or subject != "actor"):
                continue
            if scene.words.texts[hit.start] in _SUFFERED and not BEING.isdisjoint(
                scene.words.texts[hit.start - 1 : hit.start]
            ):
                continue  # "Russia is asked to rejoin"
            if strength == "position" and subject != "actor" and (listed or (not subject and zone.versions)):
                continue
            if remark := relative_clause(scene, hit.start, zone.start, zone.end):
                found.append(Blocked(*remark, "position"))
                continue
            begin = clause_start(scene, hit.start, zone.start)
            begin = max(begin, aside_start(scene, hit.start if noun else place, zone.start))
            end = _told_after(scene, hit.end, clause_end(scene, hit.end, zone.end), authors)
            found.append(Blocked(begin, end, "position"))
    for why in ("silence", "deferred", "asked"):
        found += [
            Blocked(
                max(
                    clause_start(scene, hit.start, zone.start),
                    aside_start(scene, hit.start, zone.start),
                    _and_then(scene, hit),
                ),
                silence_end(scene, hit.end, zone.end),
                why,
            )
            for hit in scene.within(("stance", why), zone.start, zone.end)
            if not (authors and _leaves_out(scene, hit, authors))
            and not (
                scene.words.texts[hit.end - 1] == "aside"
                and scene.words.texts[hit.end : hit.end + 1] == ["for"]
            )
        ]
    if listed and voice.own and labelled(scene):
        return [Blocked(whole.start, whole.end, "comment")]
    found += [
        Blocked(hit.start, scene.words.next_mark(hit.end + 1, zone.end), "instead")
        for hit in scene.within(("stance", "instead"), zone.start + 1, zone.end)
        if scene.words.texts[hit.start - 1] not in ("speak", "speaks", "spoke", "talk", "talks")
    ]
    if zone.named and not listed:
        found += [
            Blocked(
                clause_start(scene, hit.start, zone.start), clause_end(scene, hit.end, zone.end), "principle"
            )
            for hit in scene.within(("stance", "principle"), zone.start, zone.end)
            if scene.words.texts[hit.start] in ("any", "every")
        ]
    if not zone.named and not listed:
        for hit in scene.within(("stance", "principle"), zone.start, zone.end):
            begin = clause_start(scene, hit.start, zone.start)
            found.append(Blocked(begin, clause_end(scene, hit.end, zone.end), "principle"))
        if voice.own:
            return [Blocked(whole.start, whole.end, "comment")]
        for why in ("aid", "history"):
            hits = [
                h
                for h in scene.within(("stance", why), zone.start, zone.end)
                if why != "aid" or _now(scene, h)
            ]
            if hits and why == "history":
                found += [_past(scene, hit, whole) for hit in hits]
            elif hits and _has_money(scene, zone):
                return [Blocked(whole.start, whole.end, why)]
    elif zone.named and zone.basis != "explicit" and not listed:
        found += [
            Blocked(
                clause_start(scene, hit.start, zone.start), clause_end(scene, hit.end, zone.end), "history"
            )
            for hit in scene.within(("stance", "history"), zone.start, zone.end)
        ]
    return found


def _and_then(scene: Scene, hit: Hit) -> int:
    """ "Was taken out and will be discussed": what was said of it before stands."""
    texts = scene.words.texts
    for i in range(hit.start, max(0, hit.start - 4), -1):
        if texts[i] == "and" and scene.within(("polarity", "removed"), 0, i):
            return i
    return 0


def _told_after(scene: Scene, place: int, ceiling: int, texts: frozenset[int]) -> int:
    """ "They rejected that: their version says …": what a text says after a colon is no demand."""
    at = scene.words.at
    for i in range(place + 1, ceiling):
        if at[i] - at[i - 1] == 5 and not texts.isdisjoint(range(i, i + 4)):
            return i
    return ceiling


def _now(scene: Scene, hit: Hit) -> bool:
    """Aid is what is given; "would be paid for by funds" is what a text foresees."""
    return {"would", "will", "shall", "be"}.isdisjoint(scene.words.texts[max(0, hit.start - 2) : hit.start])


def _leaves_out(scene: Scene, hit: Hit, texts: frozenset[int]) -> bool:
    """ "It leaves out the amnesty that the first plan gave": of two texts, one has it no more."""
    if scene.words.texts[hit.end - 1] != "out":
        return False
    return any(place > hit.end for place in texts)


def _past(scene: Scene, hit: Hit, whole: Blocked) -> Blocked:
    """How far a remark on what was goes: a relative clause, or the rest of the stretch."""
    words, texts = scene.words, scene.words.texts
    near = range(hit.start, max(whole.start, hit.start - 9), -1)
    told = next((i for i in near if texts[i] in _RELATIVE and words.parted(i, i + 1)), 0)
    told = told or next((i for i in near if texts[i] == "that"), 0)
    if told and (words.parted(told, told + 1) or _after_a_place(scene, told)):
        return Blocked(told, words.next_mark(hit.end, whole.end), "history")
    compared = [i for i in range(max(whole.start, hit.start - 14), hit.start) if texts[i] == "than"]
    begin = compared[-1] if compared else aside_start(scene, hit.start, whole.start)
    return Blocked(begin, whole.end, "history")


_RELATIVE = frozenset(["which", "who", "whose", "that"])


def _after_a_place(scene: Scene, place: int) -> bool:
    """Whether a clause follows the name of a place: "the slice of Donetsk that Russia has held since …"."""
    return any(e.end == place and "place" in e.senses for e in scene.words.entities)


def free_of(zone: Zone, found: list[Blocked]) -> list[tuple[int, int]]:
    """The tokens of a zone that no block covers."""
    free, place = [], zone.start
    for block in sorted(found, key=lambda b: b.start):
        if block.start > place:
            free.append((place, block.start))
        place = max(place, block.end)
    if place < zone.end:
        free.append((place, zone.end))
    return free


def _has_money(scene: Scene, zone: Zone) -> bool:
    return any(True for _ in scene.entities(("money",), zone.start, zone.end))
