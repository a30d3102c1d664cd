"""Authors who stand for their text: "the E3 wrote", "unlike Washington", "EU: …"; whose counter-proposal."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.extract.vocabulary import word_set

if TYPE_CHECKING:
    from tracker.extract.calling import Called
    from tracker.extract.discourse import Discourse
    from tracker.extract.phrases import Hit
    from tracker.extract.tokens import Words


def countered(words: Words, raw: list[Called]) -> list[Called]:
    """ "A 28-point counter-proposal" is the counter-proposal: the number says how long it is."""
    return [_countered(words, one, raw) for one in raw]


def _countered(words: Words, one: Called, raw: list[Called]) -> Called:
    texts = words.texts
    if one.name != "explicit" or not any("point" in w for w in texts[one.start : one.end]):
        return one
    for other in raw:
        if other.name != "explicit" or other.ref == one.ref:
            continue
        near = one.start < other.end and other.start <= one.end + 1
        joined = other.start < one.end or (
            words.at[other.start] - words.at[one.end - 1] == other.start - one.end + 1
        )
        if near and joined and any(w.startswith("counter") for w in texts[other.start : other.end]):
            return one._replace(rank=0, end=max(one.end, other.end), ref=other.ref)
    return one


def told_by_number(words: Words, raw: list[Called], first: str | None) -> list[Called]:
    """ "The 20-point American plan" is the plan of twenty points, whoever else wrote one."""
    numbered = [
        one
        for one in raw
        if one.name == "explicit" and any("point" in w for w in words.texts[one.start : one.end])
    ]
    return [
        one
        for one in raw
        if one in numbered
        or one.ref != first
        or not any(n.ref != first and n.start <= one.start <= n.end + 1 for n in numbered)
    ]


_WROTE = word_set("authors", "wrote")
"""What an author does in a text."""


_AUXILIARIES = frozenset(["had", "have", "has", "would", "did"])
_ADVERBS = frozenset(["also", "explicitly", "instead", "meanwhile", "simply", "only", "thus"])


def _labels(words: Words, hit: Hit) -> bool:
    """ "EU: a total pact": whose text the line is from."""
    return hit.start == 0 and hit.end < len(words) and words.at[hit.end] - words.at[hit.end - 1] >= 5


def _opens(words: Words, place: int) -> bool:
    """Whether a clause begins at a place."""
    first = place - (place > 0 and words.texts[place - 1] == "the")
    return (
        first == 0
        or words.at[first] - words.at[first - 1] >= 3
        or words.texts[first - 1] in ("while", "but", "where", "whereas")
    )


def acts(word: str) -> bool:
    """Whether a word is what an author, or a text, does."""
    return word in _ACTS or word in _WROTE or word in _AUXILIARIES


_TEAMS = frozenset(["team", "camp", "side", "administration", "authors", "drafters", "three"])


def with_team(words: Words, hit: Hit) -> Hit:
    """ "The Trump team foresaw": whoever wrote a text, with the word for them."""
    teamed = not _TEAMS.isdisjoint(words.texts[hit.end : hit.end + 1])
    return hit._replace(end=hit.end + 1) if teamed else hit


def contrasted(words: Words, hit: Hit, discourse: Discourse) -> bool:
    """Whether authors stand against authors: an article on two versions calls them by who wrote them."""
    if len(discourse.named) < 2:
        return False
    before, after = words.texts[max(0, hit.start - 2) : hit.start], words.texts[hit.end : hit.end + 1]
    if not {"as", "that", "what"}.isdisjoint(before) and not _ACTS.isdisjoint(after):
        return True
    unlike = hit.start > 0 and words.texts[hit.start - 1] == "unlike"
    does = words.texts[hit.end : hit.end + 2]
    did = does[1:] if does[:1] in (["had"], ["would"]) else does[:1]
    acts = not (_ACTS.isdisjoint(does) and _WROTE.isdisjoint(did)) and _opens(words, hit.start)
    return (
        unlike
        or acts
        or _done_by(words, hit)
        or _elliptic(words, hit)
        or _labels(words, hit)
        or _had_it(words, hit)
    )


def _done_by(words: Words, hit: Hit) -> bool:
    """ "Was kept by the E3": by their text."""
    before = [w for w in words.texts[max(0, hit.start - 3) : hit.start] if w != "the"]
    return before[-1:] == ["by"] and before[-2:-1] != [] and before[-2] in _DONE


_DONE = word_set("authors", "done")


def _elliptic(words: Words, hit: Hit) -> bool:
    """ "Europe's says …": its text does."""
    owned = words.ends[hit.end - 1] - words.starts[hit.end - 1] > len(words.texts[hit.end - 1])
    return owned and words.texts[hit.end : hit.end + 1] in (["says"], ["would"], ["has"], ["is"], ["does"])


def _had_it(words: Words, hit: Hit) -> bool:
    """ "Washington had it at 600,000", "as Washington had it"."""
    return words.texts[hit.end : hit.end + 2] in (["had", "it"], ["has", "it"])


_HELD = word_set("authors", "held")
_ACTS = word_set("authors", "acts")


def stands_for_text(words: Words, hit: Hit, *, place: bool = False) -> bool:
    """Whether the bare name of the authors, or of a place, stands for a text: "the E3 wrote 800,000"."""
    after = words.texts[hit.end] if hit.end < len(words) else ""
    if _had_it(words, hit) or _elliptic(words, hit) or _done_by(words, hit):
        return True
    if after in _AUXILIARIES and hit.end + 2 < len(words) and words.texts[hit.end + 1] in _WROTE:
        return True
    if after in _ADVERBS and hit.end + 1 < len(words):
        after = words.texts[hit.end + 1]
    before = words.texts[hit.start - 1] if hit.start else ""
    if after in _WROTE and (
        before in ("the", "", "while", "whereas", "but", "and", "as", "that", "what")
        or _opens(words, hit.start)
    ):
        return True
    if before == "unlike" or _labels(words, hit):
        return True
    if not place:
        return False
    if not _HELD.isdisjoint(words.texts[max(0, hit.start - 4) : hit.start]):
        return False  # "new negotiations in Geneva"
    if before in ("of", "on") and hit.start == 1:
        return True
    return before in ("about", "in", "at", "after", "from") and after not in (
        "talks",
        "meeting",
        "negotiators",
        "on",
    )
