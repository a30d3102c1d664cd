"""Parts that were told before and are pointed to: "these parts had been removed", "that clause is gone"."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.extract.phrases import Hit
from tracker.extract.polarity import airstrikes
from tracker.extract.vocabulary import word_set

if TYPE_CHECKING:
    from tracker.extract.scene import Scene

_THESE = frozenset(["these", "those", "both", "such", "that", "this", "all"])
_PARTS = word_set("polarity", "parts")
_SURVIVES = frozenset(["survived", "survives", "made", "remains", "remained", "stayed", "is", "was"])
PRONOUNS = frozenset(["it", "that", "this", "them", "those", "these"])
"""What stands for a matter told before."""

_WHOLLY = word_set("polarity", "wholly")
_POINTING = frozenset(["the", "that", "this", "those", "these", "both"])


def these_parts(scene: Scene) -> Hit | None:
    """The words of "these parts had been removed", where the passage says just that."""
    texts = scene.words.texts
    for hit in scene.hits.get(("polarity", "removed"), ()) if texts[:2] == ["none", "of"] else ():
        if hit.start == 0:  # "None of that is left"
            return hit
    if (
        texts[:1] == ["neither"]
        and not _PARTS.isdisjoint(texts[1:2])
        and not _SURVIVES.isdisjoint(texts[2:4])
    ):
        return Hit(0, 3)
    for hit in scene.hits.get(("polarity", "removed"), ()):
        if airstrikes(scene, hit):
            continue
        before = scene.words.texts[max(0, hit.start - 6) : hit.start]
        for at, word in enumerate(before[:-1]):
            if word in _THESE and any(
                w in _PARTS for w in before[at + 1 : at + (2 if word in ("that", "this") else 4)]
            ):
                start = max(0, hit.start - 6) + at
                return type(hit)(start, hit.end)
        pointed = scene.words.texts[hit.end : hit.end + 2]
        if len(pointed) == 2 and pointed[0] in _THESE and pointed[1] in _PARTS:
            return Hit(hit.start, hit.end + 2)
        if _whole_object(scene, hit) or _whole_subject(scene, hit) or _pronoun(scene, hit):
            return hit
    return None


def points_back(scene: Scene, hit: Hit) -> bool:
    """ "Crossed out that arrangement": the words say themselves that it was told before."""
    if scene.words.texts[:2] == ["none", "of"] or (
        hit.start == 1 and scene.words.texts[0] in ("this", "that")
    ):
        return True
    said = scene.words.texts[hit.end - 2 : hit.end]
    return said[0] in ("this", "that", "these", "those") and said[1] in _PARTS


def _whole_object(scene: Scene, hit: Hit) -> bool:
    """ "deletes the point entirely": what stands before, all of it."""
    texts = scene.words.texts
    said = texts[hit.start : hit.end]
    if said[-1] not in _PARTS or _POINTING.isdisjoint(said):
        return False
    return hit.end >= len(texts) or texts[hit.end] in _WHOLLY or scene.words.parted(hit.end, hit.end + 1)


def _whole_subject(scene: Scene, hit: Hit) -> bool:
    """ "The clause was struck out": what stands before, where the sentence says of what it was nothing."""
    texts = scene.words.texts
    if texts[:1] in (["that"], ["this"], ["it"]) and hit.start == 1:
        return True  # "This has been removed from the other"
    if texts[:1] in (["that"], ["this"]) and hit.start == 2 and scene.passage.kind != "item":
        return True  # "That cap is no longer in the document"
    first = next((i for i, w in enumerate(texts[:4]) if w in _POINTING), None)
    return first is not None and hit.start - first == 2 and texts[first + 1] in _PARTS


def _pronoun(scene: Scene, hit: Hit) -> bool:
    """ "No, that's been cut", "had already binned it": what stands before goes by a pronoun."""
    texts = scene.words.texts
    said = texts[max(0, hit.start - 1) : hit.end]
    if said[0] in ("it", "that") and (len(texts) <= 12 or texts[hit.start - 2 : hit.start - 1] == ["that"]):
        return True
    ends = (
        said[-1] in ("it", "that", "them", "both")
        or not PRONOUNS.isdisjoint(said[2:-1])
        or (hit.start <= 2 and said[0] in ("it", "it's", "that's", "that"))
    )
    return ends and len(texts) <= 24
