"""Values from words: the words that stand for a value, lists, parts; names and figures by `named`."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.extract.fitting import allowed
from tracker.extract.named import NameCatcher
from tracker.source import Span

if TYPE_CHECKING:
    from tracker.extract.pattern import Capture
    from tracker.extract.phrases import Hit

_TURNS = frozenset(["or", "if"])
"""Words with which the next part of several begins."""


_CORE = "core-states"


def _waits(name: str, captures: dict[str, Capture]) -> bool:
    """Whether a value is what is left when another is caught, which does not depend on it."""
    others = (captures[other] for other in captures[name].excluding if other in captures)
    return any(name not in other.excluding for other in others)


class Catcher(NameCatcher):
    """Catches the values of one kind around one anchor."""

    def catch(self, captures: dict[str, Capture], anchor: Hit) -> bool:
        """Catches every value; False if one that must be there is not. Borrowing comes after all else."""
        ordered = sorted(captures.items(), key=lambda named: _waits(named[0], captures))
        for lend in (False, True):
            self._lend = lend
            for name, capture in ordered:
                if name in self.caught.values or (lend and not capture.context):
                    continue
                near = self._place(capture.near, anchor)
                find = self._parts if capture.parts else self._value
                value, spans = find(name, capture, near, self.own.get(name, ""))
                if value is not None:
                    self.caught.put(name, value, spans)
                elif capture.required and (lend or not capture.context):
                    return False
        return True

    def _value(self, name: str, capture: Capture, near: Hit, route: str = "") -> tuple[Any, list[Span]]:
        if capture.when and not self._there(capture.when):
            return None, []
        if any(
            self.scene.within((self.kind, slot), self.stretch.start, self.stretch.end)
            for slot in capture.unless
        ):
            return None, []
        if capture.source:
            value, spans = self._name(name, capture, near, (self.kind, f"{route}{name}", "marked"))
            if value is not None:
                return value, spans
        if capture.repeat and (hits := self._near((self.kind, f"{route}{name}", "repeat"), capture, near)):
            if capture.many:
                values, spans = self._counted(capture, hits[0][1])
                if values is not None:
                    self.caught.lexical.add(name)
                return values, spans
            for scene in (self.scene, *self.scene.earlier):
                end = hits[0][1].start if scene is self.scene else len(scene.words)
                earlier = [
                    (e, sort)
                    for e, sort in scene.entities(capture.source, 0, end)
                    if e.end <= end and allowed(self.names, capture, sort, e.senses[sort], e)
                ]
                if earlier:
                    entity, sort = earlier[-1]
                    return entity.senses[sort], [scene.span(entity.start, entity.end)]
        if capture.choose:
            value, spans = self._choice(name, capture, near, route)
            if value is not None:
                self.caught.lexical.add(name)
                return self._core(value), spans
        if capture.default is not None:
            self.caught.lexical.add(name)
            return ((capture.default,) if capture.every or capture.many else capture.default), []
        return None, []

    def _core(self, value: Any) -> Any:
        """ "Both countries": the states that the plans are about, unless they are more or fewer.

        "Ukrainian and Russian media": the `core-media` of both, each under the word for what is its own;
        words that stand for two such things join them with `+`.
        """
        if len(self.names.core) != 2:
            return value
        states = sorted(
            (state for state in self.names.core if state), key=lambda s: s != self.names.principal
        )
        if value in (_CORE, (_CORE,)):
            return tuple(states)
        if isinstance(value, tuple) and any(one.startswith("core-") for one in value):
            own = [(*self.names.names.parties[state].variants, state)[0].lower() for state in states]
            each = [one.removeprefix("core-") for several in value for one in several.split("+")]
            return tuple(f"{word}-{one}" for one in each for word in own)
        return value

    def _there(self, slots: tuple[str, ...]) -> bool:
        return any(
            slot in self.places or self.scene.within((self.kind, slot), self.stretch.start, self.stretch.end)
            for slot in slots
        )

    def _place(self, slot: str | None, anchor: Hit) -> Hit:
        """Where a value is looked for: at a slot of the frame, at other words near by, at the anchor."""
        if slot is None or slot in self.places:
            return self.places.get(slot or "", anchor)
        hits = self.scene.within((self.kind, slot), self.stretch.start, self.stretch.end)
        return min(hits, key=lambda hit: self.scene.distance(hit, anchor), default=anchor)

    def _choice(self, name: str, capture: Capture, near: Hit, route: str) -> tuple[Any, list[Span]]:
        found: list[tuple[int, int, int, str, Hit]] = []
        for order, value in enumerate(capture.choose):
            for far, hit in self._near((self.kind, f"{route}{name}", value), capture, near):
                found.append((far, hit.start - hit.end, order, value, hit))
        if not found:
            return None, []
        if capture.every and len({value for *_, value, _ in found}) < capture.at_least:
            return None, []
        if capture.every:
            chosen: dict[str, Hit] = {}
            taken: list[Hit] = []
            for *_, value, hit in sorted(found, key=lambda f: (f[4].start, f[1])):
                if not any(hit.start < other.end and other.start < hit.end for other in taken):
                    taken.append(hit)
                    chosen.setdefault(value, hit)
            listed = [v for v in capture.choose if v in chosen] if capture.canonical else list(chosen)
            return tuple(listed), [self.scene.span(*hit) for hit in chosen.values()]
        wins = [f for f in found if f[3] in capture.first and f[0] <= 8]
        *_, value, hit = min(wins or found)
        if wins:
            return value, [self.scene.span(*hit)]
        # a longer phrase around the nearest one says more: "de facto" in "not even de facto"
        for _, _, _, other, wide in found:
            if (
                wide.start <= hit.start
                and hit.end <= wide.end
                and wide.end - wide.start > hit.end - hit.start
            ):
                value, hit = other, wide
        return value, [self.scene.span(*hit)]

    def chosen(self, name: str, capture: Capture, near: Hit, route: str) -> tuple[Any, list[Span]]:
        """The value that words around a place stand for, whatever else the kind has."""
        return self._choice(name, capture, near, route)

    def _of_another(self, spec: Capture, own: Hit, keys: list[Hit], spans: list[Span]) -> bool:
        """ "Invades or, without cause, fires a missile": words nearer to another part are its own."""
        if not spec.choose or spec.default is not None or not spans:
            return False
        starts = self.scene.words.starts
        at = next(i for i, start in enumerate(starts) if start >= spans[0].start)
        end = next((i for i, start in enumerate(starts) if start >= spans[0].end), len(starts))
        texts = self.scene.words.texts

        def away(key: Hit) -> int:
            low, high = sorted((key, (at, end)))
            turns = sum(word in _TURNS for word in texts[low[1] : high[0]])
            return self.scene.distance(key, (at, end)) + 3 * turns

        return any(away(key) < away(own) for key in keys)

    def _parts(self, name: str, capture: Capture, near: Hit, route: str) -> tuple[Any, list[Span]]:
        """Keyed parts: the key's values give one part each, with the other fields caught near it."""
        if capture.when and not self._there(capture.when):
            return None, []
        key, first = next(iter(capture.parts.items()))
        rest = {field_: spec for field_, spec in capture.parts.items() if field_ != key}
        keyed: list[tuple[Any, Hit, list[Span]]] = []
        if first.source:
            values, spans = self._name(key, first, near, (self.kind, f"{route}{name}.{key}", "marked"))
            values = values if isinstance(values, tuple) else (values,) if values is not None else ()
            keyed = [(value, near, [span]) for value, span in zip(values, spans, strict=False)]
        else:
            seen = set()
            for value in first.choose:
                hits = self._near((self.kind, f"{route}{name}.{key}", value), first, near)
                for _, hit in sorted(hits, key=lambda found: (found[0], found[1].start - found[1].end)):
                    if value not in seen and not any(
                        hit.start < h.end and h.start < hit.end for _, h, _ in keyed
                    ):
                        seen.add(value)
                        keyed.append((value, hit, [self.scene.span(*hit)]))
            keyed.sort(key=lambda k: k[1].start)
            if not keyed and first.default is not None:
                keyed = [(first.default, near, [])]
        if len(keyed) < capture.at_least:
            return None, []
        parts, spans = [], []
        for value, hit, its in keyed:
            part = {key: value}
            spans += its
            for field_, spec in rest.items():
                found, more = self._value(field_, spec, hit if not first.source else near, f"{route}{name}.")
                if found is not None and not self._of_another(spec, hit, [k[1] for k in keyed], more):
                    part[field_] = found
                    spans += more
                elif spec.required:
                    break
            else:
                parts.append(part)
        return (tuple(parts) or None), spans
