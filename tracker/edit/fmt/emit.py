"""A tree written out, in the spelling of `tracker.edit.dump`."""

from __future__ import annotations

import re
from collections.abc import Iterator
from textwrap import wrap

from tracker.edit.dump import APART, WIDTH, scalar
from tracker.edit.fmt.tree import Entry, Group, Node, Scalar, Tree

_OPEN = APART | {"readings"}
"""Lists that never stand between brackets."""
_NARROWEST = 40
LONGEST = 110
"""What somebody wrote on one line stays there up to so many columns; prose is filled to `WIDTH`."""
_LINE = re.compile(r"[^\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]*")


def emit(tree: Tree) -> str:
    """The text of a tree, with a line break at its end."""
    lines = [*_remarks(tree.head, 0, first=True)]
    if tree.marked:
        lines.append("---")
    entries = tree.root.entries
    for entry in entries[1:]:
        if entry.key in APART:
            _set_apart(entry)
    for entry in entries:
        if entry.key == "provisions" and isinstance(entry.node, Group):
            for item in entry.node.entries[1:]:
                _set_apart(item)
    lines += _group(tree.root, 0) if entries else ["{}"]
    while lines and not lines[-1]:
        lines.pop()
    return "\n".join(lines) + "\n"


def _set_apart(entry: Entry) -> None:
    if not entry.lead or entry.lead[0]:
        entry.lead.insert(0, "")


def _remarks(lead: list[str], indent: int, *, first: bool) -> Iterator[str]:
    """Comments at an indentation, with single empty lines between; none above what comes first."""
    blank = first
    for said in lead:
        if said or not blank:
            yield " " * indent + said if said else ""
        blank = not said


def _group(group: Group, indent: int, *, open: bool = False) -> list[str]:
    lines: list[str] = []
    for i, entry in enumerate(group.entries):
        if open and isinstance(entry.node, Group):
            entry.node.flow = False
        if not group.mapping:
            _hoist(entry)
        lines += _remarks(entry.lead, indent, first=i == 0)
        lines += _keyed(entry, indent) if group.mapping else _item(entry, indent)
    return [*lines, *_remarks(group.tail, indent, first=False)]


def _hoist(item: Entry) -> None:
    """What stands between a dash and the first key goes above the dash."""
    inner = item.node
    if isinstance(inner, Group) and inner.entries and not _flat(inner, 0):
        item.lead += inner.entries[0].lead
        inner.entries[0].lead = []
        if item.eol:  # it stood behind a dash or bracket of its own
            item.lead.append(item.eol)
            item.eol = ""


def _keyed(entry: Entry, indent: int) -> list[str]:
    head = f"{' ' * indent}{scalar(entry.key)}:"
    behind = f"  {entry.eol}" if entry.eol else ""
    if isinstance(entry.node, Scalar):
        return _valued(head, entry.node, indent, behind)
    flat = _flat(entry.node, len(head) + 1)
    if flat and (entry.key not in _OPEN or not entry.node.entries):
        return [f"{head} {flat}{behind}"]
    return [head + behind, *_group(entry.node, indent + 2, open=entry.key in _OPEN)]


def _item(entry: Entry, indent: int) -> list[str]:
    pad = " " * indent
    behind = f"  {entry.eol}" if entry.eol else ""
    if isinstance(entry.node, Scalar):
        if entry.node.style and isinstance(entry.node.value, str) and "\n" in entry.node.value:
            return _valued(f"{pad}-", entry.node, indent, behind)
        return [f"{pad}- {scalar(entry.node.value)}{behind}"]
    if flat := _flat(entry.node, indent + 2):
        return [f"{pad}- {flat}{behind}"]
    lines = _group(entry.node, indent + 2)
    return [f"{pad}- {lines[0][indent + 2 :]}{behind}", *lines[1:]]


def _flat(node: Node, column: int) -> str:
    """A list or mapping between brackets, if it was written so and fits; else nothing."""
    if not isinstance(node, Group):
        return scalar(node.value, flow=True)
    if (node.entries and not node.flow) or any(node.tail):
        return ""
    parts = []
    for entry in node.entries:
        inner = _flat(entry.node, 0)
        if any(entry.lead) or entry.eol or not inner:
            return ""
        parts.append(f"{scalar(entry.key, flow=True)}: {inner}" if node.mapping else inner)
    text = ", ".join(parts)
    text = f"{{{text}}}" if node.mapping else f"[{text}]"
    return text if column + len(text) <= LONGEST or not node.entries else ""


def _valued(head: str, node: Scalar, indent: int, behind: str) -> list[str]:
    """A value behind its key: on the line if it fits, folded if it is long, its own lines if it has some."""
    value = node.value
    said = scalar(value)
    fits = len(head) + 1 + len(said) <= (WIDTH if node.style == ">" else LONGEST)
    lined = isinstance(value, str) and "\n" in value
    if isinstance(value, str) and ((lined and node.style) or (not lined and not fits and " " in value)):
        pad = " " * (indent + 2)
        room = max(WIDTH - indent - 2, _NARROWEST)
        body = value[:-1] if value.endswith("\n") else value
        chomp = "" if value.endswith("\n") else "-"
        lines = body.split("\n")
        if node.style == "|" and lined and _literal(lines):
            return [f"{head} |{chomp}{behind}", *(pad + line if line else "" for line in lines)]
        if all(map(_foldable, lines)):
            folded: list[str] = []
            for i, line in enumerate(lines):
                folded += [""] * (i > 0)
                folded += [pad + part for part in _words(line, room)]
            return [f"{head} >{chomp}{behind}", *folded]
    return [f"{head} {said}{behind}"]


def _words(line: str, room: int) -> list[str]:
    return wrap(line, room, break_long_words=False, break_on_hyphens=False)


def _literal(lines: list[str]) -> bool:
    """Whether lines can stand as they are: nothing odd, no space in front of the first, text at both ends."""
    whole = all(_LINE.fullmatch(line) and line == line.rstrip() for line in lines)
    return whole and bool(lines[0]) and not lines[0].startswith(" ") and bool(lines[-1])


def _foldable(text: str) -> bool:
    """Whether folding and unfolding gives the same text: words with single spaces, nothing odd."""
    return bool(text) and bool(_LINE.fullmatch(text)) and text == " ".join(text.split())
