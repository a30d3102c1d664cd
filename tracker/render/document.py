"""A neutral document: headings, entries, tables, folds; words with roles. No format shows through."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

from tracker.semantics.words import Word, Words


@dataclass(frozen=True, slots=True)
class Heading:
    words: Words
    level: int = 2
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Paragraph:
    words: Words


@dataclass(frozen=True, slots=True)
class Line:
    """One statement: what it is about (`label`), what it says, and an aside (who says so, for whom)."""

    words: Words
    label: str = ""
    aside: Words = ()
    indent: int = 0


@dataclass(frozen=True, slots=True)
class Entry:
    """A titled item with a mark (a point's number) and lines below."""

    title: Words
    mark: str = ""
    aside: Words = ()
    lines: tuple[Line, ...] = ()
    anchor: str = ""


@dataclass(frozen=True, slots=True)
class Table:
    """Rows of cells; `head` may be empty. `numeric`: columns to align on the right."""

    rows: tuple[tuple[Words, ...], ...]
    head: tuple[str, ...] = ()
    numeric: frozenset[int] = frozenset()


@dataclass(frozen=True, slots=True)
class Fold:
    """Blocks that a reader may want to skip; formats that cannot fold show them in full."""

    summary: Words
    blocks: tuple[Block, ...]


@dataclass(frozen=True, slots=True)
class Verbatim:
    """Lines that keep their spaces and are never wrapped, such as a line of a file and a caret below it."""

    lines: tuple[Words, ...]


@dataclass(frozen=True, slots=True)
class Bullets:
    """A list of short statements, `ordered` where their order says something."""

    items: tuple[Words, ...]
    ordered: bool = False


@dataclass(frozen=True, slots=True)
class Footnote:
    """What stands below the text: words refer to it by a word of the role `note` that holds its label.

    A label is unique in its document and ends in its number, such as `geneva-3`.
    """

    label: str
    words: Words


@dataclass(frozen=True, slots=True)
class Footnotes:
    """The notes of the blocks above."""

    notes: tuple[Footnote, ...]


Block = Heading | Paragraph | Entry | Table | Fold | Verbatim | Bullets | Footnotes


@dataclass(frozen=True, slots=True)
class Document:
    title: str
    blocks: tuple[Block, ...]
    language: str = "en"


@dataclass(frozen=True, slots=True)
class Look:
    """How text is to look: columns, and whether colour may be used. Meaning never depends on colour."""

    width: int = 80
    color: bool = False


@dataclass(frozen=True, slots=True)
class Result:
    """What a command found: a value, how it is laid out, and its public data. Each is made when asked for.

    `options`: how the user wants it laid out, for a format that lays it out itself.
    """

    name: str
    value: Any
    document: Callable[[], Document]
    data: Callable[[], dict[str, Any]]
    options: Any = None


def plain(text: str) -> Words:
    return (Word(text),) if text else ()


def muted(text: str) -> Words:
    return (Word(text, "muted"),) if text else ()


def note_number(label: str) -> str:
    """The number of a footnote: the end of its label."""
    return label.rpartition("-")[2]


def strong(text: str) -> Words:
    return (Word(text, "strong"),) if text else ()
