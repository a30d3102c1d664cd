"""Where things stand in a YAML text. Built only when a line has to be named."""

from __future__ import annotations

from contextlib import suppress
from typing import Any, Literal

from yaml import YAMLError
from yaml.events import (
    AliasEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
)

from tracker.load.collector import collector_paused
from tracker.load.events import MAX_DEPTH, events
from tracker.source import Route, Source, Span


class _Place:
    """One value: its own stretch, its key's, and what is inside."""

    __slots__ = ("children", "end", "is_mapping", "key", "start")

    def __init__(self, start: int, end: int, key: Span | None, is_mapping: bool = False) -> None:
        self.start = start
        self.end = end
        self.key = key
        self.is_mapping = is_mapping
        self.children: dict[str | int, _Place] | None = None


class Locator:
    """Spans by route. Reads the text again; what comes after a syntax error is not found.

    Of a key written twice the first counts, as in the data. A route that leads through an alias ends
    in the text that the alias stands for. What begins after the offset `until` is not looked at.
    """

    def __init__(self, source: Source, *, until: int | None = None) -> None:
        self._text = source.text
        self._root: _Place | None = None
        self._mappings: dict[int, _Place] = {}
        with collector_paused():
            self._build(len(source.text) if until is None else until)

    def key(self, route: Route) -> Span | None:
        """The key of a value; of a list item, the first words in it."""
        place = self._find(route)
        if place is None or not route:
            return None
        return place.key or _head(place)

    def value(self, route: Route) -> Span | None:
        """The whole value, quotation marks and brackets included, without the line break after it."""
        place = self._find(route)
        return Span(place.start, place.end) if place else None

    def nearest(self, route: Route, *, prefer: Literal["key", "value"] = "value") -> Span:
        """A span to point at: that of the longest part of the route that exists; never a screenful.

        A list or a mapping that goes over several lines is pointed at by its key or its first words,
        the document as a whole by its beginning.
        """
        for length in range(len(route), 0, -1):
            place = self._find(route[:length])
            if place is None:
                continue
            multiline = place.children is not None and "\n" in self._text[place.start : place.end]
            # An empty value has no width of its own: its key can be seen.
            if place.key and (prefer == "key" or multiline or place.start == place.end):
                return place.key
            return _head(place) if multiline or prefer == "key" else Span(place.start, place.end)
        return Span(0, 0)

    def key_in(self, mapping_start: int, key: str) -> Span | None:
        """The first key of that name in the mapping that begins at an offset."""
        mapping = self._mappings.get(mapping_start)
        place = mapping.children.get(key) if mapping and mapping.children else None
        return place.key if place else None

    def _find(self, route: Route) -> _Place | None:
        place = self._root
        for step in route:
            if place is None or not place.children or isinstance(step, str) is not place.is_mapping:
                return None
            place = place.children.get(step)
        return place

    def _build(self, until: int) -> None:
        stack: list[_Place] = []
        last_end = 0
        # Text that libyaml cannot take (half a surrogate pair) is the parser's to report.
        with suppress(YAMLError, UnicodeEncodeError):
            walk = _Walk(self._text)
            for event in events(self._text):
                kind = type(event)
                if kind is ScalarEvent or kind is AliasEvent:
                    last_end = walk.leaf(event, stack)
                elif kind is MappingStartEvent or kind is SequenceStartEvent:
                    if len(stack) >= MAX_DEPTH:
                        break
                    place = walk.open(event, stack, kind is MappingStartEvent)
                    if place.is_mapping:
                        self._mappings[place.start] = place
                    stack.append(place)
                elif kind is MappingEndEvent or kind is SequenceEndEvent:
                    # In the block style this event stands before the next thing, past blanks and comments.
                    last_end = max(last_end, _flow_end(event))
                    stack.pop().end = last_end
                self._root = walk.root
                if (not stack and walk.root is not None) or event.start_mark.index > until:
                    break
        for place in stack:
            place.end = max(place.start, last_end)


class _Walk:
    """Puts each new place into the one it stands in."""

    def __init__(self, text: str) -> None:
        self.root: _Place | None = None
        self._text = text
        self._keys: dict[int, tuple[str | None, Span]] = {}  # by depth: the key whose value comes next
        self._counts: dict[int, int] = {}
        self._anchors: dict[str, _Place] = {}

    def leaf(self, event: Any, stack: list[_Place]) -> int:
        start, end = event.start_mark.index, event.end_mark.index
        if type(event) is ScalarEvent and event.style and event.style in "|>":
            # It would run to the next thing, empty lines included. (A slice of the end: linear.)
            end = start + len(self._text[start:end].rstrip())
        depth = len(stack)
        if stack and stack[-1].is_mapping and depth not in self._keys:
            self._keys[depth] = (event.value if type(event) is ScalarEvent else None, Span(start, end))
            return int(end)
        place = _Place(start, end, None)
        if type(event) is AliasEvent and (meant := self._anchors.get(event.anchor or "")):
            place.children, place.is_mapping = meant.children, meant.is_mapping
        self._attach(place, stack, event.anchor if type(event) is ScalarEvent else None)
        return int(end)

    def open(self, event: Any, stack: list[_Place], is_mapping: bool) -> _Place:
        start = event.start_mark.index
        place = _Place(start, start, None, is_mapping)
        place.children = {}
        depth = len(stack)
        if stack and stack[-1].is_mapping and depth not in self._keys:
            self._keys[depth] = (None, Span(start, start))  # a list or mapping as a key: not to be found
        else:
            self._attach(place, stack, event.anchor)
        self._keys.pop(depth + 1, None)
        self._counts[depth + 1] = 0
        return place

    def _attach(self, place: _Place, stack: list[_Place], anchor: str | None) -> None:
        if anchor:
            self._anchors[anchor] = place
        if not stack:
            self.root = self.root or place
            return
        depth, parent = len(stack), stack[-1]
        name: str | int | None
        if parent.is_mapping:
            name, place.key = self._keys.pop(depth)
        else:
            name = self._counts[depth]
            self._counts[depth] = name + 1
        if name is not None and parent.children is not None:
            parent.children.setdefault(name, place)


def _flow_end(event: Any) -> int:
    start, end = event.start_mark.index, event.end_mark.index
    return int(end) if end > start else 0


def _head(place: _Place) -> Span:
    """The first key or scalar inside."""
    while place.children:
        first = next(iter(place.children.values()))
        if not place.start <= first.start < place.end:  # an alias: the words are elsewhere
            break
        if first.key:
            return first.key
        place = first
    return Span(place.start, place.end)
