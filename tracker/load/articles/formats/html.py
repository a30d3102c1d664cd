"""Web pages: the article without menus, previews, comments and other furniture, by trafilatura."""

from __future__ import annotations

from typing import Any

from tracker.load.articles.formats import Refused

SUFFIXES = (".html", ".htm", ".xhtml")
RISKY = True
EXTRA, NEEDS = "html", "trafilatura"

MAX_DEPTH = 2_000
"""Elements inside one another: a page of this depth is no article, and parsers recurse."""
_VOID = frozenset(b"area base br col embed hr img input link meta source track wbr p li".split())


def LEAD(raw: bytes) -> bool:
    start = raw.removeprefix(b"\xef\xbb\xbf").lstrip()[:200].lower()
    return start.startswith((b"<!doctype html", b"<html")) or (
        start.startswith(b"<?xml") and b"<html" in start
    )


def text(raw: bytes) -> str:
    """The main text; list items begin with `- `. Raises Refused for a page nested beyond reason."""
    if (depth := _depth(raw)) > MAX_DEPTH:
        raise Refused(
            f"has more than {MAX_DEPTH:,} elements inside one another ({depth:,})",
            "hand in the article as text",
        )
    from trafilatura import extract

    options: dict[str, Any] = {
        "include_comments": False,
        "include_tables": True,
        "deduplicate": False,
        "fast": False,
    }
    found = extract(raw, **options) or extract(raw, favor_recall=True, **options)
    if not found:
        raise Refused("holds no article", "save the article's text and hand that in")
    return str(found)


def _depth(raw: bytes) -> int:
    """How deep elements open without closing, in one pass over the bytes."""
    import re

    deep = deepest = 0
    for match in re.finditer(rb"<(/?)([A-Za-z][A-Za-z0-9]*)", raw):
        if match[2].lower() in _VOID:
            continue
        deep += -1 if match[1] else 1
        deep = max(deep, 0)
        deepest = max(deepest, deep)
    return deepest
