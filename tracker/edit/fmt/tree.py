"""A YAML text as a tree with its comments and empty lines: what a parser's events leave between them."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field
from typing import Any

from yaml.events import (
    DocumentStartEvent,
    MappingEndEvent,
    MappingStartEvent,
    ScalarEvent,
    SequenceEndEvent,
)

from tracker.load.events import events
from tracker.load.scalars import Scalar as Value
from tracker.load.scalars import resolve

_COMMENT = re.compile(r"(?:^|(?<=[ \t]))#.*")


class Unsupported(Exception):
    """YAML that a plan file does not need, and that is not rewritten."""

    def __init__(self, message: str, offset: int) -> None:
        super().__init__(message)
        self.offset = offset


@dataclass(slots=True)
class Scalar:
    """One value, and how it was written: `|` line by line, `>` folded, else on a line or several."""

    value: Value
    style: str = ""


@dataclass(slots=True)
class Entry:
    """A key and its value, or an item of a list (`key` is None), with the comments before and behind it."""

    key: str | None
    lead: list[str] = field(default_factory=list)
    node: Node = field(default_factory=lambda: Scalar(None))
    eol: str = ""


@dataclass(slots=True)
class Group:
    """A mapping or a list. `tail`: comments below its last entry."""

    mapping: bool
    flow: bool
    column: int
    entries: list[Entry] = field(default_factory=list)
    tail: list[str] = field(default_factory=list)


Node = Scalar | Group


@dataclass(slots=True)
class Tree:
    """A document: the comments above its first key, and what it holds."""

    head: list[str]
    root: Group
    marked: bool
    """Whether `---` stands above it."""


def comments(text: str) -> Counter[str]:
    """Every comment with how often it stands there."""
    reader = _Reader(text)
    while reader.more():
        reader.advance()
    return Counter(reader.seen)


def read_tree(text: str) -> Tree:
    """The tree of a text that parses. Raises Unsupported for anchors and aliases."""
    reader = _Reader(text)
    marked = False
    while True:
        event = reader.advance()
        if isinstance(event, DocumentStartEvent):
            marked = bool(event.explicit)
        if isinstance(event, MappingStartEvent):
            break
    head = reader.take()
    root = reader.group(event, None, -1)
    while reader.more():
        reader.advance()
    root.tail += reader.take()
    return Tree(head, root, marked)


class _Reader:
    """Walks the events; what lies between two of them are comments, empty lines and punctuation."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.events = list(events(text))
        self.next = 0
        self.end = 0
        self.pending: list[tuple[int, str]] = []
        self.last: Entry | None = None
        self.seen: list[str] = []

    def more(self) -> bool:
        return self.next < len(self.events)

    def advance(self) -> Any:
        """The next event; comments before it are noted, those on the line of the last value go to it."""
        event = self.events[self.next]
        self.next += 1
        start, end = event.start_mark.index, event.end_mark.index
        if getattr(event, "anchor", None):
            raise Unsupported("it uses an anchor or an alias", start)
        if start > self.end:
            self._between(self.text[self.end : start])
        if isinstance(event, ScalarEvent) and event.style in ("|", ">"):
            # its end is taken to be where the next thing begins: the empty lines between are not its own
            end = start + len(self.text[start:end].rstrip())
        self.end = max(self.end, end)
        return event

    def _between(self, gap: str) -> None:
        first, *rest = gap.split("\n")
        if found := _COMMENT.search(first):
            self._comment(found[0], -1)
        for i, line in enumerate(rest):
            if found := _COMMENT.search(line):
                self._comment(found[0], found.start())
            elif not line.strip() and i < len(rest) - 1:
                self.pending.append((-1, ""))

    def _comment(self, text: str, column: int) -> None:
        said = text.rstrip()
        self.seen.append(said)
        if column < 0 and self.last is not None and not self.last.eol:
            self.last.eol = said
        else:
            self.pending.append((max(column, 0), said))

    def take(self) -> list[str]:
        """The comments and empty lines that wait for something to belong to."""
        taken = [said for _, said in self.pending]
        self.pending = []
        return taken

    def _take_deeper(self, column: int) -> list[str]:
        """The comments that stand deeper than a column, up to the first that does not."""
        count = 0
        for i, (at, said) in enumerate(self.pending):
            if said and at <= column:
                break
            if said:
                count = i + 1
        taken = [said for _, said in self.pending[:count]]
        self.pending = self.pending[count:]
        return taken

    def group(self, event: Any, owner: Entry | None, outside: int) -> Group:
        """A mapping or list whose first event has been read. `outside`: the column of what holds it."""
        mapping = isinstance(event, MappingStartEvent)
        found = Group(mapping, bool(event.flow_style), event.start_mark.column)
        while not isinstance(event := self.advance(), MappingEndEvent | SequenceEndEvent):
            entry = Entry(None, self.take())
            found.entries.append(entry)
            if mapping:
                entry.key = event.value
                self.last = entry
                event = self.advance()
            self._value(entry, event, found.column)
        if found.flow:
            found.tail = [said for said in self.take() if said]
            self.last = owner
        else:
            found.tail = self._take_deeper(outside)
        return found

    def _value(self, entry: Entry, event: Any, column: int) -> None:
        if isinstance(event, ScalarEvent):
            entry.node = self._scalar(event, entry)
        else:
            if event.flow_style:
                entry.lead += self.take()
            entry.node = self.group(event, entry, column)
            if not event.flow_style:
                return
        self.last = entry

    def _scalar(self, event: Any, entry: Entry) -> Scalar:
        entry.lead += self.take()
        if event.style in ("|", ">"):
            header = self.text[event.start_mark.index :].partition("\n")[0]
            if found := _COMMENT.search(header):
                entry.eol = entry.eol or found[0].rstrip()
        return Scalar(
            event.value if event.style else resolve(event.value),
            event.style if event.style in ("|", ">") else "",
        )
