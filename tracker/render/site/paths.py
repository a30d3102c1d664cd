"""Where each page stands. Addresses are made from ids and references only, so that they survive."""

from __future__ import annotations

import hashlib
import re
from collections.abc import Iterable
from itertools import permutations

OVERVIEW, MATRIX, PROVISIONS = "index.html", "matrix.html", "provisions.html"
PAIRS, SOURCES, ABOUT = "compare.html", "sources.html", "about.html"
STYLE, SCRIPT = "assets/site.css", "assets/site.js"


def compare_paths(refs: Iterable[str]) -> dict[tuple[str, str], str]:
    """The page of every ordered pair: `compare-original-geneva.html`.

    References that contain dashes could collide; then the later pair gets a few digits of a hash behind it.
    """
    found: dict[tuple[str, str], str] = {}
    for pair in permutations(refs, 2):
        name = "compare-" + "-".join(
            re.sub(r"[^a-z0-9]+", "-", ref.lower()).strip("-") or "x" for ref in pair
        )
        if f"{name}.html" in found.values():
            name += "-" + hashlib.sha256("\0".join(pair).encode()).hexdigest()[:8]
        found[pair] = f"{name}.html"
    return found


def provision(lineage: str) -> str:
    return f"{PROVISIONS}#{lineage}"
