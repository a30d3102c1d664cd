"""New items at the end of a list in a YAML text, in the manner of those that stand there."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from tracker.edit.dump import dump_items, flow
from tracker.edit.patch import Edit
from tracker.load.locator import Locator
from tracker.source import Route, Source, Span

_WIDTH = 110


def append(source: Source, route: Route, items: Sequence[Mapping[str, Any]]) -> Edit:
    """The edit that puts items at the end of the list at a route, or makes that list if there is none.

    Nothing of what stands there is reworded; a list on one line is spread over several.
    """
    edit = _append(source, route, items)
    return Edit(edit.span, edit.text.replace("\n", "\r\n")) if "\r\n" in source.text else edit


def _append(source: Source, route: Route, items: Sequence[Mapping[str, Any]]) -> Edit:
    text, locator = source.text, Locator(source)
    span = locator.value(route)
    apart = "\n" if route[-1] == "provisions" else ""
    if span is not None and not span.slice(text).strip():
        key = locator.key(route)
        assert key is not None
        at = text.index(":", key.end) + 1
        indent = key.start - (text.rfind("\n", 0, key.start) + 1)
        return Edit(Span(at, at), "\n" + _items(route, items, indent + 2).rstrip("\n"))
    if span is None:
        return _new_list(source, locator, route, items)
    count = 0
    while locator.value((*route, count)) is not None:
        count += 1
    if _in_flow(locator, text, route):
        inner = ", ".join(flow(item) for item in items)
        return Edit(Span(span.end - 1, span.end - 1), f"{', ' if count else ''}{inner}")
    if text[span.start] == "[":
        return _spread(source, locator, route, span, count, items)
    last = locator.value((*route, count - 1))
    assert last is not None
    dash = text.rindex("-", 0, last.start)
    indent = dash - (text.rfind("\n", 0, dash) + 1)
    at = _line_end(text, last.end)
    return Edit(Span(at, at), f"\n{apart}" + _items(route, items, indent).rstrip("\n"))


def _in_flow(locator: Locator, text: str, route: Route) -> bool:
    """Whether what the list stands in is written between brackets."""
    outer = (locator.value(route[:length]) for length in range(1, len(route)))
    return any(span is not None and text[span.start : span.start + 1] in ("{", "[") for span in outer)


def _items(route: Route, items: Sequence[Mapping[str, Any]], indent: int) -> str:
    if route[-1] == "provisions":
        return dump_items(items, indent)
    lines = []
    for item in items:
        short = f"{' ' * indent}- {flow(item)}"
        simple = not any(isinstance(value, Mapping) for value in item.values())
        lines.append(f"{short}\n" if simple and len(short) <= _WIDTH else dump_items([item], indent))
    return "".join(lines)


def _spread(
    source: Source,
    locator: Locator,
    route: Route,
    span: Span,
    count: int,
    items: Sequence[Mapping[str, Any]],
) -> Edit:
    """A list on one line, one item to a line; its items keep their words."""
    text = source.text
    key = locator.key(route)
    start = key.start if key is not None else span.start
    indent = start - (text.rfind("\n", 0, start) + 1) + 2
    kept = []
    for number in range(count):
        place = locator.value((*route, number))
        assert place is not None
        kept.append(f"{' ' * indent}- {place.slice(text)}\n")
    begin = span.start - (1 if text[span.start - 1] == " " else 0)
    return Edit(Span(begin, span.end), "\n" + ("".join(kept) + _items(route, items, indent)).rstrip("\n"))


def _new_list(source: Source, locator: Locator, route: Route, items: Sequence[Mapping[str, Any]]) -> Edit:
    """The key and its list at the end of the mapping that should have it."""
    text, key = source.text, str(route[-1])
    if len(route) == 1:
        before = "" if not text or text.endswith("\n") else "\n"
        return Edit(Span(len(text), len(text)), f"{before}\n{key}:\n{_items(route, items, 2)}")
    mapping = locator.value(route[:-1])
    assert mapping is not None
    if text[mapping.start] == "{":
        inner = ", ".join(flow(item) for item in items)
        return Edit(Span(mapping.end - 1, mapping.end - 1), f", {key}: [{inner}]")
    column = mapping.start - (text.rfind("\n", 0, mapping.start) + 1)
    at = _line_end(text, mapping.end)
    return Edit(Span(at, at), f"\n{' ' * column}{key}:\n" + _items(route, items, column + 2).rstrip("\n"))


def _line_end(text: str, place: int) -> int:
    end = text.find("\n", place)
    end = len(text) if end < 0 else end
    return end - 1 if end and text[end - 1 : end] == "\r" and end > place else end
