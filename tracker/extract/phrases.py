"""An index of phrases (`tracker.extract.notation`) that finds all of them in one walk over the words.

Everything is bounded: no phrase can make the walk longer than the text.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, NamedTuple

from tracker.extract.notation import parse
from tracker.extract.vocabulary import word_set

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from tracker.extract.notation import Element
    from tracker.extract.tokens import Words

    _Entry = tuple[tuple[Element, ...], Hashable]

_OFTEN = 12
"""How much more often a common small word stands in a text than another."""

_LONGEST = 24
"""Letters of a word that are compared with beginnings of words."""


class Hit(NamedTuple):
    """A phrase found: tokens `start` to `end` (exclusive)."""

    start: int
    end: int


class _Group(NamedTuple):
    """Phrases that go on alike: their order, how they go on, their tags, and words they cannot do without."""

    order: int
    rest: tuple[Element, ...]
    tags: tuple[Hashable, ...]
    asked: frozenset[str]


@dataclass(frozen=True)
class _Beginning:
    """The phrases that begin alike: those that are over; by a word that must stand near, with how near, those
    that go on; and those of which no such word is known. `span` is the farthest that a word may stand."""

    over: tuple[Hashable, ...]
    near: dict[str, tuple[tuple[int, _Group], ...]]
    span: int
    others: tuple[_Group, ...]


class Index:
    """Finds every phrase of every tag in one walk."""

    def __init__(self) -> None:
        self._exact: dict[str, list[_Entry]] = {}
        self._begins: dict[str, list[_Entry]] = {}
        self._sorts: dict[str, list[_Entry]] = {}
        self._known: dict[str, _Beginning] = {}
        self._known_sorts: dict[str, _Beginning] = {}

    def add(self, tag: Hashable, phrases: Iterable[str], lists: dict[str, list[str]] | None = None) -> None:
        """Adds phrases under a tag. Raises ValueError for one that cannot be matched."""
        for phrase in phrases:
            first, *rest = parse(phrase, lists)
            entry = (tuple(rest), tag)
            for word in first.exact:
                self._exact.setdefault(word, []).append(entry)
            for word in first.begins:
                self._begins.setdefault(word, []).append(entry)
            for sort in first.sorts:
                self._sorts.setdefault(sort, []).append(entry)
        self._known.clear()
        self._known_sorts.clear()

    def _starting(self, word: str) -> _Beginning:
        found = self._known.get(word)
        if found is None:
            listed = list(self._exact.get(word, ()))
            for size in range(2, min(len(word), _LONGEST) + 1):
                listed += self._begins.get(word[:size], ())
            if len(self._known) > 50_000:  # a text of nonsense words must not fill the memory
                self._known.clear()
            found = self._known[word] = _grouped(listed)
        return found

    def _naming(self, sort: str) -> _Beginning:
        found = self._known_sorts.get(sort)
        if found is None:
            found = self._known_sorts[sort] = _grouped(self._sorts.get(sort, []))
        return found

    def walk(self, words: Words) -> dict[Hashable, list[Hit]]:
        """All hits by tag, in the order of the text."""
        hits: dict[Hashable, list[Hit]] = {}
        present = frozenset(words.texts)
        for place, word in enumerate(words.texts):
            _collect(hits, self._starting(word), words, present, place, place + 1)
            for entity in words.beginning.get(place, ()):
                for sort in entity.senses:
                    _collect(hits, self._naming(sort), words, present, place, entity.end)
        return hits


def _grouped(listed: list[_Entry]) -> _Beginning:
    """Phrases that go on alike are tried once for all their tags."""
    groups: dict[tuple[Element, ...], list[Hashable]] = {}
    for rest, tag in listed:
        groups.setdefault(rest, []).append(tag)
    near: dict[str, list[tuple[int, _Group]]] = {}
    others: list[_Group] = []
    span = 0
    for order, (rest, tags) in enumerate(groups.items()):
        if not rest:
            continue
        words, reach = _next(rest)
        asked = _asked(rest)
        late = 0 if _plain(rest[0]) else len(groups)  # a known next word comes first
        group = _Group(order + late, rest, tuple(tags), frozenset() if asked is words else asked)
        for word in words:
            near.setdefault(word, []).append((reach, group))
        if words:
            span = max(span, reach)
        else:
            others.append(group)
    return _Beginning(
        tuple(groups.get((), ())), {word: tuple(found) for word, found in near.items()}, span, tuple(others)
    )


def _plain(element: Element) -> bool:
    """Whether only whole words fit, and one must be there."""
    return bool(element.exact) and not (element.begins or element.sorts or element.gap or element.optional)


def _asked(rest: tuple[Element, ...]) -> frozenset[str]:
    """Words one of which the rest of a phrase cannot do without; empty if none is known."""
    return min((e.exact for e in rest if _plain(e)), key=len, default=frozenset())


_COMMON = word_set("phrases", "common")


def _next(rest: tuple[Element, ...]) -> tuple[frozenset[str], int]:
    """Words one of which must stand among the next few, and how many those are; none if none is known.

    Of several places that need a word the one whose words are rarest: it is tried least often in vain.
    """
    found: list[tuple[int, int, frozenset[str]]] = []
    reach = 1
    for element in rest:
        if _plain(element):
            often = sum(_OFTEN if word in _COMMON else 1 for word in element.exact)
            found.append((often, reach, element.exact))
        elif element.sorts:
            break  # a name may be of many words
        reach += element.gap or 1
    if not found:
        return frozenset(), 0
    _, near, words = min(found, key=lambda one: one[:2])
    return words, near


def _collect(
    hits: dict[Hashable, list[Hit]],
    found: _Beginning,
    words: Words,
    present: frozenset[str],
    place: int,
    after: int,
) -> None:
    for tag in found.over:
        hits.setdefault(tag, []).append(Hit(place, after))
    tried = {group.order: group for group in found.others}
    for offset, word in enumerate(words.texts[after : after + found.span]):
        for reach, group in found.near.get(word, ()):
            if offset < reach:
                tried[group.order] = group
    for order in sorted(tried) if len(tried) > 1 else tried:
        _, rest, tags, asked = tried[order]
        if asked and asked.isdisjoint(present):
            continue
        if (end := _match(rest, 0, after, words)) >= 0:
            hit = Hit(place, end)
            for tag in tags:
                hits.setdefault(tag, []).append(hit)


def _match(elements: tuple[Element, ...], step: int, place: int, words: Words) -> int:
    """Where the rest of a phrase ends, or -1. Depth is the phrase's length, breadth its gaps."""
    while step < len(elements):
        element = elements[step]
        if element.gap:
            following = elements[step + 1]
            plain = not (following.gap or following.optional or following.sorts)
            for at in range(place, min(place + element.gap + 1, len(words.texts) + 1)):
                if plain and (at >= len(words.texts) or not following.fits(words.texts[at])):
                    continue
                if (end := _match(elements, step + 1, at, words)) >= 0:
                    return end
            return -1
        if place >= len(words.texts):
            if element.optional:
                step += 1
                continue
            return -1
        word = words.texts[place]
        if word in element.exact or (element.begins and word.startswith(element.begins)):
            place, step = place + 1, step + 1
            continue
        jump = (
            next(
                (e.end for e in words.beginning.get(place, ()) if not element.sorts.isdisjoint(e.senses)), -1
            )
            if element.sorts
            else -1
        )
        if jump >= 0:
            place, step = jump, step + 1
        elif element.optional:
            step += 1
        else:
            return -1
    return place
