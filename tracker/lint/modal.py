"""Words that tell how a sentence binds, and the modalities that fit them."""

from __future__ import annotations

import re
from typing import NamedTuple


class Signal(NamedTuple):
    """The words found, and the modalities that may stand beside them, the nearest first."""

    words: str
    fits: tuple[str, ...]


_BINDING = re.compile(
    r"\b(?:shall|must|will|undertakes?|agrees?|commits?|obliged?|pledges?|guarantees?|promises?)\b",
    re.IGNORECASE,
)
_TELLING = re.compile(r"expected|invited|eligible|entitled|effort|may ", re.IGNORECASE)
"""What every signal has in it, and most texts have not."""

_SIGNALS: tuple[tuple[re.Pattern[str], tuple[str, ...]], ...] = tuple(
    (re.compile(pattern, re.IGNORECASE), fits)
    for pattern, fits in (
        (r"\b(?:is|are|it is) expected\b", ("expects",)),
        (r"\b(?:is|are) invited\b", ("invites",)),
        (r"\b(?:is|are) (?:eligible|entitled)\b", ("entitles", "permits", "declares")),
        (r"\b(?:makes?|uses?) (?:its|their|all|every) (?:best )?efforts?\b", ("best-efforts", "obliges")),
        (r"(?-i:\bmay) (?!not\b)", ("permits", "entitles", "declares", "invites")),
        (r"(?-i:\bmay) not\b", ("prohibits",)),
    )
)


def signal_in(text: str) -> Signal | None:
    """The first telling words, unless the text also has words that bind: then it says more than one thing."""
    if not _TELLING.search(text) or _BINDING.search(text):
        return None
    for pattern, fits in _SIGNALS:
        if found := pattern.search(text):
            return Signal(found[0].strip(), fits)
    return None
