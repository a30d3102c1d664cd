"""Claims of many articles side by side: corroborated, from a single source, or in conflict."""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from tracker.semantics.fields import key_fields

if TYPE_CHECKING:
    from collections.abc import Iterable

    from tracker.extract.claims import Claim
    from tracker.extract.document import Article

SHINGLE = 5
"""Words in a row; two reports of one event share few of them, two prints of one wire story most."""

CONTAINED = 0.5
"""From this share of the shorter text's shingles on, two articles count as one source."""


@dataclass(frozen=True)
class Merged:
    """Claims with the same version, kind, keys and polarity. `sources` counts prints of one story once."""

    version: str | None
    kind: str
    polarity: str
    key: tuple[str, ...]
    status: str
    sources: int
    readings: tuple[tuple[Claim, ...], ...]


def shingles(view: str) -> frozenset[int]:
    """The runs of five words of a text, hashed."""
    words = re.findall(r"[^\W_]+", view)
    return frozenset(hash(tuple(words[i : i + SHINGLE])) for i in range(len(words) - SHINGLE + 1))


def clusters(articles: Iterable[Article]) -> dict[str, str]:
    """For each article the id of the first one of its story: a declared group, or nearly the same words."""
    first: dict[str, str] = {}
    groups: dict[str, str] = {}
    seen: list[tuple[str, frozenset[int]]] = []
    for article in articles:
        mine = shingles(article.view)
        home = groups.get(article.group) if article.group else None
        for other, theirs in seen:
            if home is not None:
                break
            smaller = min(len(mine), len(theirs))
            if smaller >= 20 and len(mine & theirs) / smaller >= CONTAINED:
                home = first[other]
        first[article.id] = home or article.id
        if article.group:
            groups.setdefault(article.group, first[article.id])
        seen.append((article.id, mine))
    return first


def key_of(claim: Claim) -> tuple[str, ...]:
    """The values of the key fields, as text."""
    return tuple(str(getattr(claim.term, name)) for name in key_fields(type(claim.term)))


def merge(claims: Iterable[Claim], stories: dict[str, str]) -> list[Merged]:
    """Claims grouped; within a group the readings that agree stand together, the better supported first.

    Two readings agree where no value that both give differs; a value that one leaves out is no conflict.
    """
    grouped: dict[tuple[Any, ...], list[Claim]] = {}
    for claim in claims:
        place = (claim.version or "", claim.kind, claim.polarity, key_of(claim))
        grouped.setdefault(place, []).append(claim)
    found = []
    for (version, kind, polarity, key), members in grouped.items():
        readings: list[list[Claim]] = []
        for claim in sorted(members, key=lambda c: -len(c.terms)):
            home = next((r for r in readings if all(_agree(claim, other) for other in r)), None)
            if home is None:
                readings.append([claim])
            else:
                home.append(claim)
        count = [len({stories.get(c.source, c.source) for c in r}) for r in readings]
        order = sorted(range(len(readings)), key=lambda i: (-count[i], i))
        many = len({stories.get(c.source, c.source) for c in members})
        status = "in conflict" if len(readings) > 1 else "corroborated" if many > 1 else "single source"
        found.append(
            Merged(
                version or None, kind, polarity, key, status, many, tuple(tuple(readings[i]) for i in order)
            )
        )
    return found


def _agree(left: Claim, right: Claim) -> bool:
    ours, theirs = left.terms, right.terms
    return all(_compatible(ours[name], theirs[name]) for name in ours.keys() & theirs.keys())


def _compatible(left: Any, right: Any) -> bool:
    """Equal, or lists of which one holds the other: a report that names fewer regions contradicts nobody."""
    if isinstance(left, list) and isinstance(right, list):
        return all(item in right for item in left) or all(item in left for item in right)
    return bool(left == right)
