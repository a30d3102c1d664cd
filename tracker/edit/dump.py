"""Plain data to YAML, always the same bytes: keys in the order given, no aliases, short things flat."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from functools import cache
from textwrap import wrap
from typing import Any

WIDTH = 100
"""Columns of a line, as far as words allow."""

APART = frozenset({"provisions", "facts"})
"""Lists whose items always stand in block style, an empty line between two of `provisions`."""
_BLOCKS = APART | {"readings"}

_INDICATORS = "-?:,[]{}#&*!|>'\"%@`"
_ODD = re.compile("[\x00-\x1f\x7f-\x9f\u2028\u2029\ufeff\ud800-\udfff\ufffe\uffff]")
_ESCAPED = re.compile(f'{_ODD.pattern}|["\\\\]')
_NOT_IN_FLOW = re.compile(r"[,\[\]{}?]")


def dump(data: Mapping[str, Any], width: int = WIDTH) -> str:
    """A mapping as a YAML document. Values: mappings, lists, tuples, text, numbers, true and false."""
    return "".join(f"{line}\n" for line in _mapping(data, 0, width))


def dump_items(items: Iterable[Mapping[str, Any]], indent: int, width: int = WIDTH) -> str:
    """Items of a list in block style, as they stand below their key; an empty line between two."""
    blocks = ["".join(f"{line}\n" for line in _item(item, indent, width, "provisions")) for item in items]
    return "\n".join(blocks)


def flow(value: Any) -> str:
    """A value on one line."""
    if isinstance(value, Mapping):
        return "{" + ", ".join(f"{scalar(key, flow=True)}: {flow(item)}" for key, item in value.items()) + "}"
    if isinstance(value, list | tuple):
        return "[" + ", ".join(map(flow, value)) + "]"
    return scalar(value, flow=True)


def scalar(value: Any, *, flow: bool = False) -> str:
    """One value; quoted where it could be read as anything but this very text, by any version of YAML."""
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, int | float):
        return repr(value)
    text = str(value)
    if _ODD.search(text):
        return f'"{_ESCAPED.sub(_escape, text)}"'
    if not _plain(text, flow):
        if '"' not in text and "\\" not in text:
            return f'"{text}"'
        return "'" + text.replace("'", "''") + "'"
    return text


def _escape(found: re.Match[str]) -> str:
    return f"\\{found[0]}" if found[0] in '"\\' else f"\\u{ord(found[0]):04x}"


def _plain(text: str, flow: bool) -> bool:
    if not text or text != text.strip() or text[0] in _INDICATORS:
        return False
    if ": " in text or " #" in text or text.endswith(":") or (flow and _NOT_IN_FLOW.search(text)):
        return False
    return not _means_something(text)


@cache
def _resolver() -> Any:
    from yaml.resolver import Resolver

    return Resolver()


def _means_something(text: str) -> bool:
    """Whether YAML would read a number, a date, a truth value or nothing."""
    from yaml import ScalarNode

    if text.lower() in ("y", "n", "yes", "no", "on", "off", "true", "false", "null", "~"):
        return True
    if text[0] in "0123456789.+-=<" and re.fullmatch(r"[-+]?[0-9.][0-9_.,:eExXobTtZ+-]*", text):
        return True
    return bool(_resolver().resolve(ScalarNode, text, (True, False)) != "tag:yaml.org,2002:str")


def _mapping(data: Mapping[str, Any], indent: int, width: int) -> list[str]:
    lines: list[str] = []
    for key, value in data.items():
        if lines and indent == 0 and key in APART:
            lines.append("")
        lines += _entry(key, value, indent, width)
    return lines


def _entry(key: str, value: Any, indent: int, width: int) -> list[str]:
    head = f"{' ' * indent}{scalar(key)}:"
    if isinstance(value, Mapping | list | tuple):
        short = f"{head} {flow(value)}"
        if not value or (key not in _BLOCKS and len(short) <= width):
            return [short]
        if isinstance(value, Mapping):
            return [head, *_mapping(value, indent + 2, width)]
        lines = [head]
        for number, item in enumerate(value):
            if number and key == "provisions":
                lines.append("")
            lines += _item(item, indent + 2, width, key)
        return lines
    said = scalar(value)
    if len(head) + 1 + len(said) <= width or not isinstance(value, str) or not _foldable(value):
        return [f"{head} {said}"]
    pad = " " * (indent + 2)
    folded = wrap(value, max(width - indent - 2, 40), break_long_words=False, break_on_hyphens=False)
    return [f"{head} >-", *(pad + line for line in folded)]


def _foldable(text: str) -> bool:
    """Whether folding and unfolding gives the same text: single spaces only, nothing odd."""
    return not _ODD.search(text) and " ".join(text.split(" ")) == text == " ".join(text.split())


def _item(item: Any, indent: int, width: int, key: str) -> list[str]:
    pad = " " * indent
    short = f"{pad}- {flow(item)}"
    if not isinstance(item, Mapping) or not item or (key not in _BLOCKS and len(short) <= width):
        return [short]
    lines = _mapping(item, indent + 2, width)
    return [f"{pad}- {lines[0][indent + 2 :]}", *lines[1:]]
