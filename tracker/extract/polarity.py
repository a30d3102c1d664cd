"""Whether a text has something, is said to have lost it, or is said never to have had it."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.extract.frames import Candidate
    from tracker.extract.phrases import Hit
    from tracker.extract.scene import Scene
    from tracker.extract.zones import Zone
    from tracker.source import Span

_REACH = 34
_THESE = frozenset(["these", "those", "both", "such", "that", "this"])
_PARTS = frozenset(
    [
        "parts",
        "part",
        "provisions",
        "provision",
        "points",
        "clauses",
        "elements",
        "demands",
        "sections",
        "terms",
        "items",
        "passages",
        "conditions",
        "articles",
        "requirements",
        "requirement",
        "concessions",
        "restrictions",
        "limits",
        "two",
        "clause",
        "point",
        "demand",
        "section",
        "article",
    ]
)


def polarity_of(scene: Scene, zone: Zone, candidate: Candidate) -> tuple[str, Hit | None]:
    """`included`, `removed` or `denied`, with the words that say so."""
    denied = scene.hits.get(("polarity", "denied"), [])
    for hit in denied:
        if hit.start <= candidate.anchor.start or (len(denied) == 1 and zone.named):
            return "denied", hit
    for hit in scene.within(("polarity", "removed"), zone.start, zone.end):
        if any(_overlap(scene, hit, slot) for slot in candidate.slots):
            continue
        if scene.distance(hit, candidate.anchor) > _REACH:
            continue
        if _strong_mark_between(scene, hit, candidate.anchor) or _own_object(scene, hit, candidate.anchor):
            continue
        if _in_relative(scene, hit) and (
            candidate.anchor.start > hit.end or scene.distance(hit, candidate.anchor) > 9
        ):
            continue
        return "removed", hit
    return "included", None


def _overlap(scene: Scene, hit: Hit, slot: Span) -> bool:
    """ "Sanctions are removed": the word is part of what the text contains."""
    span = scene.span(*hit)
    return span.start < slot.end and slot.start < span.end


def _strong_mark_between(scene: Scene, left: Hit, right: Hit) -> bool:
    low, high = sorted((left, right))
    at = scene.words.at
    return any(at[i] - at[i - 1] >= 9 for i in range(low.end, min(high.start + 1, len(at))) if i > 0)


_PASSIVE = frozenset(
    ["was", "were", "is", "are", "be", "been", "being", "has", "have", "had", "gone", "gets", "got"]
)
_OTHER_VERBS = frozenset(
    [
        "keeps",
        "keep",
        "kept",
        "raises",
        "raised",
        "raising",
        "retains",
        "retained",
        "adds",
        "added",
        "sets",
        "set",
        "starts",
        "started",
        "bars",
        "barred",
        "includes",
        "included",
        "allows",
        "allowed",
        "leaves",
        "left",
        "calls",
        "called",
        "caps",
        "capped",
        "imposes",
        "imposed",
        "provides",
        "provided",
        "proposes",
        "proposed",
        "requires",
        "required",
        "limits",
        "increases",
        "increased",
        "replaces",
        "replaced",
        "guarantees",
        "lets",
        "tightens",
    ]
)


def _own_object(scene: Scene, hit: Hit, anchor: Hit) -> bool:
    """Whether a word of removal governs something else: "raised the cap, deleted the clause on NATO"."""
    texts, at = scene.words.texts, scene.words.at
    if anchor.end <= hit.start:
        active = texts[hit.start] not in _PASSIVE and texts[hit.start - 1] not in (
            *_PASSIVE,
            "not",
            "that",
            "which",
        )
        marks = texts[hit.start - 1] == "and" or any(
            at[i] - at[i - 1] >= 3 for i in range(anchor.end, hit.start + 1)
        )
        follows = texts[hit.end : hit.end + 1]
        inside = texts[hit.start + 1 : hit.end]
        return active and marks and not _OBJECTS.isdisjoint([*inside, *follows])
    return any(
        texts[i] in _OTHER_VERBS and (at[i] - at[i - 1] >= 3 or texts[i - 1] in ("and", "but", "also"))
        for i in range(hit.end, anchor.start)
    )


_OBJECTS = frozenset(
    [
        "the",
        "a",
        "an",
        "any",
        "all",
        "explicit",
        "its",
        "this",
        "that",
        "clauses",
        "provisions",
        "language",
        "references",
    ]
)


def _in_relative(scene: Scene, hit: Hit) -> bool:
    """ ", which has been removed,": the removal is of the word just before, not of what follows."""
    return any(
        word in ("which", "that") for word in scene.words.texts[max(0, hit.start - 4) : hit.start + 1]
    ) and (hit.start > 1)


def these_parts(scene: Scene) -> Hit | None:
    """The words of "these parts had been removed", where the passage says just that."""
    for hit in scene.hits.get(("polarity", "removed"), ()):
        before = scene.words.texts[max(0, hit.start - 6) : hit.start]
        for at, word in enumerate(before[:-1]):
            if word in _THESE and any(
                w in _PARTS for w in before[at + 1 : at + (2 if word in ("that", "this") else 4)]
            ):
                start = max(0, hit.start - 6) + at
                return type(hit)(start, hit.end)
    return None
