"""Words with roles as HTML; all that a plan file may contain is escaped here, last."""

from __future__ import annotations

import re
from collections.abc import Iterable

from markupsafe import Markup, escape

from tracker.render.document import Line
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
        if word.role == "note":
            number = word.text.rpartition("-")[2]
            out.append(Markup('<sup><a href="#{}">{}</a></sup>').format(word.text, number))
            continue
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
    aside = Markup(" <small>{}</small>").format(quiet(line.aside)) if line.aside else Markup("")
    indent = Markup(" class=in") if line.indent else Markup("")
    return Markup("<li{}>{}<span>{}{}</span>").format(indent, label, inline(line.words), aside)


def quiet(words: Words) -> Markup:
    """Words that stand in small print anyway."""
    return inline(Word(word.text) if word.role == "muted" else word for word in words)
