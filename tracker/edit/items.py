"""Edits of list items, in the block style and between brackets."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

from tracker.edit.patch import Edit
from tracker.source import Route, Span

if TYPE_CHECKING:
    from tracker.load.document import Document


def removal(document: Document[Any], route: Route) -> Iterator[Edit]:
    """Take an item out of its list; not the first one, and nothing where its place is not plain."""
    index = route[-1]
    if not isinstance(index, int) or index < 1:
        return
    text = document.source.text
    before = document.locator.value((*route[:-1], index - 1))
    item = document.locator.value(route)
    if before is None or item is None or not before.end <= item.start:
        return
    between = text[before.end : item.start]
    if "#" not in between and between.strip() == ",":
        yield Edit(Span(before.end, item.end), "")
        return
    line = text.rfind("\n", 0, item.start) + 1
    after = text.find("\n", item.end)
    after = len(text) if after < 0 else after
    rest = text[item.end : after].strip()
    if text[line : item.start].strip() == "-" and (not rest or rest.startswith("#")):
        yield Edit(Span(max(line - 1, 0), after), "")
