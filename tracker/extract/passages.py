"""Sentences and list items of an article, each with what it hangs on; what is no content is left out."""

from __future__ import annotations

import re
from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from tracker.extract.vocabulary import vocabulary, word_set
from tracker.source import Span

if TYPE_CHECKING:
    from tracker.extract.document import Article


@dataclass(frozen=True)
class Passage:
    """A sentence or list item: its place, what leads into it (a passage's number), its heading."""

    number: int
    span: Span
    kind: str
    block: int
    section: int
    lead: int | None = None
    heading: str = ""
    asks: bool = False


MAX_SENTENCE = 1_500
"""Characters; what is longer is a table, a list of names or nonsense."""

_ITEM = re.compile(
    r"[ >]*(?:[-*+\u2022\u00b7\u25aa\u25cf\u25e6\u2023\u2043]\ufe0f?[ \u2060]+"
    r"|\(?\d{1,2}[.)](?!\d)[ \u2060]*|\(?[a-h][.)] +|[ivx]{1,4}[.)] +"
    r"|(?:Point|Article|Clause|Paragraph|Item|No\.?) \d{1,2}[.:)] +)"
)
_HASH = re.compile(r"[ >]*#{1,6} +")
_BOLD = re.compile(r"[ >]*(?:\*\*|__)(.{1,160})(?:\*\*|__)[ :]*$")
_END = re.compile(
    r"[.!?\u2026]{1,4}[\"'\u2019\u201d)\]*_]{0,4}(?= {1,4}"
    r"(?:[\"'\u2018\u201c(\[*_]*[A-Z0-9\u00c0-\u00de\u0400-\u042f\u0370-\u03ab\u20ac$\u00a3]|\([a-h]\) )|$)"
)
_GLUED = re.compile(r"(?<=[a-z]{3})\.(?=(?:The|It|In|This|Under|They|He|She|Additionally|If)\b )")
"""A sentence that was joined to the one before without a space."""
_FRESH = re.compile(r" {1,4}(?:The|In|It|But|And|He|She|They|This|Under|If|On) ")
_SHORT = re.compile(
    r"(?:\b(?:mr|mrs|ms|dr|st|sr|jr|gen|lt|col|sgt|sen|rep|gov|prof|vs|no|nos|art|approx|max|min|ca|jan|feb|mar|apr|jun|jul|aug|sep|sept|oct|nov|dec|inc|ltd|co)|\b[a-hj-uw-z]|\b(?:[a-z]\.){1,3}[a-z])\.$"
)
_TERMINAL = re.compile(r"[.!?:;,\u2026][\"'\u2019\u201d)\]*_]*$")


