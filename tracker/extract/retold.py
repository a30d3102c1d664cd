"""What a stretch tells of the matter of the one before: that another text keeps it, or words it otherwise."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.extract.capture import Catcher
from tracker.extract.phrases import Hit
from tracker.extract.scene import Stretch
from tracker.extract.vocabulary import word_set
from tracker.plan.terms import kind_named
from tracker.semantics.fields import key_fields

if TYPE_CHECKING:
    from tracker.extract.frames import Candidate
    from tracker.extract.names import NameIndex
    from tracker.extract.pattern import Pattern
    from tracker.extract.scene import Scene
    from tracker.extract.zone import Zone

_KEEPS = word_set("retold", "keeps")
_NOT = frozenset(["not", "no", "neither", "nor", "never", "nothing"])
_SHORT = 16
"""Words; a longer stretch says itself what it keeps."""


def keeps(scene: Scene, zone: Zone) -> bool:
    """ "…, and was kept by the three": the text has what the one before has."""
    texts = scene.words.texts[zone.start : zone.end]
    gone = scene.within(("polarity", "removed"), zone.start, zone.end)
    return len(texts) <= _SHORT and not gone and "not" not in texts and not _KEEPS.isdisjoint(texts)


def reworded(
    scene: Scene, candidate: Candidate, zone: Zone, pattern: Pattern, names: NameIndex
) -> Candidate | None:
    """ "100 days became "as soon as possible" in the second": the candidate with the words of the stretch."""
    if not _NOT.isdisjoint(scene.words.texts[zone.start : zone.end]):
        return None
    frame = pattern.frames[candidate.frame]
    catcher = Catcher(candidate.kind, names, Stretch(scene, zone.start, zone.end), {}, {}, {})
    captures = {n: c for n, c in (pattern.values | frame.values).items() if c.choose and n not in frame.drop}
    for name, capture in captures.items():
        route = f"{candidate.frame}." if name in frame.values else ""
        value, spans = catcher.chosen(name, capture, Hit(zone.start, zone.end), route)
        if value is not None:
            catcher.caught.put(name, value, spans)
    said = catcher.caught.values
    if not any(candidate.values.get(name, value) != value for name, value in said.items()) and (
        not said or zone.end - zone.start > _SHORT
    ):
        return None
    keys = key_fields(kind_named(candidate.kind))
    kept = {n: v for n, v in candidate.values.items() if n in keys or n not in captures}
    grounds = {n: spans for n, spans in candidate.grounds.items() if n in kept}
    told = {n: tuple(spans) for n, spans in catcher.caught.grounds.items()}
    return replace(
        candidate,
        values={**kept, **said},
        grounds={**grounds, **told},
        slots=tuple(span for spans in told.values() for span in spans),
        lexical=candidate.lexical | frozenset(said),
    )
