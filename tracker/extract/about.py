"""What an article is about: the versions it names, how plainly, and the one it mostly speaks of."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.extract.vocabulary import word_set

if TYPE_CHECKING:
    from collections.abc import Sequence

    from tracker.extract.phrases import Hit
    from tracker.extract.scene import Scene
    from tracker.extract.tokens import Words
    from tracker.extract.versions import Versions

_PLAIN = word_set("about", "plain")
_BESIDE = word_set("about", "beside")
_GENERIC = word_set("about", "generic")
_LEAKED = frozenset(["leaked", "leak"])
_TITLE = 6
_OPENING = 4
"""Passages, headings among them, in which an article says what it is about."""


@dataclass(frozen=True)
class About:
    """`named` outright, in the order of the first mention; `plainly` by number or as the first of them."""

    named: tuple[str, ...]
    plainly: frozenset[str]
    topic: str | None
    contrasts: bool
    early: bool = True
    """Whether a version is named before the article is half told: else what it tells is of none known."""

    strange: bool = False
    """Plans are told of, and no name says that they are ours: "the revised draft" is another one."""


def about(scenes: Sequence[Scene], versions: Versions) -> About:
    """What an article speaks of, before it is read passage by passage."""
    named: dict[str, None] = {}
    plainly: set[str] = set()
    weight: Counter[str] = Counter()
    contrasts, firm, others, newer, since = False, 0, 0, 0, 0
    for number, scene in enumerate(scenes):
        found = sorted((hit, ref) for ref, hits in scene.family("version") for hit in _apart(hits))
        if scene.hits.get(("version word", "earliest")) and versions.first:
            plainly.add(versions.first)
            hits = scene.hits[("version word", "earliest")]
            contrasts = contrasts or any(_LEAKED.isdisjoint(scene.words.texts[h.start : h.end]) for h in hits)
        others += any(scene.hits.get(("version word", word)) for word in ("other", "elsewhere"))
        contrasts = contrasts or bool(scene.hits.get(("version word", "later")))
        for _, ref in counted_down(scene.words, versions):
            named.setdefault(ref)
            plainly.add(ref)
        newer += any(scene.hits.get(("version word", word)) for word in ("later", "latest", "new"))
        told: set[str] = set()
        firm += any(not loose(scene.words, *hit) for hit, _ in found)
        for hit, ref in found:
            if ref == versions.first and any(
                o != ref and h.start <= hit.start <= h.end + 1 for h, o in found
            ):
                continue
            if not named:
                since = number
            named.setdefault(ref)
            if ref != versions.first or plain(scene.words, *hit):
                plainly.add(ref)
            before = {*scene.words.texts[max(0, hit.start - 4) : hit.start]}
            if not before & _BESIDE and ref not in told:
                told.add(ref)
                weight[ref] += _TITLE if not number else 3 if number < _OPENING else 1
    if others and not firm:
        return About((), frozenset(), None, contrasts=False, strange=True)
    ranked = weight.most_common(2)
    clear = ranked and (
        len(ranked) == 1 or (ranked[0][1] >= 2 * ranked[1][1] and ranked[0][1] - ranked[1][1] >= 2)
    )
    topic = ranked[0][0] if clear else None
    if topic and topic == versions.first and len(named) > 1 and newer * 2 > weight[topic]:
        topic = None  # as much is said of what came after it
    early = since <= max(_OPENING, len(scenes) // 2)
    topic = topic if early else None
    several = contrasts or len(named) > 1
    return About(tuple(named), frozenset(plainly), topic, several, early, strange=others > firm)


def _apart(hits: list[Hit]) -> list[Hit]:
    """The longest of what was found at each place: one name found in several ways is one name."""
    kept: list[Hit] = []
    for hit in sorted(set(hits), key=lambda h: (h.start - h.end, h.start)):
        if not any(hit.start < other.end and other.start < hit.end for other in kept):
            kept.append(hit)
    return kept


def counted_down(words: Words, versions: Versions) -> list[tuple[int, str]]:
    """ "The points were cut from 28 to 19": where the second number stands, and the version it is of."""
    texts = words.texts
    if "points" not in texts:
        return []
    return [
        (i, ref)
        for i in range(3, len(texts))
        if texts[i].isdigit()
        and (
            (texts[i - 1] == "to" and "from" in texts[max(0, i - 4) : i - 2])
            or (texts[i - 2 : i] == ["points", "became"])
        )
        for ref in versions.order
        if f"{texts[i]} points" in versions.aliases[ref]
    ]


def names_a_version(scene: Scene) -> bool:
    """Whether a passage names a text of ours, and no other conflict beside it."""
    return any(scene.family("version")) and not scene.hits.get(("version word", "elsewhere"))


def loose(words: Words, start: int, end: int) -> bool:
    """Whether a name would fit a draft of any plan: "the revised draft", "the original"."""
    return _GENERIC.issuperset(words.texts[start:end])


def plain(words: Words, start: int, end: int) -> bool:
    """Whether a name can mean one version only: "the US plan" may be whatever is on the table."""
    return not _PLAIN.isdisjoint(words.texts[max(0, start - 2) : end + 4])
