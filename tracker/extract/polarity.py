"""Whether a text has something, is said to have lost it, or is said never to have had it."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING

from tracker.extract.phrases import Hit
from tracker.extract.vocabulary import word_set

if TYPE_CHECKING:
    from tracker.extract.frames import Candidate
    from tracker.extract.scene import Scene
    from tracker.extract.zone import Zone
    from tracker.source import Span

_REACH = 34
_LACKED = 6
_NOT = frozenset(["not", "don't", "doesn't", "didn't"])
_REPLACING = frozenset(["replacing", "substituting", "putting"])
_LIKEWISE = 10
_FLOWS = frozenset(["gone", "disappeared", "disappears", "vanished", "vanishes"])
_WENT = frozenset(["into", "to", "on", "through", "ahead", "towards", "toward", "back"])
_ATTACKS = word_set("polarity", "attacks")
_PARTS = word_set("polarity", "parts")


def polarity_of(
    scene: Scene, zone: Zone, candidate: Candidate, free: list[tuple[int, int]] | None = None
) -> tuple[str, Hit | None]:
    """`included`, `removed` or `denied`, with the words that say so; only words in `free` can say so."""
    denied = scene.hits.get(("polarity", "denied"), [])
    for hit in denied:
        if scene.words.texts[hit.start] == "there" and _elsewhere(scene, hit, candidate.anchor):
            continue
        if hit.start <= candidate.anchor.start or (len(denied) == 1 and zone.named):
            return "denied", hit
    for hit in scene.within(("polarity", "lacks"), zone.start, zone.end):
        near = -2 <= candidate.anchor.start - hit.end < _LACKED
        negated = scene.words.texts[hit.end - 2] in _NOT
        if near and (negated or not any(_overlap(scene, hit, slot) for slot in candidate.slots)):
            return "denied", hit
    for hit in scene.within(("polarity", "removed"), zone.start, zone.end):
        if free is not None and not any(a <= hit.start and hit.end <= b for a, b in free):
            continue
        if scene.words.texts[hit.end - 1] in _FLOWS and not _WENT.isdisjoint(
            scene.words.texts[hit.end : hit.end + 1]
        ):
            continue  # "would have gone into a fund"
        if any(_overlap(scene, hit, slot) for slot in candidate.slots) or airstrikes(scene, hit):
            continue
        if scene.distance(hit, candidate.anchor) > _REACH:
            continue
        if _strong_mark_between(scene, hit, candidate.anchor) or _own_object(scene, hit, candidate.anchor):
            continue
        if scene.words.texts[hit.end - 1] in ("by", "with", "for") and candidate.anchor.start >= hit.end:
            continue  # "replaced by …": what comes in its place
        if (
            scene.words.texts[hit.end - 1] == "way"
            and "for" in scene.words.texts[hit.end : candidate.anchor.start]
        ):
            continue  # "makes way for …"
        if _REPLACING.intersection(scene.words.texts[hit.end : candidate.anchor.start]):
            continue  # "has dropped that, replacing it with …"
        if _told_apart(scene, hit, candidate.anchor):
            continue
        if _of_a_clause_between(scene, hit, candidate.anchor) or _from_which(scene, hit):
            continue
        passive = not _PASSIVE.isdisjoint(scene.words.texts[max(0, hit.start - 1) : hit.start + 1])
        if _in_relative(scene, hit) and (
            (candidate.anchor.start > hit.end and passive) or scene.distance(hit, candidate.anchor) > 9
        ):
            continue
        return "removed", hit
    if (carried := _likewise(scene, zone, candidate.anchor)) is not None:
        return "removed", carried
    if _out_at_the_end(scene, zone):
        return "removed", Hit(zone.end - 1, zone.end)
    return "included", None


def _elsewhere(scene: Scene, hit: Hit, anchor: Hit) -> bool:
    """ "There is no such line, he said, adding that …": what comes after the mark is another matter."""
    return anchor.start >= hit.end and scene.words.parted(hit.end, anchor.start + 1)


def _likewise(scene: Scene, zone: Zone, anchor: Hit) -> Hit | None:
    """ "The first is struck, and so is the one on …": the words that carry a removal on."""
    gone = scene.within(("polarity", "removed"), zone.start, zone.end)
    for hit in scene.within(("polarity", "likewise"), zone.start, zone.end):
        if gone and gone[0].end <= hit.start and 0 <= anchor.start - hit.end <= _LIKEWISE:
            return gone[0]
    return None


def _told_apart(scene: Scene, hit: Hit, anchor: Hit) -> bool:
    """ "… of 800,000 and that the amnesty is gone"; "… were removed, and the cap was raised"."""
    texts = scene.words.texts
    if anchor.end <= hit.start:
        between = texts[anchor.end : hit.start]
        return any(a in ("and", "but") and b == "that" for a, b in pairwise(between))
    if texts[hit.start] == "none":  # "None of that is left in the second, which freezes the front"
        return scene.words.parted(hit.end, anchor.start)
    passive = hit.start > 0 and not _PASSIVE.isdisjoint(texts[hit.start - 1 : hit.start + 1])
    ahead = texts[hit.end : anchor.start]
    return (
        passive
        and not {"and", "which", "instead"}.isdisjoint(ahead)
        and scene.words.parted(hit.end, anchor.start)
    )


def _of_a_clause_between(scene: Scene, hit: Hit, anchor: Hit) -> bool:
    """ "Guarantees are given, adding that a provision on payment had disappeared": the provision did."""
    texts = scene.words.texts
    return any(
        texts[i] in _PARTS
        and texts[i - 1] in ("a", "the", "any", "another")
        and ("that" in texts[anchor.end : i] or scene.words.parted(anchor.end, i))
        for i in range(anchor.end + 1, hit.start)
    )


def _from_which(scene: Scene, hit: Hit) -> bool:
    """ "A level from which the reserve is left out": something is left out of it."""
    texts = scene.words.texts[max(0, hit.start - 8) : hit.start]
    return any(pair == ("from", "which") for pair in pairwise(texts))


def _out_at_the_end(scene: Scene, zone: Zone) -> bool:
    """ "American share of profits: out"."""
    words, last = scene.words, zone.end - 1
    if last < 1 or words.texts[last] not in ("out", "gone", "deleted", "dropped", "removed", "struck"):
        return False
    return words.at[last] - words.at[last - 1] >= 3


def airstrikes(scene: Scene, hit: Hit) -> bool:
    """ "Overnight strikes that cut the power": nothing is struck from a text."""
    texts = scene.words.texts
    return texts[hit.start] == "strikes" and texts[max(0, hit.start - 1)] in _ATTACKS


def _overlap(scene: Scene, hit: Hit, slot: Span) -> bool:
    """ "Sanctions are removed": the word is part of what the text contains."""
    span = scene.span(*hit)
    inside = span.start < slot.start and slot.end < span.end  # "took the pardon out of the plan"
    return span.start < slot.end and slot.start < span.end and not inside


def _strong_mark_between(scene: Scene, left: Hit, right: Hit) -> bool:
    low, high = sorted((left, right))
    at = scene.words.at
    return any(at[i] - at[i - 1] >= 9 for i in range(low.end, min(high.start + 1, len(at))) if i > 0)


_PASSIVE = word_set("polarity", "passive")
_OTHER_VERBS = word_set("polarity", "other_verbs")


def _own_object(scene: Scene, hit: Hit, anchor: Hit) -> bool:
    """Whether a word of removal governs something else: "raised the cap, deleted the clause on NATO"."""
    texts, at = scene.words.texts, scene.words.at
    if anchor.end <= hit.start:
        if texts[hit.end - 1] == "longer" and _another_clause(texts, anchor.end, hit.start):
            return True
        active = texts[hit.start] not in _PASSIVE and texts[hit.start - 1] not in (
            *_PASSIVE,
            "not",
            "that",
            "which",
        )
        marks = texts[hit.start - 1] == "and" or scene.words.parted(anchor.end, hit.start + 1)
        follows = texts[hit.end : hit.end + 1]
        inside = texts[hit.start + 1 : hit.end]
        return active and marks and not _OBJECTS.isdisjoint([*inside, *follows])
    return any(
        texts[i] in _OTHER_VERBS and (at[i] - at[i - 1] >= 3 or texts[i - 1] in ("and", "but", "also"))
        for i in range(hit.end, anchor.start)
    )


_OBJECTS = word_set("polarity", "objects")
_AUXILIARIES = frozenset(["would", "will", "is", "are", "was", "were", "does", "do", "has", "have", "need"])


def _another_clause(texts: list[str], start: int, end: int) -> bool:
    """ "… of 800,000 and would no longer have to", "…, and that it would no longer be paid"."""
    return any(
        (texts[i] in ("and", "but") and texts[i + 1] in (*_AUXILIARIES, "that", "no"))
        or (texts[i] == "that" and texts[i - 1] in ("and", "but"))
        for i in range(max(start, end - 7), end)
    )


def _in_relative(scene: Scene, hit: Hit) -> bool:
    """ ", which has been removed,": the removal is of the word just before, not of what follows."""
    texts = scene.words.texts
    return hit.start > 1 and any(
        texts[i] == "which" or (texts[i] == "that" and texts[i - 1] not in _SAYS)
        for i in range(max(1, hit.start - 4), hit.start + 1)
    )


_SAYS = word_set("polarity", "says")
"""What a clause with "that" hangs on, where it says what somebody says."""
