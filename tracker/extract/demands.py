"""Who demands what: the subject of a word of demand, and demands that are named and not made."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.extract.hedge import TELLERS
from tracker.extract.subjects import attributive
from tracker.extract.vocabulary import word_set

if TYPE_CHECKING:
    from tracker.extract.phrases import Hit
    from tracker.extract.scene import Scene
    from tracker.extract.zone import Zone

_SUBJECT_REACH = 12
_SAYING = frozenset(["says", "said", "insists", "insisted", "adds", "added", "repeats", "warns", "warned"])
_PRONOUNS = frozenset(["he", "she", "they", "we", "i", "it"])
_NOUNS = frozenset(["demand", "demands", "objections", "objection", "refusal"])
_DEMANDING = word_set("stance", "demanding")
_ADJECTIVES = word_set("stance", "adjectives")
_DATES = word_set("stance", "dates")


def as_noun(scene: Scene, hit: Hit) -> bool:
    """ "Russian demands", "Moscow's demands", "a controversial demand": nobody demands just here."""
    texts, words = scene.words.texts, scene.words
    if texts[hit.start] in ("maximalist",) or texts[hit.start : hit.start + 2] == ["red", "lines"]:
        return True
    if texts[hit.start] not in _NOUNS or not hit.start:
        return False
    before = texts[hit.start - 1]
    follows = texts[hit.end : hit.end + 1] in (["for"], ["that"], ["to"])
    if follows and any(e.end == hit.start and "party" in e.senses for e in words.entities):
        return not texts[max(0, hit.start - 4) : hit.start].count("would")  # "the US demand for"
    owned = words.ends[hit.start - 1] - words.starts[hit.start - 1] > len(before)
    return (
        owned or before in _ADJECTIVES or before.endswith(("ian", "ist", "ine", "ial", "can", "ean", "line"))
    )


def as_content(scene: Scene, hit: Hit) -> bool:
    """ "…, guarantees and a demand for elections": one of the things that a text has."""
    texts = scene.words.texts
    article = ("a", "the") if scene.hits.get(("polarity", "removed")) else ("a",)
    return texts[hit.start - 1] in article and texts[hit.end : hit.end + 1] in (["for"], ["that"])


def removed_after(scene: Scene, hit: Hit, zone: Zone) -> bool:
    """ "Washington's demand for a fee has been removed": it stood in a text."""
    return any(scene.within(("polarity", "removed"), hit.end, zone.end))


def text_first(scene: Scene, hit: Hit, plan_words: frozenset[str]) -> bool:
    """Whether a text is what the sentence is about: it stands before anybody who could demand."""
    for place, word in enumerate(scene.words.texts[: hit.start]):
        if word in plan_words and word not in ("points", "original"):
            return True
        if any("person" in e.senses or "party" in e.senses for e in scene.words.beginning.get(place, ())):
            return False
    return False


def _declared(scene: Scene, place: int) -> bool:
    """Whether a capital belongs to a declared name, or to a month or day."""
    return scene.words.texts[place] in _DATES or any(e.start <= place < e.end for e in scene.words.entities)


def follows(scene: Scene, hit: Hit) -> bool:
    """Whether the demand is said right after: "Moscow's demands that", "many demands, including"."""
    after = scene.words.texts[hit.end : hit.end + 1]
    return bool(after) and after[0] in _DEMANDING


def demander(scene: Scene, hit: Hit, plan_words: frozenset[str], authors: frozenset[int]) -> tuple[str, int]:
    """Who does what the word says (`actor`, `text`, `it`, or nobody near), and where that stands."""
    words = scene.words
    stop, last = max(0, hit.start - 14), hit.start - 1
    if (
        hit.start > 1 and words.at[hit.start] - words.at[hit.start - 1] >= 3
    ):  # "The draft, shared with …, insists"
        commas = [i for i in range(1, hit.start) if words.at[i] - words.at[i - 1] >= 3]
        if len(commas) == 1 and hit.start - commas[0] <= 14:
            stop, last = 0, commas[0] - 1
    people = {h.start for name in ("unnamed", "own_view") for h in scene.hits.get(("hedge", name), ())}
    for place in range(last, stop - 1, -1):
        if last == hit.start - 1 and words.at[hit.start] - words.at[place] > _SUBJECT_REACH + 4:
            break
        word = words.texts[place]
        if place in authors or place in scene.covered("version"):
            return "text", place
        if word in plan_words and word not in ("points", "original", "package"):
            return "text", place
        if word in ("it", "that", "which"):
            if word == "it" and place and words.texts[place - 1] in _SAYING:
                return "actor", place  # "the parliament says it would never agree"
            return "it", place
        if word in _PRONOUNS or place in people:
            return "actor", place
        if any(
            ("party" in e.senses or "person" in e.senses) and not attributive(scene, e)
            for e in words.entities
            if e.start <= place < e.end
        ):
            return "actor", place
        if hit.start - place <= 2 and place in scene.capitals and not _declared(scene, place):
            return "actor", place  # somebody whom no file declares
    return "", hit.start


def tells(scene: Scene, place: int) -> bool:
    """Whether somebody is one who tells what is in a text: a source, a diplomat, an official."""
    return scene.words.texts[place] in TELLERS
