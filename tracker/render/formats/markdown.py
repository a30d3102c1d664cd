"""CommonMark with GFM tables: whatever a plan file contains is shown, never read as markup."""

from __future__ import annotations

import re

from tracker.render.document import Block, Entry, Fold, Heading, Line, Look, Paragraph, Result, Table, Verbatim
from tracker.semantics.words import Words, text_of

SUFFIX = "md"
ACCEPTS = None

_SPECIAL = re.compile(r"([\\`*_{}\[\]<>()#+!|~$^=:@&-])")
_CONTROL = re.compile("[\x00-\x08\x0b-\x1f\x7f-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\u2028\u2029\ufeff]")
_QUIET = re.compile(r"(?<=[\w ,.])\\([-+:()=&^$])(?=[\w ,.]|$)")


def render(result: Result, look: Look) -> str:
    """The document as markdown; one blank line between blocks, one at no place more."""
    document = result.document()
    parts = [f"# {escape(document.title)}"] if document.title else []
    parts += [text for block in document.blocks if (text := _block(block))]
    return "\n\n".join(parts) + "\n"


def escape(text: str) -> str:
    """Text that markdown shows as it is: one line, no markup, no links, no HTML."""
    text = _CONTROL.sub("\ufffd", re.sub(r"\s+", " ", text.replace("\n", " "))).strip("\n")
    text = _SPECIAL.sub(r"\\\1", text)
    # a number or a dash begins a list only at the start of a line
    text = re.sub(r"^(\d+)([.)])", r"\1\\\2", text)
    # bare addresses and domains are linked by GFM
    text = re.sub(r"(?i)\b(https?|ftp|www|mailto)(\\?[:.])", lambda m: m[1] + "&#8203;" + m[2], text)
    return _QUIET.sub(r"\1", text)


def _words(words: Words) -> str:
    out = []
    for word in words:
        text = escape(word.text)
        inner = text.strip()
        if not inner:
            out.append(text)
            continue
        before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
        mark = {"strong": "**", "deleted": "~~", "inserted": "**"}.get(word.role, "")
        out.append(f"{before}{mark}{inner}{mark}{after}")
    return "".join(out).strip()


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {_words(block.words)}"
        case Paragraph():
            return _words(block.words)
        case Entry():
            return _entry(block)
        case Table():
            return _table(block)
        case Verbatim():
            return _verbatim(block)
        case Fold():
            inner = "\n\n".join(_block(b) for b in block.blocks)
            return f"<details>\n<summary>{_words(block.summary)}</summary>\n\n{inner}\n\n</details>"


def _verbatim(block: Verbatim) -> str:
    """A fenced block, its fence longer than any inside."""
    shown = (_CONTROL.sub("\ufffd", text_of(line).replace("\n", " ")) for line in block.lines)
    text = "\n".join(shown).strip("\n")
    fence = "`" * max(3, 1 + max((len(run) for run in re.findall("`+", text)), default=0))
    return f"{fence}text\n{text}\n{fence}"


def _entry(entry: Entry) -> str:
    mark = f"{escape(entry.mark)} " if entry.mark else ""
    aside = f" ({_words(entry.aside)})" if entry.aside else ""
    title = _words(entry.title)
    head = f"- **{mark}{title.replace('**', '')}**{aside}"
    return "\n".join([head, *(_line(line) for line in entry.lines)])


def _line(line: Line) -> str:
    label = f"{escape(line.label)}: " if line.label else ""
    aside = f" ({_words(line.aside)})" if line.aside else ""
    return f"{'  ' * (line.indent + 1)}- {label}{_words(line.words)}{aside}"


def _table(table: Table) -> str:
    columns = max((len(row) for row in table.rows), default=len(table.head))
    head = [escape(cell) for cell in table.head] or [" "] * columns
    rule = ["---:" if i in table.numeric else "---" for i in range(columns)]
    rows = [[_words(cell) for cell in row] for row in table.rows]
    return "\n".join(f"| {' | '.join(row)} |" for row in [head, rule, *rows])
