"""Which version each stretch of a passage speaks of, and on what basis. Nobody is guessed at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.extract.numbers import _SMALL
from tracker.extract.phrases import Hit

if TYPE_CHECKING:
    from collections.abc import Hashable

    from tracker.extract.discourse import Discourse
    from tracker.extract.scene import Scene
    from tracker.extract.tokens import Words

_CONTRAST = frozenset(
    "while whereas but although against instead rather than compared from unlike versus vs now".split()
)
_OPEN = frozenset("which that whose where who as".split())


@dataclass(frozen=True)
class Mention:
    """A word for a version: which versions it means here, and on what basis."""

    start: int
    end: int
    versions: tuple[str, ...]
    basis: str
    other: bool = False
    relative: bool = False


@dataclass(frozen=True)
class Zone:
    """A stretch of a passage (tokens `start` to `end`) that speaks of one version, or of none known."""

    start: int
    end: int
    versions: tuple[str, ...]
    basis: str
    named: bool
    other: bool = False
    relative: bool = False


def mentions_of(words: Words, hits: dict[Hashable, list[Hit]], discourse: Discourse) -> list[Mention]:
    """The words for versions in a passage, outright names first, overlaps settled."""
    raw: list[tuple[int, int, int, str, str | None]] = []
    for ref in discourse.versions.order:
        raw += [(0, h.start, h.end, "explicit", ref) for h in hits.get(("version", ref), ())]
    for rank, name in enumerate(("other", "any", "both", "all", "earliest", "latest", "later", "definite"), 1):
        raw += [
            (rank if name != "other" else 0, h.start, h.end, name, None)
            for h in hits.get(("version word", name), ())
        ]
    later = hits.get(("version word", "later"), ())
    numbered = [m for m in raw if m[3] == "explicit" and any("point" in w for w in words.texts[m[1] : m[2]])]
    if later:  # "the revised US plan" is not the US plan
        raw = [
            m
            for m in raw
            if m[3] != "explicit" or m in numbered or m[4] != discourse.versions.first
            or not any(h.start <= m[1] and m[2] <= h.end for h in later)
        ]
    raw.sort(key=lambda m: (m[0], m[1] - m[2], m[1]))
    taken: list[tuple[int, int, int, str, str | None]] = []
    for mention in raw:
        if not any(mention[1] < t[2] and t[1] < mention[2] for t in taken):
            taken.append(mention)
    taken += [t for t in _strangers(words, discourse) if not any(t[1] < o[2] and o[1] < t[2] for o in taken)]
    named = [t for t in taken if t[3] == "explicit"]
    if named or len(discourse.recent) > 1:
        for ref in discourse.versions.order:
            for h in hits.get(("modifier", ref), ()):
                if not named or ref == discourse.versions.first:
                    continue
                if not any(h.start < t[2] and t[1] < h.end for t in taken) and _stands_for_text(words, h):
                    taken.append((0, h.start, h.end, "explicit", ref))
    adverbs = [t for t in (("earliest_adverb"), ("later_adverb")) if hits.get(("version word", t))]
    if adverbs and (taken or discourse.current) and (len(adverbs) == 2 or named or discourse.recent):
        contrast = "earliest_adverb" in adverbs or any(
            t[4] == discourse.versions.first or t[3] == "earliest" for t in taken
        )
        if contrast:
            for name in adverbs:
                for h in hits[("version word", name)]:
                    if not any(h.start < t[2] and t[1] < h.end for t in taken):
                        taken.append((9, h.start, h.end, name, None))
    return _resolve(words, hits, sorted(taken, key=lambda t: (t[1], t[2])), discourse)


_WROTE = frozenset("wrote writes tied proposed proposes".split())


def _strangers(words: Words, discourse: Discourse) -> list[tuple[int, int, int, str, str | None]]:
    """Plans with a number of points that no version has: "the 12-point plan", "a ten-point formula"."""
    found: list[tuple[int, int, int, str, str | None]] = []
    for place, word in enumerate(words.texts[:-1]):
        if words.texts[place + 1] != "point" or not (word.isdigit() or word in _SMALL):
            continue
        before = words.texts[place - 1] if place else ""
        whole = f"{before} {word}" if before in _SMALL and _SMALL[before] >= 20 else word
        if all(f"{form} point" not in names for names in discourse.versions.aliases.values() for form in (word, whole)):
            found.append((0, place, place + 2, "other", None))
    return found


def _stands_for_text(words: Words, hit: Hit) -> bool:
    """Whether the bare name of the authors stands for their text: "the E3 wrote 800,000"."""
    after = words.texts[hit.end] if hit.end < len(words) else ""
    before = words.texts[hit.start - 1] if hit.start else ""
    if after in _WROTE and before in ("the", ""):
        return True
    return before in ("about", "in", "at", "after", "from") and after not in ("talks", "meeting", "negotiators", "on")


def _resolve(
    words: Words, hits: dict[Hashable, list[Hit]], taken: list[tuple[int, int, int, str, str | None]], discourse: Discourse
) -> list[Mention]:
    explicit = [t[4] for t in taken if t[4]]
    found = []
    for _, start, end, name, ref in taken:
        versions: tuple[str | None, ...]
        basis = "explicit"
        if name == "explicit":
            versions = (ref,)
            if _elsewhere(words, end, hits):
                found.append(Mention(start, end, (), "other plan", other=True))
                continue
        elif name == "other":
            found.append(Mention(start, end, (), "other plan", other=True))
            continue
        elif name == "earliest":
            versions, basis = (discourse.earliest(),), "explicit"
            if discourse.other:
                versions = (None,)
        elif name == "earliest_adverb":
            versions, basis = (discourse.earliest(),), "contrast"
        elif name in ("later", "later_adverb"):
            versions, basis = (discourse.revised(),), "explicit" if name == "later" else "contrast"
        elif name == "latest":
            versions = (discourse.latest(),)
        elif name == "any":
            found.append(Mention(start, end, (), "explicit"))
            continue
        elif name == "both":
            versions = discourse.both()
        elif name == "all":
            size = _SMALL.get(words.texts[end - 1], 0)
            versions = discourse.all(size)
            if not versions:
                continue
        else:
            meant = discourse.definite(words.texts[end - 1])
            if meant in explicit and discourse.later and discourse.later != meant:
                meant = discourse.later
            versions, basis = (meant,), "definite"
            if meant is None:
                continue
        known = tuple(v for v in versions if v)
        relative = _in_relative(words, start)
        found.append(Mention(start, end, known, basis, relative=relative))
    return found


def _elsewhere(words: Words, end: int, hits: dict[Hashable, list[Hit]]) -> bool:
    """ "20-point plan for Gaza": a known number of points, another conflict. Told by a name that is not ours."""
    after = words.texts[end : end + 3]
    if len(after) >= 2 and after[0] in ("for", "in", "on"):
        place = end + (2 if after[1] == "the" else 1)
        return any(h.start == place for h in hits.get(("version word", "elsewhere"), ()))
    return False


def _in_relative(words: Words, start: int) -> bool:
    return any(word in ("which", "that", "whose", "where") for word in words.texts[max(0, start - 8) : start])


def zones_of(scene: Scene, view: str, mentions: list[Mention], discourse: Discourse) -> list[Zone]:
    """The passage cut where the version turns."""
    words = scene.words
    if not len(words):
        return []
    carried: tuple[str, ...] = (discourse.current,) if discourse.current else ()
    versions = {m.versions for m in mentions}
    if not mentions:
        return [Zone(0, len(words), carried, "carried" if carried else "", False)]
    strong = [m for m in mentions if m.basis != "definite"] or mentions
    if len({(m.versions, m.other) for m in strong}) == 1:
        m = strong[0]
        aside = _aside(scene, m, discourse)
        if aside:
            return aside
        named = m.basis == "explicit" or m.basis == "definite" or bool(m.versions)
        return [Zone(0, len(words), m.versions, m.basis, named, m.other, m.relative)]
    del versions
    cuts = [0]
    for left, right in zip(strong, strong[1:], strict=False):
        if (left.versions, left.other) != (right.versions, right.other):
            cuts.append(_cut(words, view, left, right, cuts[-1]))
    cuts.append(len(words))
    zones = []
    for begin, end in zip(cuts, cuts[1:], strict=False):
        inside = [m for m in strong if begin <= m.start < end]
        if inside:
            m = inside[0]
            zones.append(Zone(begin, end, m.versions, m.basis, True, m.other, m.relative))
        elif end > begin:
            zones.append(Zone(begin, end, carried, "carried", False))
    return zones


_COMPARES = frozenset("against from than versus unlike over instead".split())


def _aside(scene: Scene, m: Mention, discourse: Discourse) -> list[Zone]:
    """A version named only for comparison: "against 100 days in the leaked plan", "as in the first draft"."""
    words = scene.words
    gone = bool(scene.hits.get(("polarity", "removed")))
    main = discourse.current or discourse.last
    if not m.versions or main is None or main in m.versions:
        main = discourse.revised() if m.versions == (discourse.versions.first,) else None
        if main is None or main in m.versions:
            return []
    before = words.texts[max(0, m.start - 4) : m.start]
    if "as" in before[-3:] and ("in" in before[-2:] or "with" in before[-2:]) or before[-2:-1] == ["like"] or before[-1:] == ["like"]:
        return [Zone(0, len(words), (main, *m.versions), "shared", True)]
    start = max(0, m.start - 9)
    texts = words.texts
    rather = [i for i in range(m.start - 1) if texts[i : i + 2] in (["rather", "than"], ["instead", "of"])]
    for place in [*rather[-1:], *range(m.start - 1, start - 1, -1)]:
        if (texts[place] in _COMPARES or place in rather) and place > 0 and not (gone and texts[place] == "from"):
            zones = [Zone(0, place, (main,), "contrast", True), Zone(place, m.end, m.versions, "aside", True)]
            if m.end < len(words):
                zones.append(Zone(m.end, len(words), (main,), "contrast", True))
            return zones
        if words.at[place + 1] - words.at[place] >= 5:
            break
    return []


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
