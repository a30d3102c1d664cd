"""YAML text to plain data: mappings, tuples, text, numbers, true and false. Nothing is guessed.

What is wrong comes back as diagnostics, as many as one pass finds. Their codes: `syntax`, `empty`,
`not-a-mapping`, `several-documents`, `depth`, `size` and, for too many of them, `alias` leave no data;
`duplicate-key` (the first counts), `null-value` (kept as None), `merge-key` and `complex-key` (left
out), `tag` (ignored) and `alias` (None, where it stands for nothing) leave the rest usable.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from yaml import YAMLError
from yaml.events import (
    AliasEvent,
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
    SequenceStartEvent,
    StreamEndEvent,
)

from tracker.diagnostic import Diagnostic
from tracker.load.aliases import OPEN, Aliases
from tracker.load.collector import collector_paused
from tracker.load.events import MAX_DEPTH, MAX_EVENTS, events
from tracker.load.faults import Fatal, Faults
from tracker.load.locator import Locator
from tracker.load.scalars import FIRST_CHARACTERS, resolve
from tracker.source import Route, Source

__all__ = ["Locator", "Parsed", "parse"]

MAX_SCALAR = 100_000
"""Code points in one value; a whole agreement has fewer."""


@dataclass(frozen=True)
class Parsed:
    """The data of a file, and what is wrong with it. `data` is None where nothing can be built."""

    data: object
    diagnostics: tuple[Diagnostic, ...]


def parse(source: Source) -> Parsed:
    """The data of a YAML text: `dict[str, …]`, tuples, str, int, float, bool. Never raises."""
    faults = Faults(source)
    data: object = None
    try:
        with collector_paused():
            data = _build(source.text, faults)
    except Fatal:
        pass
    except (YAMLError, UnicodeEncodeError) as error:
        faults.syntax(error)
    return Parsed(data, faults.collected())


class _Dropped:
    """The key under which a value is kept until its mapping is complete, and then dropped."""


_DROPPED: Any = _Dropped()
_Frame = tuple[dict[Any, Any] | None, list[Any], Any, Any, str | None]


def _build(text: str, faults: Faults) -> object:
    """One pass over the events, without recursion. The common cases come first and make no calls."""
    root: list[Any] = []
    # Where we are: `mapping` is None in a list; `key` is None where a key comes next.
    mapping: dict[Any, Any] | None = None
    items: list[Any] = root
    key: Any = None
    key_event: Any = None
    opened: Any = None
    anchor: str | None = None
    stack: list[_Frame] = []
    keys: dict[str, str] = {}  # equal keys become one object: less memory, quicker comparison
    anchors: dict[str, Any] = {}
    dirty: list[dict[Any, Any]] = []
    aliases = Aliases(faults)
    documents = 0
    kind: Any = None

    stream = events(text)
    for event in stream:
        kind = type(event)
        if kind is ScalarEvent:
            value: Any = event.value
            if len(value) > MAX_SCALAR:
                raise faults.fatal("size", event, f"this value has more than {MAX_SCALAR:,} characters")
            if event.tag is not None:
                faults.tag(event, _route(stack, mapping, items, key))
            if mapping is not None and key is None:
                key = keys.setdefault(value, value)
                key_event = event
                if event.anchor:
                    anchors[event.anchor] = key
                if key in mapping:
                    faults.duplicate_key(event, key, opened, _route(stack, mapping, items, key))
                    key = _DROPPED
                    dirty.append(mapping)
                elif key == "<<" and not event.style:
                    faults.merge_key(event, _route(stack, mapping, items, key))
                    key = _DROPPED
                    dirty.append(mapping)
                elif not key and not event.style:
                    faults.complex_key(event, "the key is missing", _route(stack, mapping, items, None))
                    key = _DROPPED
                    dirty.append(mapping)
                continue
            if not event.style and value[:1] in FIRST_CHARACTERS:
                value = resolve(value)
                if value is None and stack and key is not _DROPPED:
                    faults.null_value(
                        event, key_event if mapping is not None else None, _route(stack, mapping, items, key)
                    )
            if event.anchor:
                anchors[event.anchor] = value
        elif kind is MappingStartEvent or kind is SequenceStartEvent:
            if event.tag is not None:
                faults.tag(event, _route(stack, mapping, items, key))
            if mapping is not None and key is None:
                faults.complex_key(
                    event, "a key has to be text, not a list or a mapping", _route(stack, mapping, items, key)
                )
                _skip(stream, faults, len(stack))
                key = _DROPPED
                key_event = event
                dirty.append(mapping)
                continue
            if len(stack) >= MAX_DEPTH:
                message = f"more than {MAX_DEPTH} lists and mappings inside one another"
                raise faults.fatal("depth", event, message)
            stack.append((mapping, items, key, opened, anchor))
            if anchor := event.anchor:
                anchors[anchor] = OPEN
            mapping = {} if kind is MappingStartEvent else None
            items = []
            key = None
            opened = event
            continue
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            value = tuple(items) if mapping is None else mapping
            if anchor:
                anchors[anchor] = value
            if dirty and dirty[-1] is mapping:
                while dirty and dirty[-1] is mapping:
                    dirty.pop()
                value.pop(_DROPPED, None)
            mapping, items, key, opened, anchor = stack.pop()
        elif kind is AliasEvent:
            if mapping is not None and key is None:
                faults.complex_key(
                    event,
                    "a key has to be written out, not taken from an anchor",
                    _route(stack, mapping, items, key),
                )
                key = _DROPPED
                key_event = event
                dirty.append(mapping)
                continue
            value = aliases.expand(event, anchors, len(stack), _route(stack, mapping, items, key))
        else:
            if kind is DocumentStartEvent:
                documents += 1
                if documents > 1:
                    raise faults.fatal("several-documents", event, "a second document begins here")
            continue
        if mapping is None:
            items.append(value)
        else:
            mapping[key] = value
            key = None
    if kind is not StreamEndEvent:
        raise faults.fatal("size", None, f"the file has more than {MAX_EVENTS:,} parts")
    return faults.top_level(root[0] if root else None, empty=not root)


def _route(stack: list[_Frame], mapping: dict[Any, Any] | None, items: list[Any], key: Any) -> Route:
    """Where we are; it ends before what has no key or is going to be dropped."""
    if not stack:
        return ()
    steps: list[Any] = [frame[2] if frame[0] is not None else len(frame[1]) for frame in stack[1:]]
    steps.append(key if mapping is not None else len(items))
    end = next((i for i, step in enumerate(steps) if step is None or step is _DROPPED), len(steps))
    return tuple(steps[:end])


def _skip(stream: Iterator[Any], faults: Faults, depth: int) -> None:
    """Leave out the rest of a list or mapping that has begun."""
    inside = 1
    for event in stream:
        kind = type(event)
        if kind is MappingStartEvent or kind is SequenceStartEvent:
            inside += 1
            if depth + inside > MAX_DEPTH:
                message = f"more than {MAX_DEPTH} lists and mappings inside one another"
                raise faults.fatal("depth", event, message)
        elif kind is MappingEndEvent or kind is SequenceEndEvent:
            inside -= 1
            if not inside:
                return
