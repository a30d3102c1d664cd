"""A version named only beside another: in brackets, between commas, for comparison."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.extract.pointing import PRONOUNS
from tracker.extract.vocabulary import word_set
from tracker.extract.zone import Zone

if TYPE_CHECKING:
    from tracker.extract.attribution import Mention
    from tracker.extract.discourse import Discourse
    from tracker.extract.scene import Scene
    from tracker.extract.tokens import Words

_REPLACES = word_set("zones", "replaces")
_TURNS = frozenset(["whereas", "while", "whilst"])
_COMPARES = frozenset(["compared", "against", "from", "than", "versus", "unlike", "over", "instead"])
_WITHIN = frozenset(["in", "under"])
_RELATIVE = frozenset(["which", "whose", "that"])


def aside(scene: Scene, view: str, m: Mention, discourse: Discourse) -> list[Zone]:
    """The zones of a passage whose one version is named beside another; none where it is not."""
    return (
        _between_commas(scene, m, discourse)
        or _bracketed(scene, view, m, discourse)
        or _compared(scene, view, m, discourse)
    )


def _between_commas(scene: Scene, m: Mention, discourse: Discourse) -> list[Zone]:
    """ "On the army, which the American draft limits to 600,000, the three write 800,000"."""
    words, main = scene.words, discourse.current
    if not m.relative or main is None or not m.versions or main in m.versions or m.basis == "definite":
        return []
    if scene.hits.get(("polarity", "removed")):
        return []  # "The fee, which the first draft gave, is gone"
    left = next((i for i in range(m.start, max(0, m.start - 8), -1) if words.texts[i] in _RELATIVE), 0)
    right = words.next_mark(m.end, len(words))
    if left < 2 or words.at[left] - words.at[left - 1] < 3 or len(words) - right < 4:
        return []
    whole = [Zone(0, left, (main,), "contrast", True), Zone(right, len(words), (main,), "contrast", True)]
    return [whole[0], Zone(left, right, m.versions, "aside", True, relative=True), whole[1]]


def _bracketed(scene: Scene, view: str, m: Mention, discourse: Discourse) -> list[Zone]:
    """A version named in brackets only: "800,000 in peacetime (the US plan had 600,000)"."""
    words, main = scene.words, discourse.current
    if main is None or not m.versions or main in m.versions or m.basis == "definite":
        return []
    begin, end = scene.passage.span.start, scene.passage.span.end
    left = view.rfind("(", begin, words.starts[m.start])
    right = view.find(")", words.ends[m.end - 1], end)
    if left < begin or right < 0 or ")" in view[left : words.starts[m.start]]:
        return []
    first, last = words.index(left, ceiling=True), words.index(right, ceiling=True)
    zones = [Zone(first, last, m.versions, "aside", True)]
    if first:
        zones.insert(0, Zone(0, first, (main,), "contrast", True))
    if last < len(words):
        zones.append(Zone(last, len(words), (main,), "contrast", True))
    return zones


def _compared(scene: Scene, view: str, m: Mention, discourse: Discourse) -> list[Zone]:
    """A version named only for comparison: "against 100 days in the leaked plan", "as in the first draft"."""
    words = scene.words
    gone = bool(scene.hits.get(("polarity", "removed")))
    main = discourse.current or discourse.last
    if not m.versions or main is None or main in m.versions:
        spoken = discourse.later is not None
        main = discourse.revised() if spoken and m.versions == (discourse.versions.first,) else None
        if main is None or main in m.versions:
            return []
    texts = words.texts
    before = texts[max(0, m.start - 4) : m.start]
    if texts[m.start - 1] == "as" or before[-2:-1] == ["as"]:
        for place in range(m.start - 1, max(1, m.start - 10), -1):
            if texts[place] in (
                "not",
                "rather",
                "instead",
            ):  # "not within 100 days, as the first draft had said"
                return [
                    Zone(0, place, (main,), "contrast", True),
                    Zone(place, len(words), m.versions, "aside", True),
                ]
    within = not _WITHIN.isdisjoint(texts[max(0, m.start - 2) : m.start])
    taken = not _REPLACES.isdisjoint(texts[max(0, m.start - 4) : m.start])
    if taken and within and texts[m.end : m.end + 1] in (["by"], ["with"]):
        return []  # "it was replaced in the European text by …"
    if taken and m.start > 1 and not gone:
        rest = [Zone(m.end, len(words), (main,), "contrast", True)] if m.end < len(words) else []
        named = Zone(m.start, m.end, m.versions, "aside", True)
        return [Zone(0, m.start, (main,), "contrast", True), named, *rest]
    if m.basis != "explicit" or (
        discourse.later is None
        and len(discourse.named) < 2
        and main not in (discourse.current, discourse.last)
    ):
        return []
    place = m.start - (words.texts[m.start - 1] == "the")
    if (
        place > 4
        and words.at[place] - words.at[place - 1] >= 5
        and ":" not in view[words.ends[place - 1] : words.starts[place]]
    ):  # "… permanently – the American version ruled them out"
        return [
            Zone(0, place, (main,), "contrast", True),
            Zone(place, len(words), m.versions, m.basis, True),
        ]
    before = words.texts[max(0, m.start - 4) : m.start]
    if "under" in before[-2:]:
        return []  # "half of the profits from the venture under the first draft"
    same = "same" in words.texts[max(0, m.start - 8) : m.start] and m.relative
    if (
        same
        or ("as" in before[-3:] and ("in" in before[-2:] or "with" in before[-2:]))
        or before[-2:-1] == ["like"]
        or before[-1:] == ["like"]
    ):
        return [Zone(0, len(words), (main, *m.versions), "shared", True)]
    start = max(0, m.start - 9)
    texts = words.texts
    rather = [
        i
        for i in range(m.start - 1)
        if texts[i : i + 2] in (["rather", "than"], ["instead", "of"], ["place", "of"])
    ]
    for place in [*rather[-1:], *range(m.start - 1, start - 1, -1)]:
        if (
            (texts[place] in _COMPARES or place in rather or (texts[place] in _TURNS and place > 3))
            and place > 0
            and texts[place + 1] not in PRONOUNS
            and not (gone and texts[place] == "from")
        ):
            end = clause_after(words, m.end) if texts[place] in _TURNS else _goes_on(words, m.end)
            zones = [Zone(0, place, (main,), "contrast", True), Zone(place, end, m.versions, "aside", True)]
            if end < len(words):
                zones.append(Zone(end, len(words), (main,), "contrast", True))
            return zones
        if words.at[place + 1] - words.at[place] >= 5:
            break
    return []


def clause_after(words: Words, place: int) -> int:
    """The end of the clause that a place stands in."""
    return words.next_mark(place + 1, len(words), 9)


def _goes_on(words: Words, place: int) -> int:
    """How far a version named for comparison is meant: "from the first draft, which had …" is all of it."""
    for at in range(place, min(place + 5, len(words))):
        if words.texts[at] in ("that", "which", "whose", "including", "requiring"):
            return clause_after(words, at)
    return place
