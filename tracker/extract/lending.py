"""What a value can take from elsewhere: the names listed with one, and those that context lends."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tracker.extract.fitting import allowed, contains, linked, word_before
from tracker.extract.subjects import ACTING, attributive
from tracker.extract.vocabulary import word_set
from tracker.source import Span

if TYPE_CHECKING:
    from collections.abc import Iterator

    from tracker.extract.names import NameIndex
    from tracker.extract.pattern import Capture
    from tracker.extract.phrases import Hit
    from tracker.extract.scene import Scene, Stretch
    from tracker.extract.tokens import Entity

_TOGETHER = word_set("fitting", "together")
_SIDES = word_set("fitting", "sides")
_NUMBERS = {"two": 2, "three": 3, "four": 4, "five": 5, "six": 6}
_BACK = 12
"""How many passages back "those five regions", or the other side of a pact, may have been named."""


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


class Lender:
    """What is caught of one candidate, and where more of it may come from."""

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

    def _allowed(self, capture: Capture, barred: set[Any]) -> list[tuple[Entity, str]]:
        return [
            (e, s)
            for e, s in self.scene.entities(capture.source, self.stretch.start, self.stretch.end)
            if e.senses[s] not in barred and allowed(self.names, capture, s, e.senses[s], e)
        ]

    def _run(self, capture: Capture, barred: set[Any], first: Entity, near: Hit) -> tuple[Any, list[Span]]:
        """The names that are listed together with one: "Crimea, Donetsk and Luhansk"."""
        listed = self._allowed(capture, barred)
        at = next(i for i, (e, _) in enumerate(listed) if e is first)
        low = high = at
        while low > 0 and linked(self.scene, listed[low - 1][0], listed[low][0]):
            if word_before(self.scene, listed[low - 1][0]) in capture.not_after:
                break
            low -= 1
        while high + 1 < len(listed) and linked(self.scene, listed[high][0], listed[high + 1][0]):
            high += 1
        values: dict[Any, Span] = {}
        for place, (entity, sort) in enumerate(listed[low : high + 1], low):
            value = entity.senses[sort]
            if place > low and contains(self.scene, self.names, listed[place - 1][0], entity):
                continue
            for part in self.names.parts(str(value)) if sort == "place" else (value,):
                values.setdefault(self._inside(capture, part), self.scene.span(entity.start, entity.end))
        return tuple(values), list(values.values())

    def _pair(self, capture: Capture, near: Hit) -> tuple[tuple[str, ...], list[Span]] | None:
        """ "Both countries", "neither side": the two that the plans are about."""
        texts, core = self.scene.words.texts, tuple(sorted(str(party) for party in self.names.core))
        if len(core) != 2 or not capture.many or (capture.types and "state" not in capture.types):
            return None
        for place in range(self.stretch.start, self.stretch.end - 1):
            if texts[place] not in _TOGETHER or _SIDES.isdisjoint(texts[place + 1 : place + 3]):
                continue
            if self.scene.distance((place, place + 2), near) <= capture.reach:
                return core, [self.scene.span(place, place + 2)] * len(core)
        return None

    def _own_side(self, values: tuple[Any, ...]) -> tuple[Any, Span] | None:
        """ "A pact with Russia": the one left out of a pair is the one that the plans are about."""
        for scene in self._back():
            for entity, sort in scene.entities(("party",), 0, len(scene.words)):
                if (own := entity.senses[sort]) == self.names.principal and own not in values:
                    span = scene.span(entity.start, entity.end)
                    if scene is not self.scene:
                        self.caught.borrowed.append(span)
                    return own, span
        return None

    def _led_by(self, values: tuple[Any, ...]) -> tuple[Any, Span] | None:
        """ "Russia is brought back: (b) the United States concludes a pact": with the one that leads in."""
        lead = self.scene.earlier[0] if self.scene.passage.lead is not None else None
        for entity, sort in lead.entities(("party",), 0, len(lead.words)) if lead else ():
            opponent = entity.senses[sort] in self.names.core - {self.names.principal, *values}
            if opponent and lead is not None:
                span = lead.span(entity.start, entity.end)
                self.caught.borrowed.append(span)
                return entity.senses[sort], span
        return None

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
                    elif name == "member" or (
                        scene is not self.scene and {"core", "own"} <= {*capture.types}
                    ):
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
        if name == "beneficiary" and self.names.principal not in barred:
            self.caught.lexical.add(name)
            return self.names.principal, []
        rivals = self.names.core - {self.names.principal, *barred} if "opposed" in capture.types else ()
        if len(rivals) == 1:  # one opponent only: it need not be named
            self.caught.lexical.add(name)
            return next(iter(rivals)), []
        if "own" in capture.types and self.names.principal is not None:  # whose else?
            self.caught.lexical.add(name)
            return self.names.principal, []
        return None, []

    def _counted(self, capture: Capture, hit: Hit) -> tuple[Any, list[Span]]:
        """ "Those five regions": the last five places named, if so many were."""
        number = next((_NUMBERS[w] for w in self.scene.words.texts[hit.start : hit.end] if w in _NUMBERS), 0)
        found: dict[Any, Span] = {}
        for scene in self._back():
            end = hit.start if scene is self.scene else len(scene.words)
            for entity, sort in reversed([*scene.entities(capture.source, 0, end)]):
                if not allowed(self.names, capture, sort, entity.senses[sort], entity):
                    continue
                for part in self.names.parts(str(entity.senses[sort])):
                    whole = self.names.names.places[part].part_of in self.names.names.parties
                    if whole and len(found) < number:
                        found.setdefault(part, scene.span(entity.start, entity.end))
        return (tuple(found), list(found.values())) if number and len(found) == number else (None, [])

    def _back(self) -> Iterator[Scene]:
        """This scene, those a reader has in mind, and those before them, the nearest first."""
        scenes = [self.scene]
        for scene in scenes:
            yield scene
            scenes += [s for s in scene.earlier if all(s is not one for one in scenes)]
            del scenes[_BACK:]

    def _same_matter(self) -> bool:
        """Whether the names caught so far are those last said: what is said of another is not lent."""
        return all(
            self.memory[name][0][0] == value
            for name, value in self.caught.values.items()
            if isinstance(value, str) and name in self.memory and name not in self.caught.lexical
        )

    def _typed(self, capture: Capture, value: str) -> bool:
        entry = self.names.names.parties.get(value)
        own = value == self.names.principal and "own" in capture.types
        return not capture.types or entry is None or entry.type in capture.types or own

    def _inside(self, capture: Capture, value: Any) -> Any:
        if capture.inside and isinstance(value, str):
            return self.names.inside(value, capture.inside) or value
        return value
