"""Figures set against one another: "800,000 instead of the 600,000 that the first draft had"."""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.extract.phrases import Hit
from tracker.extract.sorts import sorts_of
from tracker.plan.terms import kind_named
from tracker.semantics.fields import key_fields

if TYPE_CHECKING:
    from tracker.extract.frames import Candidate
    from tracker.extract.scene import Scene
    from tracker.extract.tokens import Entity
    from tracker.extract.zone import Zone

_SHORT = 16
"""Words; a longer stretch says itself what its figure is of."""

_SORTS = ("count", "money", "share", "duration")


def with_other_figure(scene: Scene, candidate: Candidate, free: list[tuple[int, int]]) -> Candidate | None:
    """A candidate with the one figure of like sort that stands elsewhere in its sentence, or None."""
    held = _figure(scene, candidate)
    if held is None:
        return None
    name, sort, value = held
    found = [
        entity
        for entity in scene.words.entities
        if sort in entity.senses
        and entity.senses[sort] != value
        and any(start <= entity.start and entity.end <= end for start, end in free)
    ]
    if len(found) != 1 or not _alike(value, found[0].senses[sort]):
        return None
    keys = key_fields(kind_named(candidate.kind))
    kept = {n: v for n, v in candidate.values.items() if n in keys or n == name}
    grounds = {n: spans for n, spans in candidate.grounds.items() if n in kept}
    place = scene.span(found[0].start, found[0].end)
    return replace(
        candidate,
        values={**kept, name: found[0].senses[sort]},
        grounds={**grounds, name: (place, *candidate.slots)},
        slots=(place,),
    )


def with_figure_alone(scene: Scene, candidate: Candidate, zone: Zone) -> Candidate | None:
    """ "The first draft allowed only 600,000.": a figure alone, after a sentence on the matter."""
    entities = [e for e in scene.words.entities if zone.start <= e.start and e.end <= zone.end]
    figures = [(e, s) for e in entities for s in _SORTS if s in e.senses]
    if zone.end - zone.start > _SHORT or len(figures) != 1:
        return None
    (entity, sort) = figures[0]
    known_sorts = sorts_of(kind_named(candidate.kind)).items()
    fields = [name for name, known in known_sorts if known == sort and "." not in name]
    if len(fields) != 1:
        return None
    name, value = fields[0], entity.senses[sort]
    known = candidate.values.get(name)
    if known == value or (known is not None and not _alike(known, value)):
        return None
    keys = key_fields(kind_named(candidate.kind))
    kept = {n: v for n, v in candidate.values.items() if n in keys}
    place = scene.span(entity.start, entity.end)
    lent = (span for n, spans in candidate.grounds.items() if n in keys for span in spans)
    return replace(
        candidate,
        values={**kept, name: value},
        grounds={name: (place,)},
        anchor=Hit(entity.start, entity.end),
        slots=(place,),
        borrowed=tuple(dict.fromkeys((*candidate.slots, *lent))),
    )


def _figure(scene: Scene, candidate: Candidate) -> tuple[str, str, object] | None:
    """The one value of a candidate that is a figure of its sentence: field, sort, value."""
    found: list[tuple[str, str, object]] = []
    spans: dict[object, Entity] = {scene.span(e.start, e.end): e for e in scene.words.entities}
    for name, places in candidate.grounds.items():
        entities = [spans[place] for place in places if place in spans and name in candidate.values]
        found += [(name, s, candidate.values[name]) for e in entities for s in _SORTS if s in e.senses]
    return found[0] if len(found) == 1 and not isinstance(found[0][2], (dict, tuple)) else None


def _alike(left: object, right: object) -> bool:
    """Counts are set against one another only within reach of each other: no year against an army."""
    if isinstance(left, int) and isinstance(right, int):
        return left < 20 * right and right < 20 * left
    return True
