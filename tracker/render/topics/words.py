"""The words of the closed vocabularies: modality, presence, how a text is known, hedges, origins."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.plan.words import DERIVED, HEDGES, HOWS, MODALITIES, PRESENCES, TEXTS
from tracker.render.topic import Topic

FAMILY, ORDER = "word", 4
_KEYS = (
    ("modality", "how a provision binds", MODALITIES),
    ("presence", "in what sense a version contains a provision", PRESENCES),
    ("presence", "never written: what follows for a provision that a file does not list", DERIVED),
    ("text", "how the text of a version is known", TEXTS),
    ("hedge", "how far a source vouches for what it says", HEDGES),
    ("how", "how a provision comes from an earlier one (in `was`)", HOWS),
)


def topics() -> Iterator[Topic]:
    """One topic for each word, and one for each key that holds such words."""
    for key, meaning, words in _KEYS:
        if words is not DERIVED:
            yield Topic("word", key, meaning, facts=tuple(words.items()))
        for word, said in words.items():
            yield Topic("word", word, said, facts=(("stands in", key), ("which says", meaning)))
