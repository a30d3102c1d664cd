"""News outlets: their names hold names of countries and cities, and they report what others said."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.extract.vocabulary import word_set

if TYPE_CHECKING:
    from tracker.extract.phrases import Hit
    from tracker.extract.tokens import Entity, Words

_AFTER = word_set("outlets", "after")
_LOWER_AFTER = frozenset(
    ["media", "newspaper", "newspapers", "outlet", "outlets", "press", "journalists", "reporters"]
)
_BEFORE = frozenset(["agence", "radio", "rbc", "interfax", "suspilne", "ria", "tass"])


def without_outlets(entities: list[Entity], words: Words, text: str) -> list[Entity]:
    """Names without those that are part of an outlet's name: "Agence France-Presse", "Ukrainian media"."""
    return [entity for entity in entities if not _of_outlet(entity, words, text)]


def _of_outlet(entity: Entity, words: Words, text: str) -> bool:
    if not {"party", "place"} & entity.senses.keys():
        return False
    if entity.start and words.texts[entity.start - 1] in _BEFORE:
        return True
    if entity.end >= len(words):
        return False
    after = words.texts[entity.end]
    gap = text[words.ends[entity.end - 1] : words.starts[entity.end]]
    if "." in gap or "," in gap:
        return False
    if after in ("24",):
        return True
    return after in _LOWER_AFTER or (after in _AFTER and text[words.starts[entity.end]].isupper())


_SAYING = word_set("outlets", "saying")
_REPORTING = frozenset(["reported", "reports", "wrote", "writes", "noted"])
_NO_NAME = word_set("outlets", "no_name")


def speaker_named(words: Words, said: list[Hit], text: str) -> str | None:
    """Who speaks though no file declares the name: the capitals beside "reported", "told", "writes"."""
    taken = {
        i for e in words.entities if {"party", "person"} & e.senses.keys() for i in range(e.start, e.end)
    }
    for hit in said:
        verb = words.texts[hit.start]
        if (titled := _titled(words, hit, text)) is not None:
            return titled
        if verb == "according" or words.texts[hit.end - 1] == "by":
            low = high = hit.end + (words.texts[hit.end : hit.end + 1] == ["the"])
            if words.texts[low + 1 : low + 2] and words.texts[low + 1] in (
                "media",
                "press",
                "outlets",
                "newspapers",
            ):
                return text[words.starts[low] : words.ends[low + 1]]
            while high < len(words) and high - low < 4 and _capital(words, high, text, taken):
                if high > low and words.at[high] - words.at[high - 1] > 1:
                    break
                high += 1
            if high > low:
                return _article(words, low, high, text)
            continue
        if verb not in _SAYING:
            continue
        low = hit.start
        while low > 0 and hit.start - low < 4 and _capital(words, low - 1, text, taken):
            if low < hit.start and words.at[low] - words.at[low - 1] > 1:
                break
            low -= 1
        size = hit.start - low
        if size and (low > 0 or size > 1 or verb in _REPORTING):
            return _article(words, low, hit.start, text)
        if hit.start and words.at[hit.start] - words.at[hit.start - 1] > 2:
            low = hit.end + (words.texts[hit.end : hit.end + 1] == ["the"])
            high = low
            while high < len(words) and high - low < 4 and _capital(words, high, text, taken):
                high += 1
            if high > low:
                return _article(words, low, high, text)
    return None


_TITLES = word_set("outlets", "titles")


def _titled(words: Words, hit: Hit, text: str) -> str | None:
    """ "Mr Van Rhee went on": a title and the capitals after it, beside a word of saying."""
    for low in range(max(0, hit.start - 4), min(hit.end + 2, len(words) - 1)):
        if words.texts[low] in _TITLES and (low < hit.start or low >= hit.end):
            high = low + 1
            while high < len(words) and high - low < 4 and text[words.starts[high]].isupper():
                high += 1
            if high > low + 1 and (high <= hit.start or low - hit.end <= 0):
                return text[words.starts[low] : words.ends[high - 1]]
    return None


def _capital(words: Words, place: int, text: str, taken: set[int]) -> bool:
    return (
        place not in taken
        and words.texts[place] not in _NO_NAME
        and text[words.starts[place]].isupper()
        and words.texts[place].isalpha()
    )


def _article(words: Words, low: int, high: int, text: str) -> str:
    return text[words.starts[low] : words.ends[high - 1]]
