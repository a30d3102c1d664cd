"""The words for versions in a passage, and which version each means. Nobody is guessed at."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.extract.about import loose, plain
from tracker.extract.authors import acts, contrasted, countered, stands_for_text, told_by_number
from tracker.extract.numbers import _SMALL
from tracker.extract.phrases import Hit
from tracker.extract.vocabulary import word_set

if TYPE_CHECKING:
    from collections.abc import Hashable

    from tracker.extract.discourse import Discourse
    from tracker.extract.tokens import Words


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
    """The words for versions in a passage, outright names first, overlaps settled."""
    raw: list[tuple[int, int, int, str, str | None]] = []
    for ref in discourse.versions.order:
        raw += [(0, h.start, h.end, "explicit", ref) for h in hits.get(("version", ref), ())]
    for rank, name in enumerate(
        ("other", "any", "both", "all", "earliest", "latest", "later", "new", "former", "latter", "definite"),
        1,
    ):
        raw += [
            (rank if name != "other" else 0, h.start, h.end, name, None)
            for h in hits.get(("version word", name), ())
        ]
    raw = [m for m in raw if not _both_of_something(words, m)]
    later = [*hits.get(("version word", "later"), ()), *hits.get(("version word", "new"), ())]
    numbered = [m for m in raw if m[3] == "explicit" and any("point" in w for w in words.texts[m[1] : m[2]])]
    if later:  # "the revised US plan" is not the US plan
        raw = [
            m
            for m in raw
            if m[3] != "explicit"
            or m in numbered
            or m[4] != discourse.versions.first
            or not any(h.start <= m[1] and m[2] <= h.end for h in later)
        ]
    raw = [m for m in raw if not _of_the_paper(words, m, hits) and not _dated(m, raw)]
    if discourse.vague():
        first = discourse.versions.first
        raw = [
            (m[0], m[1], m[2], "any", None) if m[4] == first and not plain(words, m[1], m[2]) else m
            for m in raw
        ]
    raw = countered(words, told_by_number(words, raw, discourse.versions.first))
    raw.sort(key=lambda m: (m[0], m[1] - m[2], m[1]))
    taken: list[tuple[int, int, int, str, str | None]] = []
    for mention in raw:
        if not any(mention[1] < t[2] and t[1] < mention[2] for t in taken):
            taken.append(mention)
    taken += [t for t in _strangers(words, discourse) if not any(t[1] < o[2] and o[1] < t[2] for o in taken)]
    named = [t for t in taken if t[3] == "explicit"]
    if named or len(discourse.named) > 1:
        for ref in discourse.versions.order:
            for h in (*hits.get(("modifier", ref), ()), *hits.get(("author", ref), ())):
                alone = (
                    ref == discourse.versions.first or not named or h not in hits.get(("modifier", ref), ())
                )
                said = " ".join(words.texts[h.start : h.end])
                place = ref in discourse.named and said not in discourse.versions.called
                if alone and not place and not contrasted(words, h, discourse):
                    continue
                free = not any(h.start < t[2] and t[1] < h.end for t in taken)
                if free and stands_for_text(words, h, place=place):
                    taken.append((0, h.start, h.end, "explicit", ref))
    begin = next((i for i in range(1, min(4, len(words))) if words.at[i] - words.at[i - 1] == 5), 0)
    they = words.texts[begin : begin + 1] == ["they"] and stands_for_text(words, Hit(begin, begin + 1))
    if discourse.authors and they:
        taken.append((0, begin, begin + 1, "explicit", discourse.authors))
    adverbs = [t for t in (("earliest_adverb"), ("later_adverb")) if hits.get(("version word", t))]
    if adverbs and (taken or discourse.current) and (len(adverbs) == 2 or named or discourse.recent):
        later_known = discourse.later is not None or len(discourse.named) > 1
        contrast = "earliest_adverb" in adverbs or any(
            t[3] == "earliest" or (t[4] == discourse.versions.first and (later_known or _aged(words, t)))
            for t in taken
        )
        opens = any(_now(words, h) for h in hits.get(("version word", "later_adverb"), ()))
        contrast = contrast or (
            opens and not taken and later_known and discourse.current == discourse.versions.first
        )
        if contrast:
            for name in adverbs:
                for h in hits[("version word", name)]:
                    if _of_today(words, h):
                        continue
                    if not any(h.start < t[2] and t[1] < h.end for t in taken):
                        taken.append((9, h.start, h.end, name, None))
    return _resolve(words, hits, sorted(taken, key=lambda t: (t[1], t[2])), discourse)


def _of_the_paper(
    words: Words, mention: tuple[int, int, int, str, str | None], hits: dict[Hashable, list[Hit]]
) -> bool:
    """ "Their revision of the American paper": the paper is American, not the revision."""
    _, start, end, name, ref = mention
    if name != "explicit" or "of" not in words.texts[start + 1 : end]:
        return False
    return any(h.start < end < h.end for h in hits.get(("version", ref), ()))


def _dated(
    mention: tuple[int, int, int, str, str | None], raw: list[tuple[int, int, int, str, str | None]]
) -> bool:
    """ "The European draft of November": the month says when, not which."""
    return mention[3] == "explicit" and any(
        other[3] == "explicit" and other[4] != mention[4] and other[1] < mention[1] < other[2] < mention[2]
        for other in raw
    )


def _noun(words: Words, place: int) -> bool:
    """ "Under the first paragraph": an ordinal of something else."""
    return (
        words.texts[place - 1] in ("first", "second", "former", "latter", "last")
        and words.texts[place] not in _FOLLOWING
        and not acts(words.texts[place])
    )


_FOLLOWING = word_set("attribution", "following")


def _of_today(words: Words, hit: Hit) -> bool:
    """ "The army, which now numbers a million", "now known as the G7": no text is newer."""
    before, after = words.texts[max(0, hit.start - 1) : hit.start], words.texts[hit.end : hit.end + 1]
    return before in (["which"], ["who"]) or bool(after and after[0] in _STATES)


def _now(words: Words, hit: Hit) -> bool:
    """ "This is now to happen at once", not "now to something else"."""
    return 0 < hit.start <= 3 or (hit.start == 0 and words.texts[hit.end : hit.end + 1] not in _NEXT)


_NEXT = (["to"], ["for"], ["let"])
_HOLDERS = frozenset(["list", "plan", "draft", "text", "version", "proposal", "paper", "document", "formula"])
_STATES = word_set("attribution", "states")


def _both_of_something(words: Words, mention: tuple[int, int, int, str, str | None]) -> bool:
    """ "In both societies": not both texts."""
    _, start, end, name, _ = mention
    if name != "both" or words.texts[start:end] != ["in", "both"]:
        return False
    goes_on = words.at[end : end + 1] == [words.at[end - 1] + 1]
    return goes_on and words.texts[end] not in ("the", "a", "an")


def _aged(words: Words, mention: tuple[int, int, int, str, str | None]) -> bool:
    """Whether a name says that there is a newer one: "the original 28-point plan"."""
    said = words.texts[max(0, mention[1] - 2) : mention[2]]
    return not {"original", "initial", "first", "earlier"}.isdisjoint(said)


def _strangers(words: Words, discourse: Discourse) -> list[tuple[int, int, int, str, str | None]]:
    """Plans with a number of points that no version has: "the 12-point plan", "a ten-point formula"."""
    found: list[tuple[int, int, int, str, str | None]] = []
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
            found.append((0, place, place + 2, "other", None))
    return found


def _resolve(
    words: Words,
    hits: dict[Hashable, list[Hit]],
    taken: list[tuple[int, int, int, str, str | None]],
    discourse: Discourse,
) -> list[Mention]:
    explicit = [t[4] for t in taken if t[4]]
    found = []
    for _, start, end, name, ref in taken:
        versions: tuple[str | None, ...]
        basis = "explicit"
        theirs = (discourse.strange or discourse.other) and loose(words, start, end)
        if theirs and name in ("explicit", "earliest", "later", "new"):
            found.append(Mention(start, end, (), "other plan", other=True))
            continue
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
        elif name == "earliest_adverb":
            versions, basis = (discourse.earliest(),), "contrast"
        elif name in ("later", "later_adverb"):
            versions, basis = (discourse.revised(),), "explicit" if name == "later" else "contrast"
        elif name == "new":
            versions = (discourse.revised() if discourse.contrasts else discourse.definite(),)
            if versions == (None,):
                continue
        elif name in ("former", "latter"):
            versions = discourse.pair()[:1] if name == "former" else discourse.pair()[1:]
            if not versions or (
                end < len(words) and words.at[end] == words.at[end - 1] + 1 and _noun(words, end)
            ):
                continue
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
            noun = words.texts[end - 1]
            meant = discourse.definite(noun)
            if words.texts[start] == "their" and discourse.authors:
                meant = discourse.authors
            if meant in explicit and discourse.later and discourse.later != meant:
                meant = discourse.later
            told = discourse.told_by(noun) is not None and meant == discourse.told_by(noun)
            versions, basis = (meant,), "explicit" if told else "definite"
            if meant is None:
                continue
        known = tuple(v for v in versions if v)
        relative = _in_relative(words, start)
        found.append(Mention(start, end, known, basis, relative=relative))
    return found


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
        texts[i] in ("which", "whose", "where") or (texts[i] == "that" and not _says(texts[i - 1 : i]))
        for i in range(max(0, start - 8), start)
    )


def _says(before: list[str]) -> bool:
    return any(word in _SAYS or word.endswith("ed") for word in before)


_SAYS = word_set("polarity", "says")
