"""Values that are names or figures: the nearest that can be meant, a list's subject, what context lends."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tracker.extract.fitting import allowed, linked, named_inside, only_compared, word_before
from tracker.extract.subjects import ACTING, attributive, owner, penalty, subject_before
from tracker.source import Span

if TYPE_CHECKING:
    from tracker.extract.names import NameIndex
    from tracker.extract.pattern import Capture
    from tracker.extract.phrases import Hit
    from tracker.extract.scene import Scene, Stretch
    from tracker.extract.tokens import Entity

_PROTECTING = frozenset(["guarantors"])
"""Fields of those who protect: the protected one is none of them, nor is their own name."""


@dataclass
class Captured:
    """The values of one candidate and the words each stands on."""

    values: dict[str, Any] = field(default_factory=dict)
    grounds: dict[str, list[Span]] = field(default_factory=dict)
    borrowed: list[Span] = field(default_factory=list)
    lexical: set[str] = field(default_factory=set)
    """The fields whose value is what a word means, not a name or figure that must be found again."""

    def put(self, name: str, value: Any, spans: list[Span]) -> None:
        self.values[name] = value
        self.grounds[name] = spans


class NameCatcher:
    """Catches names and figures of one kind around one anchor."""

    def __init__(
        self,
        kind: str,
        names: NameIndex,
        stretch: Stretch,
        places: dict[str, Hit],
        own: dict[str, str],
        memory: dict[str, list[tuple[Any, Span]]],
    ) -> None:
        self.own, self.memory = own, memory
        self._lend = False
        self.kind, self.names, self.stretch = kind, names, stretch
        self.scene: Scene = stretch.scene
        self.places = places
        self.caught = Captured()

    def _near(self, tag: tuple[str, ...], capture: Capture, near: Hit) -> list[tuple[int, Hit]]:
        found = []
        side = None if tag[-1] == "marked" else capture.side
        for hit in self.scene.within(tag, self.stretch.start, self.stretch.end):
            if (side == "before" and hit.start >= near.end) or (side == "after" and hit.end <= near.start):
                continue
            if (far := self.scene.distance(hit, near)) <= capture.reach:
                found.append((far, hit))
        return sorted(found)

    def _name(
        self, name: str, capture: Capture, near: Hit, mark: tuple[str, ...] = ()
    ) -> tuple[Any, list[Span]]:
        barred = {
            self.caught.values.get(other)
            for other in capture.excluding
            if not isinstance(self.caught.values.get(other), tuple)
        }
        for other in capture.excluding:
            if isinstance(self.caught.values.get(other), tuple):
                barred |= set(self.caught.values[other])
            elif other not in self.caught.values:
                barred |= {value for value, _ in self.memory.get(other, ()) if isinstance(value, str)}
        if capture.at_least > 1 and (named := named_inside(self.scene, self.names, near)):
            self.caught.lexical.add(name)
            return named, [self.scene.span(*near)]
        if name in _PROTECTING:
            barred |= {name, self.names.principal}
        options, aside = [], 0
        acting = name in ACTING and not capture.many
        marked = [hit for _, hit in self._near(mark, capture, near)] if capture.marked else []
        for entity, sort in self.scene.entities(capture.source, self.stretch.start, self.stretch.end):
            value = entity.senses[sort]
            if (
                value in barred
                or not allowed(self.names, capture, sort, value, entity)
                or only_compared(self.stretch, entity, sort)
                or owner(self.scene, entity, self.names)
            ):
                continue
            sizes = [h.end - h.start for h in marked if h.start == entity.start or h.end == entity.end]
            if sizes:
                away = self.scene.distance((entity.start, entity.end), near)
                options.append((-100 + min(sizes), away, entity, sort))
                continue
            if capture.not_after and word_before(self.scene, entity) in capture.not_after:
                continue
            if capture.only_marked:
                continue
            if (capture.side == "before" and entity.start >= near.end) or (
                capture.side == "after" and entity.end <= near.start
            ):
                continue
            far = self.scene.distance((entity.start, entity.end), near)
            if far <= capture.reach:
                if acting and sort == "party":
                    put_back = penalty(self.scene, entity, near.start, near.end)
                    far, aside = far + put_back, aside + bool(put_back)
                options.append((far, entity.start, entity, sort))
        if acting and len(options) == aside and not capture.only_marked:
            subject = subject_before(self.scene, self._allowed(capture, barred), near.start, barred)
            if subject is not None:
                options = [(0, subject[0].start, *subject)]
        if not options and capture.unique and capture.inside and (only := self.names.only(capture.inside)):
            return only, []
        if not options and "body" in capture.source:
            low, high = max(self.stretch.start, near.start - 9), min(self.stretch.end, near.end + 9)
            found = self.names.body_of(
                self.scene.words.texts[low:high], self.scene.words.texts[near.start : near.end]
            )
            return found, [self.scene.span(*near)]
        if options:
            _, _, entity, sort = min(options, key=lambda o: o[:2])
            if capture.many:
                values, spans = self._run(capture, barred, entity, near)
                listed = [e for far, _, e, _ in options if far < 0 and capture.every]
                end = self._other_end(capture, barred, entity, marked)
                for first in listed if end is None else (*listed, end):
                    more, also = self._run(capture, barred, first, near)
                    values, spans = tuple(dict.fromkeys((*values, *more))), [*spans, *also]
                if marked and len(values) == 1 and capture.at_least == 2 and (own := self._own_side(values)):
                    values, spans = (*values, own[0]), [*spans, own[1]]
                return (values, spans) if len(values) >= capture.at_least else (None, [])
            return self._inside(capture, entity.senses[sort]), [self.scene.span(entity.start, entity.end)]
        if capture.context and self._lend:
            return self._from_context(name, capture, barred)
        return None, []

    def _own_side(self, values: tuple[Any, ...]) -> tuple[Any, Span] | None:
        """ "A pact with Russia": the one left out of a pair is the one that the plans are about."""
        for scene in (self.scene, *self.scene.earlier):
            for entity, sort in scene.entities(("party",), 0, len(scene.words)):
                if (own := entity.senses[sort]) == self.names.principal and own not in values:
                    span = scene.span(entity.start, entity.end)
                    if scene is not self.scene:
                        self.caught.borrowed.append(span)
                    return own, span
        return None

    def _other_end(
        self, capture: Capture, barred: set[Any], entity: Entity, marked: list[Hit]
    ) -> Entity | None:
        """ "Ukraine gets an agreement with America": words that begin and end with a name name both."""
        listed = [e for e, _ in self._allowed(capture, barred) if e is not entity]
        for hit in sorted(marked, key=lambda h: h.end - h.start):
            if hit.start == entity.start or hit.end == entity.end:
                for other in listed:
                    if other.start == hit.start or other.end == hit.end:
                        return other
        return None

    def _allowed(self, capture: Capture, barred: set[Any]) -> list[tuple[Entity, str]]:
        return [
            (e, s)
            for e, s in self.scene.entities(capture.source, self.stretch.start, self.stretch.end)
            if e.senses[s] not in barred and allowed(self.names, capture, s, e.senses[s], e)
        ]

    def _from_context(self, name: str, capture: Capture, barred: set[Any]) -> tuple[Any, list[Span]]:
        """From what was last said of the kind, the sentence, its lead-in, and what stands before."""
        for value, span in self.memory.get(name, ()) if self._same_matter() else ():
            fits = isinstance(value, str) and not capture.many and self._typed(capture, value)
            if fits and value not in barred:
                self.caught.borrowed.append(span)
                return value, [span]
        for scene in (self.scene, *self.scene.earlier):
            found = [
                (e, s)
                for e, s in scene.entities(capture.source, 0, len(scene.words))
                if e.senses[s] not in barred and allowed(self.names, capture, s, e.senses[s], e)
            ]
            acts = [f for f in found if word_before(scene, f[0]) not in capture.not_after]
            if found := acts if capture.not_after else found:
                entity, sort = found[0] if scene is self.scene else found[-1]
                if name in ACTING:
                    core = [
                        f
                        for f in found
                        if f[0].senses[f[1]] in self.names.core and not attributive(scene, f[0])
                    ]
                    weak = not core and scene is self.scene and any(attributive(scene, f[0]) for f in found)
                    if weak and self.scene.earlier:
                        continue
                    if core:
                        entity, sort = core[0] if scene is self.scene else core[-1]
                    ours = [f for f in core if f[0].senses[f[1]] == self.names.principal]
                    if ours and (scene is not self.scene or name == "member"):
                        entity, sort = ours[-1]
                    elif name == "member":
                        continue
                elif name in ("beneficiary", "host"):
                    ours = [f for f in found if f[0].senses[f[1]] == self.names.principal]
                    if not ours:
                        continue
                    entity, sort = ours[0]
                span = scene.span(entity.start, entity.end)
                if scene is not self.scene:
                    self.caught.borrowed.append(span)
                value = self._inside(capture, entity.senses[sort])
                return ((value,) if capture.many else value), [span]
        return None, []

    def _same_matter(self) -> bool:
        """Whether the names caught so far are those last said: what is said of another is not lent."""
        return all(
            self.memory[name][0][0] == value
            for name, value in self.caught.values.items()
            if isinstance(value, str) and name in self.memory and name not in self.caught.lexical
        )

    def _typed(self, capture: Capture, value: str) -> bool:
        entry = self.names.names.parties.get(value)
        return not capture.types or entry is None or entry.type in capture.types

    def _inside(self, capture: Capture, value: Any) -> Any:
        if capture.inside and isinstance(value, str):
            return self.names.inside(value, capture.inside) or value
        return value

    def _run(self, capture: Capture, barred: set[Any], first: Entity, near: Hit) -> tuple[Any, list[Span]]:
        """The names that are listed together with one: "Crimea, Donetsk and Luhansk"."""
        listed = self._allowed(capture, barred)
        at = next(i for i, (e, _) in enumerate(listed) if e is first)
        low = high = at
        while low > 0 and linked(self.scene, listed[low - 1][0], listed[low][0]):
            low -= 1
        while high + 1 < len(listed) and linked(self.scene, listed[high][0], listed[high + 1][0]):
            high += 1
        values: dict[Any, Span] = {}
        for entity, sort in listed[low : high + 1]:
            value = entity.senses[sort]
            for part in self.names.parts(str(value)) if sort == "place" else (value,):
                values.setdefault(self._inside(capture, part), self.scene.span(entity.start, entity.end))
        return tuple(values), list(values.values())
