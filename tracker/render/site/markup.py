"""Words with roles and neutral blocks as HTML; all that a plan file may contain is escaped here, last."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from tracker.render.document import Block, Entry, Fold, Heading, Line, Paragraph, Table
from tracker.semantics.words import Word, Words

# C0 and C1 controls, and what turns the direction of writing for all that follows on the page
_UNSEEN = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff\ufff9-\ufffb]")
_TAGS = {
    "plain": "",
    "strong": "b",
    "muted": 'span class="m"',
    "old": 'span class="old"',
    "new": 'span class="new"',
    "deleted": "del",
    "inserted": "ins",
    "term": "cite",
    "good": 'b class="good"',
    "warn": 'b class="warn"',
    "bad": 'b class="bad"',
}


def shown(text: str) -> str:
    """Text in which characters that nobody sees, and that could move others, are named: `[U+202E]`."""
    return _UNSEEN.sub(lambda found: f"[U+{ord(found[0]):04X}]", text)


def inline(words: Iterable[Word]) -> Markup:
    """Words, each in the element of its role; arrows as arrows."""
    out = []
    for word in words:
        text = escape(shown(word.text.replace(" -> ", " → ")))
        tag = _TAGS[word.role]
        out.append(Markup(f"<{tag}>{text}</{tag.split()[0]}>") if tag and text.strip() else text)
    return Markup("").join(out)


def sides(redlined: Words) -> tuple[Markup, Markup]:
    """A redline as two texts: the old one with what goes marked, the new one with what comes."""
    return (
        inline(word for word in redlined if word.role not in ("new", "inserted")),
        inline(word for word in redlined if word.role not in ("old", "deleted")),
    )


def lines(items: Iterable[Line]) -> Markup:
    """Statements as a list: the label, what is said, who says so."""
    found = [_line(item) for item in items]
    return Markup("<ul class=lines>{}</ul>").format(Markup("").join(found)) if found else Markup("")


def _line(line: Line) -> Markup:
    label = Markup("<span class=l>{}</span> ").format(shown(line.label)) if line.label else Markup("")
    aside = Markup(" <small>{}</small>").format(_quiet(line.aside)) if line.aside else Markup("")
    indent = Markup(" class=in") if line.indent else Markup("")
    return Markup("<li{}>{}<span>{}{}</span>").format(indent, label, inline(line.words), aside)


def _quiet(words: Words) -> Markup:
    """Words that stand in small print anyway."""
    return inline(Word(word.text) if word.role == "muted" else word for word in words)


def block(item: Block) -> Markup:
    """Any block of a neutral document."""
    match item:
        case Heading():
            level = min(max(item.level, 2), 6)
            anchor = Markup(' id="{}"').format(item.anchor) if item.anchor else ""
            tag = Markup(f"h{level}")
            return Markup("<{}{}>{}</{}>").format(tag, anchor, inline(item.words), tag)
        case Paragraph():
            return Markup("<p>{}</p>").format(inline(item.words))
        case Entry():
            return _entry(item)
        case Table():
            return _table(item)
        case Fold():
            inner = Markup("").join(map(block, item.blocks))
            return Markup("<details><summary>{}</summary>{}</details>").format(inline(item.summary), inner)


def _entry(entry: Entry) -> Markup:
    anchor = Markup(' id="{}"').format(entry.anchor) if entry.anchor else ""
    mark = Markup("<span class=pt>{}</span> ").format(shown(entry.mark)) if entry.mark else ""
    aside = Markup(" <small>{}</small>").format(_quiet(entry.aside)) if entry.aside else ""
    return Markup("<div class=entry{}><h3>{}{}{}</h3>{}</div>").format(
        anchor, mark, inline(entry.title), aside, lines(entry.lines)
    )


def _table(table: Table) -> Markup:
    def cells(row: Iterable[Words], tag: str) -> Markup:
        made = Markup("<tr>")
        for i, cell in enumerate(row):
            made += Markup(f"<{tag} class=n>" if i in table.numeric else f"<{tag}>") + inline(cell)
        return made

    head = cells(((Word(cell),) for cell in table.head), "th scope=col") if table.head else Markup("")
    body = Markup("").join(cells(row, "td") for row in table.rows)
    table_ = Markup("<thead>{}</thead><tbody>{}</tbody>").format(head, body) if head else body
    return Markup("<div class=wide tabindex=0 role=region aria-label=Table><table>{}</table></div>").format(
        table_
    )
