"""Which version the words for versions in a passage mean. Nobody is guessed at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.extract.about import loose
from tracker.extract.authors import acts
from tracker.extract.calling import called
from tracker.extract.numbers import _SMALL
from tracker.extract.vocabulary import word_set

if TYPE_CHECKING:
    from collections.abc import Hashable

    from tracker.extract.calling import Called
    from tracker.extract.discourse import Discourse
    from tracker.extract.phrases import Hit
    from tracker.extract.tokens import Words

_FOLLOWING = word_set("attribution", "following")
_SAYS = word_set("polarity", "says")
_PLACES = ("first", "second", "third", "fourth")
_ORDINALS = frozenset(["first", "second", "former", "latter", "last"])
_LOOSE = frozenset(["explicit", "earliest", "later", "new"])
"""What would fit a draft of any plan, where the plans told of are others."""


@dataclass(frozen=True)
class Mention:
    """A word for a version: which versions it means here, and on what basis."""

    start: int
    end: int
    versions: tuple[str, ...]
    basis: str
    other: bool = False
    relative: bool = False


def mentions_of(words: Words, hits: dict[Hashable, list[Hit]], discourse: Discourse) -> list[Mention]:
    """The words for versions in a passage, in its order, each with the versions that it means."""
    taken = called(words, hits, discourse)
    explicit = {one.ref for one in taken} - {None}
    found = []
    for one in taken:
        theirs = (discourse.strange or (discourse.other and not discourse.apart)) and loose(
            words, one.start, one.end
        )
        elsewhere = one.name == "explicit" and _elsewhere(words, one.end, hits)
        if (one.name == "other" or elsewhere) and likened(words, one.start):
            continue
        if one.name == "other" or (theirs and one.name in _LOOSE) or elsewhere:
            found.append(Mention(one.start, one.end, (), "other plan", other=True))
        elif one.name == "any":
            found.append(Mention(one.start, one.end, (), "explicit"))
        elif (meant := _meant(words, one, discourse, explicit)) is not None:
            versions, basis = meant
            known = tuple(v for v in versions if v)
            found.append(Mention(one.start, one.end, known, basis, relative=_in_relative(words, one.start)))
    return found


def _meant(
    words: Words, one: Called, discourse: Discourse, explicit: set[str | None]
) -> tuple[tuple[str | None, ...], str] | None:
    """The versions that words mean here, and the basis; None where they are no word for a version."""
    if one.name == "definite":
        return _definite(words, one, discourse, explicit)
    if one.name == "new":
        version = discourse.revised() if discourse.contrasts else discourse.definite()
        return ((version,), "explicit") if version else None
    if one.name in ("former", "latter"):
        pair = discourse.pair()
        versions = pair[:1] if one.name == "former" else pair[1:]
        return (versions, "explicit") if versions and not _of_something(words, one.end) else None
    if one.name == "others":
        rest = tuple(v for v in discourse.named if v not in explicit)
        return (rest, "explicit") if len(rest) == _SMALL[words.texts[one.end - 1]] else None
    if one.name == "ordinal":
        return _ordinal(words, one, discourse)
    if one.name == "answer":
        written = [v for v in discourse.named if discourse.versions.authors.get(v)]
        return ((written[0],), "definite") if len(written) == 1 else None
    if one.name in ("home", "owned"):
        told = discourse.told_by(words.texts[one.end - 1])
        if one.name == "home" and discourse.abroad:
            told = discourse.topic or (discourse.named[0] if len(discourse.named) == 1 else told)
        return ((told,), "explicit") if told else None
    if one.name == "all":
        every = discourse.all(_SMALL.get(words.texts[one.end - 1], 0))
        return (every, "explicit") if every else None
    if one.name == "both":
        return discourse.both(), "explicit"
    if one.name == "latest":
        return (discourse.latest(),), "explicit"
    basis = "contrast" if one.name.endswith("_adverb") else "explicit"
    if one.name.startswith("earliest"):
        return (discourse.earliest(),), basis
    if one.name == "later":
        return (discourse.redrafted(words.texts[one.start : one.end]),), basis
    return (discourse.latest() if one.name == "later_adverb" else one.ref,), basis


def _ordinal(words: Words, one: Called, discourse: Discourse) -> tuple[tuple[str | None, ...], str] | None:
    """ "The second makes …": of the texts in the order in which the article names them."""
    place = _PLACES.index(words.texts[one.start + 1])
    pointed = one.end - one.start > 2
    does = one.end < len(words) and acts(words.texts[one.end])
    if not (pointed or does) or place >= len(discourse.named) or len(discourse.named) < 2:
        return None
    return (discourse.named[place],), "explicit"


def _definite(
    words: Words, one: Called, discourse: Discourse, explicit: set[str | None]
) -> tuple[tuple[str | None, ...], str] | None:
    """ "The plan": as good as a name where the article calls one version by a noun that is specific."""
    noun = words.texts[one.end - 1]
    meant = discourse.definite(noun)
    if words.texts[one.start] == "their" and discourse.authors:
        meant = discourse.authors
    if meant == discourse.versions.first and words.texts[one.end : one.end + 1] == ["now"]:
        meant = discourse.successor() or meant  # "the text now allows for 800,000"
    if meant in explicit and discourse.later and discourse.later != meant:
        meant = discourse.later
    if meant is None:
        return None
    return (meant,), "explicit" if meant == discourse.told_by(noun) else "definite"


def _of_something(words: Words, place: int) -> bool:
    """ "Under the first paragraph": an ordinal of something else."""
    if place >= len(words) or words.at[place] != words.at[place - 1] + 1:
        return False
    following = words.texts[place]
    return words.texts[place - 1] in _ORDINALS and following not in _FOLLOWING and not acts(following)


def likened(words: Words, place: int) -> bool:
    """ "An idea borrowed from the Gaza ceasefire": what is told of is only like something elsewhere."""
    return not _LIKENED.isdisjoint(words.texts[max(0, place - 7) : place])


_REVISED = frozenset(
    ["revised", "reworked", "amended", "refined", "slimmed", "trimmed", "pared", "shortened"]
)
_LIKENED = word_set("attribution", "likened")


def _elsewhere(words: Words, end: int, hits: dict[Hashable, list[Hit]]) -> bool:
    """ "20-point plan for Gaza": a known number of points, and another conflict."""
    after = words.texts[end : end + 3]
    if len(after) >= 2 and after[0] in ("for", "in", "on"):
        place = end + (2 if after[1] == "the" else 1)
        return any(h.start == place for h in hits.get(("version word", "elsewhere"), ()))
    return False


def _in_relative(words: Words, start: int) -> bool:
    """Within a relative clause, which "that" opens unless it follows what somebody says."""
    texts = words.texts
    return any(
        texts[i] in ("which", "whose", "where")
        or (
            texts[i] == "that"
            and i > 0
            and texts[i - 1] not in _PRONOUN_AFTER
            and not _says(texts[i - 1 : i])
        )
        for i in range(max(0, start - 8), start - (texts[start : start + 1] == ["same"]))
    )


_PRONOUN_AFTER = frozenset(["of", "all", "and", "but", "about", "with", "like", "than"])


def _says(before: list[str]) -> bool:
    return any(word in _SAYS or word.endswith("ed") for word in before)
