"""A passage cut where the version turns: each stretch speaks of one version, or of none known."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from tracker.extract.asides import aside, clause_after
from tracker.extract.vocabulary import word_set
from tracker.extract.zone import Zone

if TYPE_CHECKING:
    from tracker.extract.attribution import Mention
    from tracker.extract.discourse import Discourse
    from tracker.extract.scene import Scene
    from tracker.extract.tokens import Words

_CONTRAST = word_set("zones", "contrast")
_OPEN = frozenset(["which", "that", "whose", "where", "who", "as"])


def zones_of(scene: Scene, view: str, mentions: list[Mention], discourse: Discourse) -> list[Zone]:
    """The passage cut where the version turns."""
    words = scene.words
    if not len(words):
        return []
    carried: tuple[str, ...] = (discourse.current,) if discourse.current else ()
    if not mentions:
        return [Zone(0, len(words), carried, "carried" if carried else "", False)]
    strong = [m for m in mentions if m.basis != "definite"] or mentions
    strong = [
        m for m in strong if not _shrunk(words, m) and not _taken_from(scene, m, strong[0], discourse)
    ] or strong
    strong = _joined(words, strong)
    if len({(m.versions, m.other) for m in strong}) == 1:
        m = strong[0]
        if beside := aside(scene, view, m, discourse):
            return beside
        named = m.basis == "explicit" or m.basis == "definite" or bool(m.versions)
        return [Zone(0, len(words), m.versions, m.basis, named, m.other, m.relative)]
    if len(strong) == 2 and _as_in(words, strong[1]):
        return [Zone(0, len(words), (*strong[0].versions, *strong[1].versions), "shared", True)]
    if strong[0].start <= 3 and "like" in words.texts[: strong[0].start] and len(strong) == 2:
        return [Zone(0, len(words), (*strong[1].versions, *strong[0].versions), "shared", True)]
    cuts = [0]
    for left, right in pairwise(strong):
        if (left.versions, left.other) != (right.versions, right.other):
            cuts.append(_cut(words, view, left, right, cuts[-1]))
    cuts.append(len(words))
    zones: list[Zone] = []
    for begin, end in pairwise(cuts):
        inside = [m for m in strong if begin <= m.start < end]
        if inside:
            m = inside[0]
            stop = clause_after(words, m.end) if m.relative and zones and end == len(words) else end
            zones.append(Zone(begin, stop, m.versions, m.basis, True, m.other, m.relative))
            if stop < end:  # "…, which the first had; in its place stands …"
                zones.append(replace(zones[-2], start=stop, end=end, basis="contrast"))
        elif end > begin:
            zones.append(Zone(begin, end, carried, "carried", False))
    return zones


def _taken_from(scene: Scene, mention: Mention, first: Mention, discourse: Discourse) -> bool:
    """ "The Europeans removed from the American plan the clause on …": it is gone from theirs."""
    before = scene.words.texts[max(0, mention.start - 2) : mention.start]
    if mention is first or "from" not in before or mention.versions != (discourse.versions.first,):
        return False
    gone = scene.within(("polarity", "removed"), first.end, mention.start)
    return any(mention.start - hit.end <= 2 for hit in gone)


def _joined(words: Words, strong: list[Mention]) -> list[Mention]:
    """ "The American draft and the European one say …", "in the first as in the second": one of both."""
    found: list[Mention] = []
    for m in strong:
        last = found[-1] if found else None
        if last is not None and last.versions and m.versions and _one_with(words, last, m):
            versions = tuple(dict.fromkeys((*last.versions, *m.versions)))
            found[-1] = replace(last, end=m.end, versions=versions)
        else:
            found.append(m)
    return found


def _one_with(words: Words, left: Mention, right: Mention) -> bool:
    between = words.texts[left.end : right.start]
    if not between or len(between) > 4 or not _JOINS.issuperset(between):
        return False
    over = right.end >= len(words) or words.at[right.end] - words.at[right.end - 1] >= 3
    return "as" in between or ("and" in between and (left.start <= 3 or over))


_JOINS = frozenset(["and", "the", "in", "under", "by", "of", "its", "as", "well", "also", "too", "for", "a"])


def _as_in(words: Words, mention: Mention) -> bool:
    """ "…, as it did in the first draft": both texts say so."""
    before = words.texts[max(0, mention.start - 5) : mention.start]
    return "as" in before[:-1] and before[-1] in ("in", "under")


def _shrunk(words: Words, mention: Mention) -> bool:
    """ "From 28 points to 19", "19 instead of 28 points": a number left behind, no text spoken of."""
    before = words.texts[max(0, mention.start - 2) : mention.start]
    if words.texts[mention.end : mention.end + 1] == ["became"]:
        return True  # "28 points became 19"
    counted = words.texts[mention.start].isdigit() or words.texts[mention.end - 1] == "points"
    if before[-1:] == ["from"] and words.texts[mention.end : mention.end + 1] == ["to"]:
        return True
    return counted and (before == ["instead", "of"] or before == ["rather", "than"])


def _cut(words: Words, view: str, left: Mention, right: Mention, floor: int) -> int:
    """Between two versions: at the strongest mark, else at a word of contrast, else before the second."""
    best, score = right.start, 0.0
    content_first = left.start - floor > 3  # "600,000 in the earlier text": the name comes after its content
    for place in range(left.end, right.start + 1):
        gap = view[words.ends[place - 1] : words.starts[place]] if 0 < place < len(words) else ""
        word = words.texts[place] if place < len(words) else ""
        worth = 0.0
        if ";" in gap or "." in gap or "?" in gap:
            worth = 6
        elif ":" in gap or " - " in gap:
            worth = 3.5
        elif "," in gap:
            worth = 3 + (1 if word in _CONTRAST or word in ("and", "the", "in", "now", "about") else 0)
            if word in _OPEN:
                worth = 1.5
        elif word in _CONTRAST:
            worth = 3.2
        elif word == "and":
            worth = 2
        if worth > score or (worth == score and worth and not content_first):
            best, score = place, worth
    if not score:
        best = right.start
        while best > left.end and words.texts[best - 1] in (
            "in",
            "under",
            "by",
            "of",
            "the",
            "with",
            "to",
            "a",
        ):
            best -= 1
    return best
