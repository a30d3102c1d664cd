"""The blocks of a neutral document as HTML."""

from __future__ import annotations

from collections.abc import Iterable

from markupsafe import Markup

from tracker.render.document import (
    Block,
    Bullets,
    Entry,
    Fold,
    Footnotes,
    Heading,
    Paragraph,
    Table,
    Verbatim,
)
from tracker.render.site.markup import inline, lines, quiet, shown
from tracker.semantics.words import Word, Words

_SCROLLING = "<div class=wide tabindex=0 role=group aria-label=Table><table>{}</table></div>"


def blocks(items: Iterable[Block]) -> Markup:
    """Blocks one below the other."""
    return Markup("\n").join(map(_block, items))


def _block(item: Block) -> Markup:
    match item:
        case Heading():
            tag = Markup(f"h{min(max(item.level, 2), 6)}")
            return Markup("<{}{}>{}</{}>").format(tag, _anchor(item.anchor), inline(item.words), tag)
        case Paragraph():
            return Markup("<p>{}</p>").format(inline(item.words))
        case Entry():
            return _entry(item)
        case Table():
            return _table(item)
        case Fold():
            return Markup("<details><summary>{}</summary>{}</details>").format(
                inline(item.summary), blocks(item.blocks)
            )
        case Verbatim():
            # as a reference, or the spaces that begin the next line would be tidied away
            text = Markup("&#10;").join(map(inline, item.lines))
            return Markup("<pre tabindex=0>{}</pre>").format(text)
        case Bullets():
            tag = Markup("ol" if item.ordered else "ul")
            rows = Markup("").join(Markup("<li>{}</li>").format(inline(words)) for words in item.items)
            return Markup("<{}>{}</{}>").format(tag, rows, tag)
        case Footnotes():
            notes = (
                Markup("<li{}>{}</li>").format(_anchor(note.label), inline(note.words)) for note in item.notes
            )
            return Markup("<ol class=notes>{}</ol>").format(Markup("").join(notes))


def _anchor(name: str) -> Markup:
    return Markup(' id="{}"').format(name) if name else Markup("")


def _entry(entry: Entry) -> Markup:
    mark = Markup("<span class=pt>{}</span> ").format(shown(entry.mark)) if entry.mark else ""
    aside = Markup(" <small>{}</small>").format(quiet(entry.aside)) if entry.aside else ""
    return Markup("<div class=entry{}><h3>{}{}{}</h3>{}</div>").format(
        _anchor(entry.anchor), mark, inline(entry.title), aside, lines(entry.lines)
    )


def _table(table: Table) -> Markup:
    body = Markup("").join(_row(row, "td", table) for row in table.rows)
    if not table.head:
        return Markup(_SCROLLING).format(Markup("<tbody>{}</tbody>").format(body))
    head = _row([(Word(cell),) for cell in table.head], "th scope=col", table)
    return Markup(_SCROLLING).format(Markup("<thead>{}</thead><tbody>{}</tbody>").format(head, body))


def _row(cells: Iterable[Words], tag: str, table: Table) -> Markup:
    made = Markup("<tr>")
    for i, cell in enumerate(cells):
        made += Markup(f"<{tag} class=n>" if i in table.numeric else f"<{tag}>") + inline(cell)
    return made + Markup("</tr>")