def _blocks(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """Lines, with wrapped lines of one paragraph taken together."""
    blocks: list[tuple[int, int]] = []
    place, open_, broken = start, False, _hard_wrapped(text, start, end)
    while place < end:
        stop = text.find("\n", place, end)
        stop = end if stop < 0 else stop
        line = text[place:stop]
        if not line.strip():
            open_ = False
        else:
            first = place + len(line) - len(line.lstrip())
            last = place + len(line.rstrip())
            wrapped = open_ and not _ITEM.match(line) and not _HASH.match(line)
            if wrapped and blocks:
                before = text[blocks[-1][0] : blocks[-1][1]]
                last_line = before[before.rfind("\n") + 1 :]
                indented = line[:1] in " \t" and _ITEM.match(before) is not None
                wrapped = (
                    len(last_line) >= 55
                    and not _HASH.match(before)
                    and (
                        not _TERMINAL.search(last_line)
                        or last_line[-1] in ",;"
                        or (broken and last_line[-1] != ":" and 75 <= len(last_line) <= 125)
                    )
                ) or indented
            if wrapped and blocks:
                blocks[-1] = (blocks[-1][0], last)
            else:
                blocks.append((first, last))
            open_ = True
        place = stop + 1
    return blocks


def _hard_wrapped(text: str, start: int, end: int) -> bool:
    """Whether lines are broken at a width: many that go on below end within a sentence."""
    lines = text[start:end].split("\n")
    over = [line.rstrip() for line, below in pairwise(lines) if len(line) >= 55 and below.strip()]
    return sum(not _TERMINAL.search(line) for line in over) * 3 >= len(over)


def _sentences(text: str, view: str, start: int, end: int) -> list[tuple[int, int]]:
    found, begin = [], start
    flat = text[start:end].replace("\n", " ")
    for match in sorted((*_END.finditer(flat), *_GLUED.finditer(flat)), key=re.Match.start):
        stop = start + match.end()
        dot = start + match.start()
        if (
            text[dot] == "."
            and match[0][0] == "."
            and _SHORT.search(view[max(begin, dot - 12) : dot + 1])
            and not (view[dot - 3 : dot] == "u.s" and _FRESH.match(text, stop))
            and stop < end
        ):
            continue
        if text[begin:stop].strip():
            found += _pieces(text, begin, stop)
        begin = stop
        while begin < end and text[begin].isspace():
            begin += 1
    if text[begin:end].strip():
        found += _pieces(text, begin, end)
    return found


def _pieces(text: str, start: int, end: int) -> list[tuple[int, int]]:
    """A sentence, in pieces where it is longer than any sentence: work stays in proportion to the text."""
    found = []
    while end - start > MAX_SENTENCE:
        cut = text.rfind(" ", start + MAX_SENTENCE // 2, start + MAX_SENTENCE)
        cut = start + MAX_SENTENCE if cut < 0 else cut
        found.append((start, cut))
        start = cut
    return [*found, (start, end)]


def _is_heading(line: str, following: str) -> bool:
    if _HASH.match(line) or _BOLD.match(line):
        return True
    words = line.split()
    if line.strip(" *_").isupper() and len(words) <= 8:
        return True
    return len(words) <= 12 and len(line) <= 90 and not _TERMINAL.search(line.rstrip()) and bool(following)


_LISTED = word_set("passages", "listed")
_SHORT_LINE = 240
"""Characters; a line that is no longer can be an entry of a list without marks."""


def _plain_lists(text: str, view: str, blocks: list[tuple[int, int]]) -> set[int]:
    """The blocks that are entries of a list without marks: short lines after "the plan's main points:"."""
    found: set[int] = set()
    for number, (start, end) in enumerate(blocks):
        if view[end - 1] != ":" or _LISTED.isdisjoint(
            re.findall(r"[a-z]+", view[max(start, end - 200) : end])
        ):
            continue
        run: list[int] = []
        for other in range(number + 1, len(blocks)):
            low, high = blocks[other]
            gap = text[blocks[other - 1][1] : low].count("\n")
            if high - low > _SHORT_LINE or view[high - 1] == ":" or _marked(text, low, high):
                break
            if run and gap != text[blocks[run[0]][1] : blocks[run[0] + 1][0]].count("\n"):
                break
            run.append(other)
        if len(run) > 1:
            found |= set(run)
    return found


def _marked(text: str, start: int, end: int) -> bool:
    line = text[start:end]
    return bool(_ITEM.match(line) or _HASH.match(line) or _BOLD.match(line))


def passages_of(article: Article) -> list[Passage]:
    """All passages in order. Headings are kept as passages of kind `heading`: they say what follows."""
    text, view, extent = article.text, article.view, article.extent
    furniture = re.compile("|".join(vocabulary("furniture")["lines"]))
    ends = re.compile("|".join(vocabulary("furniture")["ends"]))
    found: list[Passage] = []
    section, heading, lead = 0, "", None
    blocks = _blocks(text, extent.start, extent.end)
    plain = _plain_lists(text, view, blocks)
    for number, (start, end) in enumerate(blocks):
        line = view[start:end]
        if ends.match(line) and len(line) < 60:
            if number > len(blocks) // 3:
                break
            continue
        if len(line) < 400 and furniture.search(line):
            continue
        item = _ITEM.match(text, start, end)
        following = "x" if number + 1 < len(blocks) else ""
        in_list = bool(found) and found[-1].kind == "item" and lead is not None
        if (
            not item
            and number not in plain
            and _is_heading(text[start:end], following)
            and not (
                in_list
                and not _HASH.match(text[start:end])
                and not _BOLD.match(text[start:end])
                and not line.isupper()
                and _next_is_item(text, blocks, number)
            )
        ):
            section, heading, lead = section + 1, text[start:end].strip("#*_ "), None
            found.append(Passage(len(found), Span(start, end), "heading", number, section, None, heading))
            continue
        begin = item.end() if item else start
        if item is None and number not in plain:
            lead = None
        elif not (found and found[-1].kind == "item"):
            lead = found[-1].number if found and found[-1].kind == "sentence" else lead
        elif found[-1].block != number and view[found[-1].span.end - 1] == ":":
            lead = found[-1].number  # an entry that opens a list of its own
        for a, b in _sentences(text, view, begin, end):
            found.append(
                Passage(
                    len(found),
                    Span(a, b),
                    "item" if item or number in plain else "sentence",
                    number,
                    section,
                    lead if item or number in plain else None,
                    heading,
                    text[a:b].rstrip("\"'\u201d\u2019)*_ ").endswith("?"),
                )
            )
    return found


def _next_is_item(text: str, blocks: list[tuple[int, int]], number: int) -> bool:
    return number + 1 < len(blocks) and bool(_ITEM.match(text, *blocks[number + 1]))
