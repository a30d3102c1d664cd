"""What was and what was changed: of which text a passage tells where its tense says so."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import TYPE_CHECKING

from tracker.extract.vocabulary import word_set

if TYPE_CHECKING:
    from tracker.extract.discourse import Discourse
    from tracker.extract.scene import Scene
    from tracker.extract.zone import Zone

_CHANGES = word_set("bearings", "changes")
_REWRITES = frozenset(["raised", "increased", "softened", "rewritten", "reworded", "changed", "amended"])
_ACTED = word_set("bearings", "acted")


def as_it_was(
    scene: Scene, zones: list[Zone], discourse: Discourse, plan_words: frozenset[str]
) -> list[Zone]:
    """ "The draft would have barred …": of a text that is no more, where a newer one is spoken of."""
    first = discourse.versions.first
    if first not in discourse.named and first not in discourse.plainly:
        return zones
    found = []
    for zone in zones:
        texts = scene.words.texts[zone.start : zone.end]
        if zone.versions == (first,) and zone.loose and _changed(texts, plan_words):
            later = discourse.revised()
            found.append(replace(zone, versions=(later,), basis="contrast", named=False) if later else zone)
            continue
        goes_on = scene.words.texts[:1] == ["it"] and scene.means_text
        past = (_would_have(scene, zone) and not goes_on) or _had(scene, zone, plan_words)
        if past and first and zone.versions and first not in zone.versions and zone.loose:
            zone = replace(zone, versions=(first,), basis="contrast")
        found.append(zone)
    return found


def _changed(texts: list[str], plan_words: frozenset[str]) -> bool:
    """ "The ceiling had been raised to …": what is told is the newer text."""
    return any(
        texts[i + 1] == "been" and texts[i + 2] in _CHANGES and texts[i - 1] not in plan_words
        for i in range(1, len(texts) - 2)
        if texts[i] in ("has", "have", "had")
    ) or any(a in ("was", "were") and b in _REWRITES for a, b in pairwise(texts))


def _had(scene: Scene, zone: Zone, plan_words: frozenset[str]) -> bool:
    """ "The draft had also promised …", "It had envisaged …": of a text that was."""
    texts, plain = scene.words.texts, plan_words | {"it"}
    if any(scene.hits.get(tag) for tag in (("polarity", "removed"), ("hedge", "said"))):
        return False
    return any(
        texts[i] == "had"
        and (texts[i - 1] in plain or (texts[i + 1].endswith("ed") and texts[i + 1] not in _ACTED))
        for i in range(max(1, zone.start), min(zone.end, len(texts) - 1))
    )


def _would_have(scene: Scene, zone: Zone) -> bool:
    """ "Would then have barred", not "would have to", nor "would have America guarantee"."""
    texts = scene.words.texts
    for place in range(zone.start, min(zone.end, len(texts)) - 2):
        if texts[place] != "would":
            continue
        have = place + 1 + (texts[place + 1] in _BETWEEN)
        after = texts[have + 1 : have + 2]
        names = have + 1 in scene.words.beginning
        if texts[have] == "have" and after and _participle(after[0]) and not names:
            return True
    return False


def _participle(word: str) -> bool:
    return word.endswith("ed") or word in _IRREGULAR


_IRREGULAR = word_set("tenses", "irregular")
_BETWEEN = frozenset(["then", "also", "thus", "not", "once", "even"])
