"""A figure changed "from 600,000 to 800,000" in a later version: the first figure is what the first had."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from tracker.extract.vocabulary import word_set

if TYPE_CHECKING:
    from tracker.extract.frames import Candidate
    from tracker.extract.scene import Scene

_RAISES = word_set("raised", "raises")


def before_the_change(scene: Scene, candidate: Candidate) -> Candidate | None:
    """The candidate with the figure that stood before, or None where no change is told."""
    texts = scene.words.texts
    if _RAISES.isdisjoint(texts):
        return None
    counts = sorted((e.start, e.end, e.senses["count"]) for e in scene.words.entities if "count" in e.senses)
    for (start, end, old), (later, _, new) in pairwise(counts):
        if texts[start - 1 : start] != ["from"] or texts[later - 1] != "to" or later - end > 3:
            continue
        for name, value in candidate.values.items():
            if value == new:
                return replace(
                    candidate,
                    values={**candidate.values, name: old},
                    grounds={**candidate.grounds, name: (scene.span(start, end),)},
                )
    return None
