"""How sources are called in output: by publisher, and by date where one publisher speaks more than once."""

from __future__ import annotations

from collections import Counter

from tracker.load.digest import open_digest
from tracker.load.shelf import Shelf
from tracker.plan.cited import Cited


def cited_sources(shelf: Shelf) -> dict[str, Cited]:
    """Every source that plan files may name, cited or held; a digest with broken front matter is left out."""
    found: dict[str, Cited] = dict(shelf.citations)
    for key, path in shelf.held_sources.items():
        if (held := open_digest(path, shelf.display(path)).held) is not None:
            found[key] = held
    return found


def source_labels(shelf: Shelf) -> dict[str, str]:
    """A short label for every source id."""
    sources = cited_sources(shelf)
    names = {key: cited.publisher or key for key, cited in sources.items()}
    shared = Counter(names.values())
    return {
        key: f"{name}, {_day(sources[key])}" if shared[name] > 1 and sources[key].date else name
        for key, name in names.items()
    }


def _day(cited: Cited) -> str:
    return f"{cited.date:%-d %b}" if cited.date else ""
