"""Values that are names or figures: the nearest that can be meant."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.extract.fitting import allowed, named_inside, of_a_chamber, only_compared, word_before
from tracker.extract.lending import Lender
from tracker.extract.subjects import ACTING, attacked, of_next_clause, owner, penalty, subject_before
from tracker.source import Span

if TYPE_CHECKING:
    from tracker.extract.pattern import Capture
    from tracker.extract.phrases import Hit
    from tracker.extract.tokens import Entity

_PROTECTING = frozenset(["guarantors"])
"""Fields of those who protect: the protected one is none of them, nor is their own name."""

_PAIRED = frozenset(["parties", "party"])
"""Fields that "both countries" may name."""

_GUARANTEED = _PROTECTING | {"beneficiary"}
"""Fields of which a chamber that votes on the matter is no value."""


class NameCatcher(Lender):
    """Catches names and figures of one kind around one anchor."""

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
                or (acting and attacked(self.scene, entity))
                or (name in _GUARANTEED and of_a_chamber(self.scene, entity))
                or (
                    name in ("parties", "members", "beneficiary")
                    and of_next_clause(self.scene, entity, near.end)
                )
            ):
                continue
            sizes = [self._size(h, entity) for h in marked if entity.start == h.start or entity.end == h.end]
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
            form = self.scene.words.texts[near.start : near.end]
            led = any(e.end == near.end for e, _ in self.scene.entities(("person",), near.start, near.end))
            found = self.names.body_of(self.scene.words.texts[low:high], form[:1] if led else form, led)
            return found, [self.scene.span(*near)]
        if not options and name in _PAIRED and (pair := self._pair(capture, near)):
            self.caught.lexical.update(mark[1].split("."))  # the field, and that which it is part of
            return pair
        if options:
            _, _, entity, sort = min(options, key=lambda o: o[:2])
            if capture.many:
                values, spans = self._run(capture, barred, entity, near)
                listed = [e for far, _, e, _ in options if far < 0 and capture.every]
                end = self._other_end(capture, barred, entity, marked)
                for first in listed if end is None else (*listed, end):
                    more, also = self._run(capture, barred, first, near)
                    values, spans = tuple(dict.fromkeys((*values, *more))), [*spans, *also]
                one_side = len(values) == 1 or word_before(self.scene, entity) == "with"
                if marked and one_side and capture.at_least == 2 and (own := self._own_side(values)):
                    values, spans = (*values, own[0]), [*spans, own[1]]
                    self.caught.lexical.update(mark[1].split("."))
                if capture.joins and len(values) == 1 and (opponent := self._led_by(values)):
                    values, spans = (*values, opponent[0]), [*spans, opponent[1]]
                if len(values) >= capture.at_least:
                    return values, spans
                pair = self._pair(capture, near) if name in _PAIRED else None
                return pair or (None, [])
            return self._inside(capture, entity.senses[sort]), [self.scene.span(entity.start, entity.end)]
        if capture.context and self._lend:
            return self._from_context(name, capture, barred)
        return None, []

    def _size(self, hit: Hit, entity: Entity) -> int:
        """How many words mark a name; its own, and articles, say nothing of how near they are."""
        texts = self.scene.words.texts[hit.start : hit.end]
        return len(texts) - (entity.end - entity.start) - texts.count("the")

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
