"""Text as GitHub flavoured markdown: whatever it contains is shown, and as little as possible is escaped."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from tracker.semantics.words import Word, Words

WIDTH = 80
"""Columns of a line, counted as JavaScript counts them, as markdownlint does."""

# controls, what turns the direction of writing, and halves of surrogate pairs: nothing to be shown
_UNSAFE = re.compile(
    "[\x00-\x08\x0e-\x1b\x7f-\x84\x86-\x9f\u200e\u200f\u202a-\u202e\u2066-\u2069\ufeff\ud800-\udfff]"
)
_SPECIAL = re.compile(
    r"""[\\`*~\[$]                                  # may begin markup anywhere
      | (?<![^\W_])_ | _(?![^\W_])                  # emphasis, unless within a word
      | <(?=[A-Za-z/!?])                            # a tag
      | &(?=\#?\w+;)                                # a character reference
      | (?i:(?<=\bhttp)|(?<=\bhttps)|(?<=\bftp)|(?<=\bmailto)|(?<=\bxmpp)):   # an address, linked by GitHub
      | (?i:(?<=\bwww))\.
    """,
    re.VERBOSE,
)
# GitHub calls people and shows pictures for words; an empty comment keeps it from that, unseen
_CALLING = re.compile(r"(@(?=\w)|:(?=[\w+-]*[A-Za-z+-][\w+-]*:))")
_BEGINS = re.compile(r"(?P<mark>[-+](?= |$)|\#{1,6}(?= |$)|>)|(?P<number>\d{1,9})(?=[.)](?: |$))")
_RULER = re.compile(r"[-=|:+ ]+$")
_MARKS = {"strong": "**", "inserted": "**", "deleted": "~~"}


def cleaned(text: str) -> str:
    """The text on one line; a character that must not be obeyed is shown as U+FFFD."""
    return _UNSAFE.sub("\ufffd", re.sub(r"\s+", " ", text))


def escape(text: str) -> str:
    """Text that stands inside a line of markdown as it is."""
    text = _SPECIAL.sub(lambda found: "\\" + found[0], cleaned(text))
    return _CALLING.sub(r"\1<!---->", text)


def cell(text: str) -> str:
    """Escaped text for a cell of a table."""
    return re.sub(r"\|", r"\\|", text)


def guard(line: str) -> str:
    """A line of escaped text, if need be escaped so that it begins no list, heading, quote or rule."""
    if _RULER.match(line):
        return "\\" + line
    found = _BEGINS.match(line)
    if found is None:
        return line
    return f"{found['number']}\\{line[found.end() :]}" if found["number"] else "\\" + line


def inline(words: Iterable[Word]) -> str:
    """Words on one line: deleted ones struck out, inserted and strong ones in bold, notes as references."""
    out = ""
    segments = list(_segments(words))
    for i, (role, raw) in enumerate(segments):
        before = segments[i - 1] if i else ("", " ")
        after = segments[i + 1] if i + 1 < len(segments) else ("", " ")
        if role == "note":
            out += f"[^{raw}]"
        elif role and raw.strip():
            out += _marked(role, escape(raw), before[0], out[-1:], after)
        elif before[0] == "note" and raw.startswith("("):
            out += "\\" + escape(raw)  # else the note and the bracket are a link
        else:
            out += escape(raw)
    return re.sub(" +", " ", out).strip()


def _marked(role: str, text: str, former: str, last: str, following: tuple[str, str]) -> str:
    """Text between its marks, white space outside; a space more where the marks would be none otherwise."""
    inner = text.strip()
    before, after = text[: len(text) - len(text.lstrip())], text[len(text.rstrip()) :]
    if former in _MARKS and not last.isspace():
        before = " "  # side by side they are easier to read apart, and GitHub looks through tildes
    behind = after or {"": following[1][:1], "note": "["}.get(following[0], " ")
    opens, closes = _flanks(inner[0], before or last or " "), _flanks(inner[-1], behind)
    if role == "strong" and not (opens and closes):
        return f"{before}{inner}{after}"
    mark = _MARKS[role]
    return f"{before if opens else ' '}{mark}{inner}{mark}{after if closes else ' '}"


def _segments(words: Iterable[Word]) -> Iterator[tuple[str, str]]:
    """Words marked alike joined: next to one another their marks would run together."""
    role, text = "", ""
    for word in (word for word in words if word.text):
        mine = word.role if word.role in _MARKS or word.role == "note" else ""
        if text and (mine == "note" or _MARKS.get(mine, mine) != _MARKS.get(role, role)):
            yield role, text
            text = ""
        role = mine if not text or mine == "inserted" else role
        text += word.text
    if text:
        yield role, text


def _flanks(inner: str, outer: str) -> bool:
    """Whether a mark between the two characters is one, by every edition of CommonMark."""
    if unicodedata.category(inner)[0] not in "PSZ":
        return True
    return (
        outer.isspace()
        or outer in "!\"#$%&'()*+,-./:;<=>?@[\\]^_`{|}~"
        or unicodedata.category(outer)[0] == "P"
    )


def wrapped(text: str, first: str = "", rest: str = "", width: int = WIDTH) -> str:
    """A line of inline markdown broken at spaces, `first` before the first line and `rest` before others."""
    lines: list[str] = []
    current = ""
    for token in text.split(" "):
        longer = f"{current} {token}" if current else token
        indent = rest if lines else first
        if current and length(indent) + length(guard(longer)) > width:
            lines.append(indent + guard(current))
            longer = token
        current = longer
    lines.append((rest if lines else first) + guard(current))
    return "\n".join(line.rstrip() for line in lines)


def length(text: str) -> int:
    """How long JavaScript takes a text to be: characters beyond the first plane count twice."""
    return len(text) + sum(char > "\uffff" for char in text)


def too_long(text: str) -> bool:
    """Whether markdownlint would find a line too long: one with a space beyond the last column."""
    return any(
        length(line) > WIDTH and re.search(r"\s", line[WIDTH - (length(line) - len(line)) :])
        for line in text.split("\n")
    )


def said(words: Words) -> str:
    """The bare text of words, for places where there is no markup."""
    return cleaned("".join(word.text for word in words if word.role != "note"))
