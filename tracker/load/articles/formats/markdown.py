"""Markdown, with the front matter of a source digest where it has one. Read as text: marks are content."""

from __future__ import annotations

from tracker.load.articles.formats import plain

SUFFIXES = (".md", ".markdown")
RISKY = False


def LEAD(raw: bytes) -> bool:
    """Front matter gives it away."""
    return raw.removeprefix(b"\xef\xbb\xbf").startswith((b"---\n", b"---\r\n"))


text = plain.text
