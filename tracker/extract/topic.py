"""What the next passage may take up: the version that a passage is about, not one named beside it."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.extract.vocabulary import word_set

if TYPE_CHECKING:
    from tracker.extract.attribution import Mention
    from tracker.extract.discourse import Discourse
    from tracker.extract.scene import Scene
    from tracker.extract.tokens import Words
    from tracker.extract.zone import Zone

_TAKES = word_set("zones", "replaces")
_OBLIQUE = word_set("topic", "oblique")


_BESIDE = frozenset(["against", "instead", "rather", "than", "compared", "unlike", "versus"])


def follow_authors(discourse: Discourse, scene: Scene) -> None:
    """Whose text "their draft" is in what follows."""
    discourse.authors = next(
        (
            ref
            for ref, _ in scene.family("author", "modifier")
            if ref != discourse.versions.first and (ref in discourse.named or _arrive(scene))
        ),
        discourse.authors if _goes_on(scene) else None,
    )


def remember(discourse: Discourse, scene: Scene, zones: list[Zone], mentions: list[Mention]) -> None:
    """What the next passage may take up: the version spoken of last, not one named for comparison."""
    follow_authors(discourse, scene)
    topic = None
    oblique = _oblique(scene, mentions, discourse)
    texts, holds = scene.words.texts, discourse.current
    for number, zone in enumerate(zones):
        if zone.other:
            discourse.part()
            discourse.other = not zone.relative
            discourse.apart = False
            topic = None
        elif (zone.named and zone.versions in oblique) or (
            number and texts[zone.start] in _BESIDE and not zone.relative
        ):
            continue
        elif (
            texts[:1] in (["it"], ["its"])
            and holds
            and holds not in zone.versions
            and zone.basis == "explicit"
        ):
            continue  # "It pushes back the first draft": still about what "it" is
        elif len(zones) == 1 and _only_compares(scene, zone, discourse):
            continue
        elif zone.named and zone.basis not in ("aside", "shared") and not zone.relative:
            for version in zone.versions:
                discourse.speak_of(version)
            topic = zone.versions[-1:] or topic
        elif zone.named and zone.relative and discourse.last is None:
            for version in zone.versions:
                discourse.speak_of(version)
    opening = [m for m in mentions if m.basis == "definite" and m.start <= 3 and m.versions]
    if opening and topic and opening[0].versions[0] != topic[0]:
        discourse.speak_of(opening[0].versions[0])
    for mention in mentions:
        if mention.basis == "explicit" and len(mention.versions) == 1:
            for word in scene.words.texts[mention.start : mention.end + 1]:
                discourse.nouns[word] = mention.versions[0]
            if coined := _coined(scene.words, mention):
                discourse.coined[coined] = mention.versions[0]


def _only_compares(scene: Scene, zone: Zone, discourse: Discourse) -> bool:
    """ "The November draft gave it 100 days", told in passing in an article on a later text."""
    first, texts = discourse.versions.first, scene.words.texts
    if zone.versions != (first,) or discourse.topic in (None, first) or discourse.current != discourse.topic:
        return False
    weighed = texts[:1] in (["that"], ["this"], ["it"]) and not _WEIGHED.isdisjoint(texts[:8])
    return (weighed or len(texts) <= _BRIEF) and any(word[:1].isdigit() for word in texts[3:])


_WEIGHED = frozenset(["than", "compares", "compared", "against", "versus"])
_BRIEF = 12
"""Words of a sentence that does no more than give a figure of another text."""


def _coined(words: Words, mention: Mention) -> tuple[str, str] | None:
    """The name in "the Kyiv list of 20 points", "the Washington paper with 28 points"."""
    place, texts = mention.start, words.texts
    if place > 3 and texts[place].isdigit() and texts[place - 1] in ("of", "with"):
        place -= 1
    elif texts[place] not in _NOUNS:
        return None
    noun = texts[place - 1] if texts[place] in ("of", "with") else texts[place]
    before = place - 2 if texts[place] in ("of", "with") else place - 1
    if before < 1 or noun not in _NOUNS or texts[before] in _PLAIN or words.parted(before, place):
        return None
    return texts[before], noun


_NOUNS = frozenset(["list", "paper", "text", "draft", "sheet", "document", "version"])
_PLAIN = frozenset(["the", "a", "an", "new", "this", "that", "peace", "first", "second", "third", "later"])


def _arrive(scene: Scene) -> bool:
    """ "Then came the Europeans": they will be told of, with what they wrote."""
    return scene.words.texts[:2] in (["then", "came"], ["enter", "the"], ["along", "came"])


def _goes_on(scene: Scene) -> bool:
    """Whether a passage is still about "them"."""
    return not {"they", "their", "them"}.isdisjoint(scene.words.texts)


def _oblique(scene: Scene, mentions: list[Mention], discourse: Discourse) -> set[tuple[str, ...]]:
    """The versions that a passage names only beside another: "a counter-proposal to the US plan"."""
    straight: set[tuple[str, ...]] = set()
    slanted: set[tuple[str, ...]] = set()
    held: set[tuple[str, ...]] = set()
    for mention in mentions:
        if mention.basis == "definite" and (mention.start <= 3 or _opens(scene, mention.start)):
            straight.add(mention.versions)
        if mention.basis != "explicit" or not mention.versions:
            continue
        before = [
            w
            for w in scene.words.texts[max(0, mention.start - 3) : mention.start]
            if w not in ("the", "a", "its")
        ]
        excepted = not {"unless", "except"}.isdisjoint(
            scene.words.texts[max(0, mention.start - 7) : mention.start]
        )
        within = before[-1:] == ["in"] and mention.start > 4 and not _opens(scene, mention.start)
        inside = excepted or within
        if mention.versions != (discourse.versions.first,) and _lost_there(scene, before):
            straight.add(mention.versions)  # "None of that survives in the new text"
            continue
        aside = inside or (bool(before) and (before[-1] in _OBLIQUE or before[-1] in _TAKES))
        (slanted if aside else straight).add(mention.versions)
        if within and not excepted:
            held.add(mention.versions)
    opening = {m.versions for m in mentions if m.basis == "explicit" and m.versions and _subject(scene, m)}
    if opening and len(opening | straight | slanted) > len(opening):
        later = {m.versions for m in mentions if m.versions and _turns(scene, m)}
        return (straight | slanted) - opening - later
    if straight or any(mention.other for mention in mentions):
        return slanted - straight
    answered = {m.versions for m in mentions if m.versions in slanted and _answered(scene, m, discourse)}
    return answered - held


_ANSWERS = word_set("topic", "answers")


def _lost_there(scene: Scene, before: list[str]) -> bool:
    return before[-1:] in (["in"], ["from"]) and bool(scene.hits.get(("polarity", "removed")))


def _subject(scene: Scene, mention: Mention) -> bool:
    """Whether a sentence begins with a text that does something: "The counter-proposal takes the plan …"."""
    texts = scene.words.texts
    return mention.start <= 3 and not _UNDER.intersection(texts[: mention.start])


_UNDER = frozenset(["in", "under", "by", "from", "of", "with", "while", "where", "whereas", "unlike", "like"])
_TURNING = frozenset(["while", "whereas", "but", "and", "where", "yet"])


def _turns(scene: Scene, mention: Mention) -> bool:
    """Whether a clause of its own begins with a text: "…; the second has", "…, while the second has"."""
    words = scene.words
    first = next(
        (i for i in range(mention.start, max(0, mention.start - 4), -1) if words.parted(i, i + 1)), 0
    )
    between = {*words.texts[first : mention.start]} if first else set()
    turn = bool(_TURNING.intersection(words.texts[max(0, mention.start - 3) : mention.start]))
    return turn or (bool(first) and between <= {"the", "in", "under", "a", "and", "but", "while", "whereas"})


def _opens(scene: Scene, place: int) -> bool:
    """Whether a mark stands shortly before: "…; in the first draft", "…, and in the first draft"."""
    return scene.words.parted(place - 3, place + 1)


def _answered(scene: Scene, mention: Mention, discourse: Discourse) -> bool:
    """ "The new approach follows the leak of the first draft": still about what was spoken of before."""
    if discourse.last is None or discourse.last in mention.versions or mention.start < 3:
        return False
    return not _ANSWERS.isdisjoint(scene.words.texts[max(0, mention.start - 7) : mention.start])
