"""Every text in the data of a file, with its route."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.source import Route


def texts(data: object) -> Iterator[tuple[Route, str]]:
    """The text values, in the order written."""
    waiting: list[tuple[Route, object]] = [((), data)]
    while waiting:
        route, value = waiting.pop()
        if isinstance(value, str):
            yield route, value
        elif isinstance(value, dict):
            waiting += [((*route, key), child) for key, child in reversed(value.items())]
        elif isinstance(value, tuple):
            waiting += [((*route, i), child) for i, child in reversed(list(enumerate(value)))]
