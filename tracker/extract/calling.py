"""The words by which a passage calls a version, before it is said which: names, "the first draft", "now"."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from tracker.extract.about import counted_down, plain
from tracker.extract.authors import contrasted, countered, stands_for_text, told_by_number, with_team
from tracker.extract.numbers import _SMALL
from tracker.extract.phrases import Hit
from tracker.extract.vocabulary import word_set

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from tracker.extract.discourse import Discourse
    from tracker.extract.tokens import Words

    Hits = dict[Hashable, list[Hit]]

_LISTS = (
    "any", "both", "all", "earliest", "latest", "later", "new", "former", "latter", "definite", "answer",
    "ordinal", "others", "home", "owned",
)  # fmt: skip
"""The lists of words for versions, the more outright first; "other" is as outright as a name."""

_HOLDERS = frozenset(["list", "plan", "draft", "text", "version", "proposal", "paper", "document", "formula"])
_STATES = word_set("attribution", "states")
_AGED = frozenset(["original", "initial", "first", "earlier"])
_AFTER_BOTH = frozenset(["the", "a", "an", "to", "by", "with", "and", "for", "under", "is", "are", "it"])
_IN_BOTH = [[place, both] for place in ("in", "under") for both in ("both", "either")]
_OBJECTS = (["a"], ["an"], ["the"], ["to"])
_NEXT = (["to"], ["for"], ["let"])


class Called(NamedTuple):
    """Words that may mean a version: how outright (0 is most), where, the list or `explicit`, the version."""

    rank: int
    start: int
    end: int
    name: str
    ref: str | None = None

    def meets(self, other: Called | Hit) -> bool:
        """Whether two stretches share a word."""
        return self.start < other.end and other.start < self.end


def called(words: Words, hits: Hits, discourse: Discourse) -> list[Called]:
    """The words for versions of a passage in its order, the more outright ones first served."""
    taken: list[Called] = []
    for one in sorted(_meant(words, hits, discourse), key=lambda c: (c.rank, c.start - c.end, c.start)):
        _add(taken, one)
    for one in _strangers(words, discourse):
        _add(taken, one)
    named = any(one.name == "explicit" for one in taken)
    if named or len(discourse.named) > 1:
        for one in _authors(words, hits, discourse, named=named):
            _add(taken, one)
    begin = next((i for i in range(1, min(4, len(words))) if words.at[i] - words.at[i - 1] == 5), 0)
    they = words.texts[begin : begin + 1] == ["they"] and stands_for_text(words, Hit(begin, begin + 1))
    if discourse.authors and they:
        taken.append(Called(0, begin, begin + 1, "explicit", discourse.authors))
    for one in _adverbs(words, hits, discourse, tuple(taken), named=named):
        _add(taken, one)
    return sorted(taken, key=lambda c: (c.start, c.end))


def _add(taken: list[Called], one: Called) -> None:
    if not any(one.meets(other) for other in taken):
        taken.append(one)


def _meant(words: Words, hits: Hits, discourse: Discourse) -> Iterable[Called]:
    """What the lists and the names find, without what only looks like it."""
    first = discourse.versions.first
    raw = [
        Called(0, *h, "explicit", ref)
        for ref in discourse.versions.order
        for h in hits.get(("version", ref), ())
    ]
    raw += [Called(0, *h, "other") for h in hits.get(("version word", "other"), ())]
    for rank, name in enumerate(_LISTS, 2):
        raw += [Called(rank, *h, name) for h in hits.get(("version word", name), ())]
    raw += [
        Called(0, i, i + 2, "explicit", ref)
        for i in range(len(words) - 1)
        if (ref := discourse.coined.get((words.texts[i], words.texts[i + 1])))
    ]
    raw += [
        Called(0, place, place + 1, "explicit", ref) for place, ref in counted_down(words, discourse.versions)
    ]
    raw = [c for c in raw if not _both_of_something(words, c) and not _done(words, c)]
    later = [*hits.get(("version word", "later"), ()), *hits.get(("version word", "new"), ())]
    numbered = {c for c in raw if c.name == "explicit" and _numbered(words, c)}
    raw = [
        c
        for c in raw
        if c.name != "explicit"
        or c in numbered
        or c.ref != first
        or not any(h.start <= c.start and c.end <= h.end for h in later)  # "the revised US plan"
    ]
    raw = [c for c in raw if not _of_the_paper(words, c, hits) and not _dated(c, raw)]
    if discourse.vague():
        raw = [
            Called(c.rank, c.start, c.end, "any")
            if c.ref == first
            and not plain(words, c.start, c.end)
            and words.texts[c.end : c.end + 1] != ["had"]
            else c
            for c in raw
        ]
    return countered(words, told_by_number(words, raw, first))


def _numbered(words: Words, one: Called) -> bool:
    return any("point" in word for word in words.texts[one.start : one.end])


def _of_the_paper(words: Words, one: Called, hits: Hits) -> bool:
    """ "Their revision of the American paper": the paper is American, not the revision."""
    if one.name != "explicit" or "of" not in words.texts[one.start + 1 : one.end]:
        return False
    return any(h.start < one.end < h.end for h in hits.get(("version", one.ref), ()))


def _dated(one: Called, raw: list[Called]) -> bool:
    """ "The European draft of November": the month says when, not which."""
    return one.name == "explicit" and any(
        other.name == "explicit" and other.ref != one.ref and other.start < one.start < other.end < one.end
        for other in raw
    )


def _both_of_something(words: Words, one: Called) -> bool:
    """ "In both societies", "the two would both ban": not both texts."""
    if one.name == "both" and words.texts[max(0, one.start - 1)] in ("would", "will", "must", "shall", "to"):
        return True
    if one.name != "both" or words.texts[one.start : one.end] not in _IN_BOTH:
        return False
    goes_on = words.at[one.end : one.end + 1] == [words.at[one.end - 1] + 1]
    return goes_on and words.texts[one.end] not in _AFTER_BOTH


def _done(words: Words, one: Called) -> bool:
    """ "The three have rewritten the plan": what they did to a text, no name of one."""
    before = words.texts[max(0, one.start - 1) : one.start]
    offers = words.texts[one.end - 1] == "offer" and words.texts[one.end : one.end + 1] in _OBJECTS
    return offers or (one.name == "later" and before in (["have"], ["has"], ["had"]))


def _strangers(words: Words, discourse: Discourse) -> Iterable[Called]:
    """Plans with a number of points that no version has: "the 12-point plan", "a ten-point formula"."""
    for place, word in enumerate(words.texts[:-1]):
        listed = words.texts[place + 1] == "points" and not _HOLDERS.isdisjoint(
            words.texts[max(0, place - 3) : place]
        )
        if not (words.texts[place + 1] == "point" or listed) or not (word.isdigit() or word in _SMALL):
            continue
        before = words.texts[place - 1] if place else ""
        whole = f"{before} {word}" if before in _SMALL and _SMALL[before] >= 20 else word
        if all(
            f"{form} point" not in names
            for names in discourse.versions.aliases.values()
            for form in (word, whole)
        ):
            yield Called(0, place, place + 2, "other")


def _authors(words: Words, hits: Hits, discourse: Discourse, *, named: bool) -> Iterable[Called]:
    """Authors, and places of talks, that stand for their text."""
    for ref in discourse.versions.order:
        modifiers = hits.get(("modifier", ref), ())
        for bare in (*modifiers, *hits.get(("author", ref), ())):
            alone = ref == discourse.versions.first or not named or bare not in modifiers
            h = with_team(words, bare)
            said = " ".join(words.texts[bare.start : bare.end])
            place = ref in discourse.named and said not in discourse.versions.called
            held = said not in discourse.versions.called and hits.get(("polarity", "removed"))
            if held and ref != discourse.versions.first and words.texts[max(0, h.start - 1)] in ("in", "at"):
                yield Called(0, h.start, h.end, "explicit", ref)  # "was removed in Geneva"
            if alone and not place and not contrasted(words, h, discourse):
                continue
            if stands_for_text(words, h, place=place):
                yield Called(0, h.start, h.end, "explicit", ref)


def _adverbs(
    words: Words, hits: Hits, discourse: Discourse, taken: tuple[Called, ...], *, named: bool
) -> Iterable[Called]:
    """ "Originally", "now": words for versions where texts are contrasted."""
    adverbs = [name for name in ("earliest_adverb", "later_adverb") if hits.get(("version word", name))]
    if not adverbs:
        return
    if not _first_of_all(hits, discourse):
        if not (taken or discourse.current):
            return
        if len(adverbs) < 2 and not named and not discourse.recent:
            return
    first = discourse.versions.first
    later_known = discourse.later is not None or len(discourse.named) > 1
    contrast = "earliest_adverb" in adverbs or any(
        c.name == "earliest" or (c.ref == first and (later_known or _aged(words, c))) for c in taken
    )
    opens = any(_now(words, h) for h in hits.get(("version word", "later_adverb"), ()))
    if not contrast and not (opens and not taken and later_known and discourse.current == first):
        return
    for name in adverbs:
        for h in hits[("version word", name)]:
            if not _of_today(words, h):
                yield Called(9, h.start, h.end, name)


def _first_of_all(hits: Hits, discourse: Discourse) -> bool:
    """ "Initially the fee was to be …" where an article tells of several texts."""
    opens = any(h.start == 0 for h in hits.get(("version word", "earliest_adverb"), ()))
    return opens and len(discourse.named) > 1 and discourse.versions.first in discourse.named


def _aged(words: Words, one: Called) -> bool:
    """Whether a name says that there is a newer one: "the original 28-point plan"."""
    return not _AGED.isdisjoint(words.texts[max(0, one.start - 2) : one.end])


def _now(words: Words, hit: Hit) -> bool:
    """ "This is now to happen at once", not "now to something else"."""
    return 0 < hit.start <= 3 or (hit.start == 0 and words.texts[hit.end : hit.end + 1] not in _NEXT)


def _of_today(words: Words, hit: Hit) -> bool:
    """ "The army, which now numbers a million", "now known as the G7": no text is newer."""
    before, after = words.texts[max(0, hit.start - 1) : hit.start], words.texts[hit.end : hit.end + 1]
    return before in (["which"], ["who"]) or bool(after and after[0] in _STATES)
