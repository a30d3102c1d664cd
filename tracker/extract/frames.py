"""The order-free matcher: which kinds a stretch speaks of, with their values. Knows no kind by name."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tracker.extract.capture import Catcher
from tracker.extract.lending import Captured
from tracker.extract.phrases import Hit
from tracker.plan.terms import kind_named
from tracker.semantics.choice import Choice
from tracker.semantics.condition import Condition
from tracker.semantics.fields import fields_of, key_fields
from tracker.semantics.parts import Parts
from tracker.source import Span

if TYPE_CHECKING:
    from tracker.extract.names import NameIndex
    from tracker.extract.pattern import Frame, Pattern
    from tracker.extract.scene import Scene, Stretch


_ASIDE = frozenset(["removal"])
"""Needs that are no part of what a text has: "dropped the amnesty"."""

Memory = dict[str, dict[str, list[tuple[Any, Span]]]]
"""By kind and field what the article last said, and where: the topic of a sentence that leaves it out."""


@dataclass(frozen=True)
class Candidate:
    """Terms before grounding: the raw values, the words they stand on, and where the frame stood."""

    kind: str
    values: dict[str, Any]
    grounds: dict[str, tuple[Span, ...]]
    anchor: Hit
    slots: tuple[Span, ...]
    borrowed: tuple[Span, ...]
    frame: int
    lexical: frozenset[str] = frozenset()


def candidates(
    stretch: Stretch, found: dict[str, Pattern], names: NameIndex, free: list[tuple[int, int]], memory: Memory
) -> list[Candidate]:
    """All candidates of a stretch; `free` are the tokens in which an anchor may stand."""
    listed: list[Candidate] = []
    for kind, pattern in found.items():
        if kind in stretch.scene.kinds:
            listed += _of_kind(kind, pattern, stretch, names, free, memory)
    return listed


def _of_kind(
    kind: str,
    pattern: Pattern,
    stretch: Stretch,
    names: NameIndex,
    free: list[tuple[int, int]],
    memory: Memory,
) -> list[Candidate]:
    found: list[Candidate] = []
    used: set[int] = set()
    hits = stretch.scene.hits
    for number, frame in enumerate(pattern.frames):
        if (kind, frame.needs[0]) not in hits or not all(
            (kind, slot) in hits or slot in frame.borrow for slot in frame.needs[1:]
        ):
            continue
        for anchor in stretch.scene.within((kind, frame.needs[0]), stretch.start, stretch.end):
            if anchor.start in used or not any(a <= anchor.start and anchor.end <= b for a, b in free):
                continue
            candidate = _at(kind, pattern, number, frame, anchor, stretch, names, memory)
            if candidate is not None:
                found.append(candidate)
                used.add(anchor.start)
    return _distinct(kind, found) if len(found) > 1 else found


def _at(
    kind: str,
    pattern: Pattern,
    number: int,
    frame: Frame,
    anchor: Hit,
    stretch: Stretch,
    names: NameIndex,
    memory: Memory,
) -> Candidate | None:
    scene = stretch.scene
    places, slots, borrowed = {frame.needs[0]: anchor}, [scene.span(*anchor)], []
    for slot in frame.needs[1:]:
        hits = [
            (scene.distance(anchor, hit), hit)
            for hit in scene.within((kind, slot), stretch.start, stretch.end)
        ]
        best = min(hits, default=None)
        if best is not None and best[0] <= frame.reach:
            places[slot] = best[1]
            if slot not in _ASIDE:
                slots.append(scene.span(*best[1]))
        elif slot in frame.borrow_near and (here := scene.hits.get((kind, slot))):
            borrowed.append(scene.span(*here[-1]))
        elif slot in frame.borrow and (lent := _lent(scene, (kind, slot))) is not None:
            borrowed.append(lent)
        else:
            return None
    for slot in frame.without:
        for hit in scene.within((kind, slot), stretch.start, stretch.end):
            if scene.distance(anchor, hit) <= frame.reach:
                return None
    catcher = Catcher(
        kind, names, stretch, places, dict.fromkeys(frame.values, f"{number}."), memory.get(kind, {})
    )
    for name, given in frame.give.items():
        catcher.caught.put(name, given, [])
    captures = {
        n: frame.values.get(n, c)
        for n, c in (pattern.values | frame.values).items()
        if n in frame.values or n not in frame.drop
    }
    if not catcher.catch(captures, anchor):
        return None
    caught: Captured = catcher.caught
    if any(name not in caught.values or not caught.grounds.get(name) for name in frame.having):
        return None
    return Candidate(
        kind,
        caught.values,
        {name: tuple(spans) for name, spans in caught.grounds.items()},
        anchor,
        tuple(slots),
        (*borrowed, *caught.borrowed),
        number,
        frozenset(caught.lexical) | frozenset(frame.give),
    )


def _lent(scene: Scene, tag: tuple[str, str]) -> Span | None:
    """A slot's words from the rest of the sentence, the lead-in or what stands just before."""
    for one in (scene, *scene.earlier):
        if hits := one.hits.get(tag):
            return one.span(*hits[-1])
    return None


def _distinct(kind: str, found: list[Candidate]) -> list[Candidate]:
    """One candidate per key: the earlier frame, then the fuller one.

    A kind without a key is one term per treatment: candidates are distinct if they speak of different parts.
    """
    fields = fields_of(kind_named(kind))
    keys = key_fields(kind_named(kind))
    if not keys:
        return _apart([t.name for t in fields if isinstance(t.way, Parts)], found)
    conditions = [t.name for t in fields if isinstance(t.way, (Condition, Choice))]
    best: dict[tuple[Any, ...], Candidate] = {}
    for candidate in found:
        key = tuple(str(candidate.values.get(name)) for name in keys)
        rival = best.get(key)
        if rival is not None and any(_both(candidate, rival, name) for name in conditions):
            key = (*key, *(str(candidate.values.get(name)) for name in conditions))
        rival = best.get(key)
        if rival is None or (-candidate.frame, len(candidate.values)) > (-rival.frame, len(rival.values)):
            best[key] = candidate
    return list(best.values())


def _both(one: Candidate, other: Candidate, name: str) -> bool:
    """Whether two say something else of a condition or choice, each in its own words: each is a term then."""
    return (
        one.values.get(name) != other.values.get(name)
        and bool(one.grounds.get(name) and other.grounds.get(name))
        and set(one.grounds[name]).isdisjoint(other.grounds[name])
    )


def _apart(fields: list[str], found: list[Candidate]) -> list[Candidate]:
    kept: list[tuple[Candidate, set[str]]] = []
    for candidate in sorted(found, key=lambda c: (c.frame, -len(c.values))):
        parts = {
            str(next(iter(part.values()))) for name in fields for part in candidate.values.get(name) or ()
        }
        if all(parts and other and parts.isdisjoint(other) for _, other in kept):
            kept.append((candidate, parts))
    return [candidate for candidate, _ in kept]
