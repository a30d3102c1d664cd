"""Which names and figures can be a value: by sort, by the word before them, by how they are listed."""

from __future__ import annotations

from itertools import takewhile
from typing import TYPE_CHECKING, Any

from tracker.extract.subjects import FORCES
from tracker.extract.tokens import words_of
from tracker.extract.vocabulary import word_set

if TYPE_CHECKING:
    from tracker.extract.names import NameIndex
    from tracker.extract.pattern import Capture
    from tracker.extract.phrases import Hit
    from tracker.extract.scene import Scene, Stretch
    from tracker.extract.tokens import Entity
    from tracker.plan.names import Party

_LINKS = word_set("fitting", "links")
"""Words that may stand between places of one list."""

_PARTY_LINKS = word_set("fitting", "party_links")
_AGAINST = word_set("fitting", "against")
_CHAMBERS = word_set("fitting", "chambers")
_LIES = frozenset(["of", "in"])
_SKIPPED = frozenset(["the", "a", "its", "about", "around", "roughly", "some", "nearly", "almost"])
_GOVERNS = frozenset(["of", "from", "in", "out", "leave", "leaves", "by", "including", "to", "with"])
_TODAY_BEFORE = word_set("fitting", "today_before")
_TODAY_AFTER = word_set("fitting", "today_after")


def word_before(scene: Scene, entity: Entity) -> str:
    """The word before a name, articles and "about" left out."""
    texts = scene.words.texts
    place = entity.start - 1
    while place >= 0 and texts[place] in _SKIPPED:
        place -= 1
    return texts[place] if place >= 0 else ""


def only_compared(stretch: Stretch, entity: Entity, sort: str) -> bool:
    """A figure that is named only to be compared with: "up from 600,000"."""
    if sort == "count" and of_today(stretch.scene, entity):
        return True
    if sort not in ("count", "money", "share", "duration"):
        return False
    before = word_before(stretch.scene, entity)
    if before not in _AGAINST and not (sort == "count" and before == "by"):
        return False
    return any(e is not entity for e, _ in stretch.scene.entities((sort,), stretch.start, stretch.end))


def of_today(scene: Scene, entity: Entity) -> bool:
    """A number that tells how things are, not how they shall be: "currently 880,000", "880,000 active"."""
    texts = scene.words.texts
    before, after = texts[max(0, entity.start - 3) : entity.start], texts[entity.end : entity.end + 3]
    told = list(takewhile(lambda word: word not in _AGAINST, after))
    return not _TODAY_BEFORE.isdisjoint(before) or not _TODAY_AFTER.isdisjoint(told)


def allowed(names: NameIndex, capture: Capture, sort: str, value: Any, entity: Entity) -> bool:
    """Whether a name or figure is of the types, or within the bounds, that a value asks for."""
    if sort == "party" and capture.types:
        entry = names.names.parties.get(value)
        core = "core" in capture.types and value in names.core
        return entry is not None and (
            entry.type in capture.types or core or _state_of(names, capture, value, entry)
        )
    if sort == "place" and capture.types:
        return sort_of_place(names, value, entity) in capture.types
    if sort == "count" and isinstance(value, int):
        return (capture.minimum is None or value >= capture.minimum) and (
            capture.maximum is None or value <= capture.maximum
        )
    return True


def _state_of(names: NameIndex, capture: Capture, value: Any, entry: Party) -> bool:
    """Whether a party is a state `foreign` to the protected one, the one `opposed`, or its `own`."""
    if entry.type != "state" or value == names.principal:
        return value == names.principal and "own" in capture.types
    return "foreign" in capture.types or ("opposed" in capture.types and value in names.core)


def sort_of_place(names: NameIndex, place: str, entity: Entity) -> str:
    """`state`, `region` (of a state), `line`, `water` or other `site`, as the declarations tell."""
    entry, states = names.names.places[place], names.names.parties
    if place in states:
        return "state"
    if "party" in entity.senses:
        return "capital"
    if "line" in entry.name.lower().split():
        return "line"
    if entry.part_of is None:
        return "region" if entry.parts else "water"
    return "region" if entry.part_of in states or names.inside(place, "held") == place else "site"


def linked(scene: Scene, left: Entity, right: Entity) -> bool:
    """Whether two names stand in one list: "Crimea, Donetsk and Luhansk"."""
    between = scene.words.texts[_past_aside(scene, left.end, right.start) : right.start]
    if "by" in between and word_before(scene, left) != "by":
        return False  # "as Russian, by America too"
    links = _LINKS if "place" in left.senses and "place" in right.senses else _PARTY_LINKS
    return (
        len(between) <= 5
        and not _new_subject(scene, left, right)
        and all(word in links for word in between)
        and (
            len(between) < right.start - left.end
            or scene.distance((left.start, left.end), (right.start, right.end)) <= 8
        )
    )


def _past_aside(scene: Scene, start: int, end: int) -> int:
    """Past "…, which Moscow annexed in 2014, …" between two names."""
    texts, at = scene.words.texts, scene.words.at
    if end - start < 3 or texts[start] not in ("which", "where") or at[start] - at[start - 1] < 3:
        return start
    return next((i for i in range(start + 1, end) if at[i] - at[i - 1] >= 3), start)


def _new_subject(scene: Scene, left: Entity, right: Entity) -> bool:
    """ "… from the whole of Donetsk, and Crimea was …": the second name begins a clause of its own."""
    texts, at = scene.words.texts, scene.words.at
    marked = right.start > left.end and at[left.end] - at[left.end - 1] >= 3
    after = [word for word in texts[right.end : right.end + 4] if word not in FORCES][:1]
    verb = bool({"was", "were", "is", "are", "would", "will"} & {*after})
    return marked and verb and word_before(scene, left) in _GOVERNS


def of_a_chamber(scene: Scene, entity: Entity) -> bool:
    """ "The US Congress", "the parliaments of Europe": who votes on a promise is not who makes it."""
    return not _CHAMBERS.isdisjoint(scene.words.texts[entity.end : entity.end + 1])


def contains(scene: Scene, names: NameIndex, inner: Entity, outer: Entity) -> bool:
    """ "The Donetsk region of the Donbas": the second name only says where the first place lies."""
    if _LIES.isdisjoint(scene.words.texts[inner.end : outer.start][:3]):
        return False
    place, around = inner.senses.get("place"), str(outer.senses.get("place"))
    entry = names.names.places.get(str(place))
    return entry is not None and place != around and (around == entry.part_of or place in names.parts(around))


def named_inside(scene: Scene, names: NameIndex, near: Hit) -> tuple[Any, ...]:
    """The parties, two or more, in the name of the body at a place: "NATO-Russia dialogue"."""
    found: dict[Any, None] = {}
    for body in scene.words.entities:
        if "body" not in body.senses or body.end <= near.start or near.end <= body.start:
            continue
        texts = scene.words.texts[body.start : body.end]
        for text in (" ".join(texts[i : i + size]) for i in range(len(texts)) for size in (1, 2)):
            inside = names.find(words_of(text, 0, len(text)), text.upper())
            found.update((e.senses["party"], None) for e in inside if "party" in e.senses)
    return tuple(found) if len(found) > 1 else ()
