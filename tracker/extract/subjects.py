"""Who does what a clause says: the name that stands before a verb, also where the verb is one of a list."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.extract.vocabulary import thesaurus, word_set

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.extract.names import NameIndex
    from tracker.extract.scene import Scene
    from tracker.extract.tokens import Entity

ACTING = frozenset(["party", "member", "obligor"])
"""Fields whose value is the one that has to do or suffer what is said."""

_ASIDE = 10
"""How much farther away a name counts that cannot be the subject."""

_JOINING = frozenset(["and", "while", "but", "whereas", "the"])
_THE = frozenset(["the"])
_LISTING = frozenset(["and", "or", "as", "alike", "too", "plus", "with"])
_RECEIVING = frozenset(["to", "by", "with"])
_FOLLOWS = word_set("subjects", "follows")
FORCES = frozenset(["forces", "troops", "army", "military", "armed", "soldiers", "units"])
_OPENS = word_set("subjects", "opens")
_TONGUES = frozenset(["speaker", "speakers", "speaking", "language"])


def penalty(scene: Scene, entity: Entity, near_start: int, near_end: int) -> int:
    """How much a name is to be put back as the subject of the words at a place."""
    texts = scene.words.texts
    before = texts[entity.start - 1] if entity.start else ""
    if before == "the" and entity.start > 1:
        before = texts[entity.start - 2]
    if before in _RECEIVING and entity.end <= near_start and not _owns(scene, entity):
        return _ASIDE
    if abs(near_start - entity.end) > 1 and attributive(scene, entity):
        return _ASIDE
    if entity.start >= near_end and scene.words.parted(near_end, entity.start + 1):
        return _ASIDE
    return 0


def attacked(scene: Scene, entity: Entity) -> bool:
    """ "If Ukraine is invaded by Russia": whom another attacks is not the one who acts."""
    after = scene.words.texts[entity.end : entity.end + 6]
    by = after.index("by") if "by" in after else 0
    return by > 1 and after[by - 1] in _ATTACKED and not BEING.isdisjoint(after[: by - 1])


def _owns(scene: Scene, entity: Entity) -> bool:
    """ "To Ukraine's membership": who has something, not who is given it."""
    words, last = scene.words, entity.end - 1
    return words.ends[last] - words.starts[last] > len(words.texts[last]) + 1


def of_next_clause(scene: Scene, entity: Entity, place: int) -> bool:
    """ "Lessons remain, and Ukraine adopts the rules": who acts in a clause that begins after a place."""
    texts, at = scene.words.texts, scene.words.at
    low, high = _listed(scene, entity)
    start = low
    while start > place and texts[start - 1] in _JOINING:
        start -= 1
    if start < max(place, 1) or high >= len(texts) or at[start] - at[start - 1] < 3:
        return False
    runs_on = at[high] - at[high - 1] < 3 and texts[high] not in _LISTING
    return runs_on and (start < low or texts[high] in _FOLLOWS or at[start] - at[start - 1] >= 9)


def _listed(scene: Scene, entity: Entity) -> tuple[int, int]:
    """Where the names begin and end that "and" joins to one."""
    low, high, texts = entity.start, entity.end, scene.words.texts
    for other in sorted(scene.words.entities, key=lambda e: e.start):
        if "party" in other.senses and other.start > high and {"and"} >= {*texts[high : other.start]} - _THE:
            high = other.end
    for other in sorted(scene.words.entities, key=lambda e: -e.end):
        if "party" in other.senses and other.end < low and {"and"} >= {*texts[other.end : low]} - _THE:
            low = other.start
    return low, high


def owner(scene: Scene, entity: Entity, names: NameIndex) -> bool:
    """ "The UN's IAEA", "French speakers": a party that only says whose or which the next one is."""
    if not _TONGUES.isdisjoint(scene.words.texts[entity.end : entity.end + 1]):
        return True
    if not _owns(scene, entity):
        return False
    after = [e.senses.get("party") for e in scene.words.beginning.get(entity.end, ())]
    own = names.names.parties.get(str(entity.senses.get("party")))
    others = [names.names.parties.get(str(party)) for party in after]
    return own is not None and any(other is not None and other.type == own.type for other in others)


def attributive(scene: Scene, entity: Entity) -> bool:
    """ "Russian control", "American guarantees": the name only says of what sort something is."""
    texts = scene.words.texts
    if not texts[entity.end - 1].endswith("an") or entity.end - entity.start > 1:
        return False
    return entity.end < len(texts) and texts[entity.end] not in FORCES | _FOLLOWS | _SIDES


_ATTACKED = frozenset(thesaurus()["attack"])
BEING = frozenset(["is", "are", "was", "were", "be", "being", "been"])
_SIDES = word_set("subjects", "sides")


def subject_before(
    scene: Scene, found: Iterable[tuple[Entity, str]], place: int, barred: set[Any]
) -> tuple[Entity, str] | None:
    """The last name before a place that is the subject of a verb: its verbs go on through the list."""
    last = None
    for entity, sort in found:
        if entity.end <= place and entity.senses[sort] not in barred and _acts(scene, entity):
            last = (entity, sort) if last is None or entity.start > last[0].start else last
    return last


def _acts(scene: Scene, entity: Entity) -> bool:
    texts = scene.words.texts
    after = texts[entity.end : entity.end + 3]
    while after and after[0] in FORCES:
        after = after[1:]
    before = [w for w in texts[max(0, entity.start - 2) : entity.start] if w != "the"][-1:]
    if before and before[0] in _OPENS:
        return True
    if before == ["for"] and after[:1] == ["to"]:
        return True
    return bool(after) and after[0] in _FOLLOWS and not (before and before[0] in (*_RECEIVING, "from", "of"))
