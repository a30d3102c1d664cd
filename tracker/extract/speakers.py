"""Speakers without a name: the declared group they belong to, or the article's words for them."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.extract.vocabulary import word_set

if TYPE_CHECKING:
    from tracker.extract.names import NameIndex
    from tracker.extract.phrases import Hit
    from tracker.extract.scene import Scene


SAME = "the same"
"""The one who spoke last, whoever that was."""


def official(scene: Scene, place: int, names: NameIndex, hit: Hit, text: str) -> str:
    """The group that "a Ukrainian negotiator" belongs to, if such a group is declared."""
    texts = scene.words.texts
    whose = any(e.end == place and "party" in e.senses for e in scene.words.entities)
    if not whose and any(word in ("the", "same", "this") for word in texts[max(0, place - 2) : place]):
        for one in scene.earlier:  # "the diplomat": the one who spoke before
            known = one.voice.speaker if one.voice is not None else None
            if known and one.passage.kind != "heading":
                if texts[place] in ("person", "people") and known != names.officials_of(""):
                    break  # a person is not the diplomat before
                if texts[place] in _DECLARED or known.lower().endswith(texts[place]):
                    return known
                break
        if texts[place - 1] == "same":
            return SAME
    if texts[place] in _DECLARED and texts[place + 1 : place + 2] and texts[place + 1] in _BELONGS:
        theirs = names.officials_of(str(names.principal))
        if theirs and texts[place + 1 : place + 4] in (
            ["to", "the", "president"],
            ["of", "the", "president"],
        ):
            return theirs
        for entity in scene.words.entities:
            if (
                "party" in entity.senses
                and place < entity.start <= place + 4
                and not scene.words.parted(place + 1, entity.start + 1)
            ):
                party = str(entity.senses["party"])
                if group := party if party.endswith("officials") else names.officials_of(party):
                    return group
    for entity in scene.words.entities:
        if entity.start <= place < entity.end and str(entity.senses.get("party", "")).endswith("officials"):
            own = str(entity.senses["party"])
            if own != names.officials_of(""):
                return own
    for entity in reversed(scene.words.entities):
        if (
            entity.end <= place
            and place - entity.start <= 5
            and "party" in entity.senses
            and not scene.words.parted(entity.end, place + 1)
        ):
            party = str(entity.senses["party"])
            if party.endswith("officials"):
                return party
            if group := names.officials_of(party):
                return group
    for entity in scene.words.beginning.get(place, ()):
        if str(entity.senses.get("party", "")).endswith("officials"):
            return str(entity.senses["party"])
    return _words_for(scene, place, names, hit, text)


_THE_PRESIDENT = (["to", "the", "president"], ["of", "the", "president"])
_BELONGS = frozenset(["to", "at", "of", "in", "from", "with", "close", "inside"])


_WITHIN = word_set("speakers", "within")


_DECLARED = word_set("speakers", "declared")
"""Those whom a declared group of speakers without a name stands for; others keep their words."""


def _words_for(scene: Scene, place: int, names: NameIndex, hit: Hit, text: str) -> str:
    """The declared group of speakers without a name; or the words: "a source briefed on the matter"."""
    words = scene.words
    if words.texts[place] in _DECLARED and (declared := names.officials_of("")):
        return declared
    low = high = place
    while low > 0 and words.texts[low - 1] in _WITHIN and words.at[low] - words.at[low - 1] < 3:
        low -= 1
    owner = low - 1 if low == place and low > 0 else None
    if owner is not None and words.ends[low - 1] - words.starts[low - 1] > len(words.texts[low - 1]):
        low = owner  # "Poland's president"
    if place < hit.start <= place + 7 and words.at[hit.start] - words.at[place] == hit.start - place:
        high = hit.start - 1
    said = text[words.starts[low] : words.ends[high]]
    return said[:1].lower() + said[1:] if words.texts[low] in _WITHIN else said
