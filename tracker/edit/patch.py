"""Edits at spans of a text: whatever is not touched stays as it was, comments and layout included."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from tracker.edit.write import write_atomically
from tracker.errors import TrackerError
from tracker.source import Span


@dataclass(frozen=True, slots=True, order=True)
class Edit:
    """Put `text` in place of a span; an empty span inserts, an empty text deletes."""

    span: Span
    text: str


def patched(text: str, edits: Iterable[Edit]) -> str:
    """The text with the edits made. Of edits that overlap the first is made; equal ones count once."""
    out: list[str] = []
    done = 0
    for edit in sorted(set(edits)):
        if edit.span.start < done or not 0 <= edit.span.start <= edit.span.end <= len(text):
            continue
        out += [text[done : edit.span.start], edit.text]
        done = edit.span.end
    return "".join([*out, text[done:]])


def rewrite(path: Path, before: str, after: str) -> None:
    """Write a patched text, if the file still holds what the patch was made for.

    A byte order mark is kept. Raises TrackerError if the file has changed meanwhile or cannot be written.
    """
    try:
        found = path.read_bytes()
    except OSError as error:
        raise TrackerError(f"{path}: cannot be read: {error.strerror or error}") from None
    mark = b"\xef\xbb\xbf" if found.startswith(b"\xef\xbb\xbf") else b""
    if found[len(mark) :] != before.encode():
        raise TrackerError(f"{path}: changed while it was checked", help="nothing was written: run it again")
    write_atomically(path, mark + after.encode())
