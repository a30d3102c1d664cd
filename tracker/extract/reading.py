"""What reading one article gives: claims, what was refused, what was passed over, and why."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.extract.claims import Claim, Rejected, Unmatched
    from tracker.extract.document import Article
    from tracker.extract.hedge import Voice
    from tracker.extract.passages import Passage
    from tracker.extract.stance import Blocked
    from tracker.extract.zone import Zone


@dataclass(frozen=True)
class Explained:
    """What each stage made of a passage: for people who ask why."""

    passage: Passage
    zones: tuple[Zone, ...]
    voice: Voice
    blocks: tuple[Blocked, ...]
    claims: int


@dataclass
class Reading:
    """Everything one article gave."""

    article: Article
    claims: list[Claim] = field(default_factory=list)
    rejected: list[Rejected] = field(default_factory=list)
    unmatched: list[Unmatched] = field(default_factory=list)
    explained: list[Explained] = field(default_factory=list)
