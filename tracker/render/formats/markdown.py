"""GitHub flavoured markdown: valid, easy on the eye unrendered too, and clean by markdownlint's own rules."""

from __future__ import annotations

import re
from collections.abc import Iterable
from html import escape as html
from itertools import groupby

from tracker.render.document import (
    Block,
    Bullets,
    Entry,
    Fold,
    Footnotes,
    Heading,
    Line,
    Look,
    Paragraph,
    Result,
    Table,
    Verbatim,
    plain,
)
from tracker.render.gfm import cell, cleaned, escape, inline, said, too_long, wrapped
from tracker.semantics.words import Word, Words, text_of

SUFFIX = "md"
ACCEPTS = None


def render(result: Result, look: Look) -> str:
    """The document as markdown, lines broken at 80 columns where markdown lets them be."""
    document = result.document()
    blocks = document.blocks
    if document.title:
        blocks = (Heading(plain(document.title), 1), *blocks)
    return blocks_text(blocks) + "\n"


def blocks_text(blocks: Iterable[Block]) -> str:
    """Blocks with one blank line between; entries that follow one another are one list."""
    out: list[str] = []
    for kind, some in groupby(blocks, key=type):
        texts = [text for block in some if (text := _block(block))]
        out += ["\n".join(texts)] if kind is Entry and texts else texts
    return "\n\n".join(out)


def _block(block: Block) -> str:
    match block:
        case Heading():
            # hashes at the end would be taken for the end mark of the heading
            text = re.sub(r"#(?=#*$)", r"\\#", inline(block.words))
            return _unlimited(f"{'#' * block.level} {text}" if text else "")
        case Paragraph():
            text = inline(block.words)
            return wrapped(text) if text else ""
        case Entry():
            return _entry(block)
        case Table():
            return _table(block) if block.head else _headless(block)
        case Verbatim():
            return _verbatim(block)
        case Fold():
            return _fold(block)
        case Bullets():
            marks = (f"{i}. " if block.ordered else "- " for i in range(1, len(block.items) + 1))
            return "\n".join(
                wrapped(inline(item), mark, " " * len(mark))
                for mark, item in zip(marks, block.items, strict=True)
            )
        case Footnotes():
            return "\n".join(
                wrapped(inline(note.words), f"[^{note.label}]: ", "    ") for note in block.notes
            )


def _unlimited(text: str) -> str:
    """Text that cannot be broken, markdownlint told so where it is too long."""
    if not too_long(text):
        return text
    begin, end = (f"<!-- markdownlint-{word} line-length -->" for word in ("disable", "enable"))
    return f"{begin}\n\n{text}\n\n{end}"


def _fold(block: Fold) -> str:
    """GitHub folds only HTML; the text of its summary is therefore HTML as well."""
    summary = f"<details><summary>{html(said(block.summary), quote=False)}</summary>"
    rules = "no-inline-html line-length" if too_long(summary) else "no-inline-html"
    lint = f"<!-- markdownlint-disable-next-line {rules} -->"
    return f"{lint}\n{summary}\n\n{blocks_text(block.blocks)}\n\n</details>"


def _verbatim(block: Verbatim) -> str:
    """A fenced block, its fence longer than any inside."""
    shown = ("".join(map(_kept, text_of(line))) for line in block.lines)
    text = "\n".join(shown).strip("\n")
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return _unlimited(f"{fence}text\n{text}\n{fence}")


def _kept(char: str) -> str:
    """A character in its column: a tab as one space, so that a caret below still points at its place."""
    return " " if char.isspace() else cleaned(char)


def _entry(entry: Entry) -> str:
    mark = f"{entry.mark} " if entry.mark else ""
    title = (Word(mark + "".join(word.text for word in entry.title), "strong"),)
    head = wrapped(inline((*title, *_aside(entry.aside))), "- ", "  ")
    return "\n".join([head, *map(_line, entry.lines)])


def _line(line: Line) -> str:
    label = plain(f"{line.label}: ") if line.label else ()
    indent = "  " * (line.indent + 1)
    return wrapped(inline((*label, *line.words, *_aside(line.aside))), f"{indent}- ", f"{indent}  ")


def _aside(words: Words) -> Words:
    return (Word(" ("), *words, Word(")")) if words else ()


def _table(table: Table) -> str:
    columns = max((len(row) for row in table.rows), default=0)
    head = [cell(escape(title)).strip() for title in table.head]
    head += [""] * (columns - len(head))
    rule = ["---:" if i in table.numeric else "---" for i in range(len(head))]
    rows = [[cell(inline(words)) for words in row] for row in table.rows]
    rows = [row + [""] * (len(head) - len(row)) for row in rows]
    return _unlimited("\n".join(f"| {' | '.join(row)} |" for row in [head, rule, *rows]))


def _headless(table: Table) -> str:
    """Rows without a head as a list: markdown knows no table without one.

    A row without a first cell goes on about the one above it.
    """
    columns = max((len(row) for row in table.rows), default=0)
    lines: list[str] = []
    for row in table.rows:
        words: list[Word] = []
        for shown in filter(said, row):
            if words:
                words.append(Word(": " if columns == 2 and said(row[0]) else " · "))
            words += shown
        indent = "  " if lines and not said(row[0]) else ""
        if words:
            lines.append(wrapped(inline(words), f"{indent}- ", f"{indent}  "))
    return "\n".join(lines)
