"""A marked region of a hand-written file: what stands between the markers is ours, all else is not."""

from __future__ import annotations

import re
from pathlib import Path

from tracker.errors import TrackerError
from tracker.load.reader import read_bytes


def markers(name: str) -> tuple[str, str]:
    """The two lines that enclose a region."""
    return f"<!-- tracker:{name} start -->", f"<!-- tracker:{name} end -->"


def with_region(text: str, name: str, content: str, path: Path) -> str:
    """The text with the content between the markers; the rest of it, line ends included, stays.

    Raises TrackerError if the markers are missing, doubled or in the wrong order.
    """
    start, end = markers(name)
    if any(line.strip() in (start, end) for line in content.splitlines()):
        raise TrackerError(
            f"{path}: the new content holds a marker itself", help="take it out of the template"
        )
    # a marker is a line of its own; in running text it is only spoken of
    starts, ends = (
        list(re.finditer(rf"^{re.escape(mark)}[ \t]*\r?$", text, re.MULTILINE)) for mark in (start, end)
    )
    if len(starts) != 1 or len(ends) != 1:
        said = f"{len(starts)} start and {len(ends)} end markers"
        remedy = f"put `{start}` and `{end}` on lines of their own where it should stand"
        raise TrackerError(f"{path}: {said}, where one of each is needed", help=remedy)
    if starts[0].start() > ends[0].start():
        raise TrackerError(f"{path}: the end marker stands before the start marker")
    newline = "\r\n" if "\r\n" in text else "\n"
    body = f"{newline}{newline}{content.strip().replace(chr(10), newline)}{newline}{newline}"
    return text[: starts[0].start()] + start + body + text[ends[0].start() :]


def new_file(name: str, title: str, content: str) -> str:
    """A file that has nothing but a title and the region."""
    start, end = markers(name)
    return f"# {title}\n\n{start}\n\n{content.strip()}\n\n{end}\n"


def existing_text(path: Path) -> str | None:
    """What a file holds, line ends as they are; None if there is none. Raises TrackerError if unreadable."""
    if not path.exists():
        return None
    try:
        found = read_bytes(path)
        if found is None:
            raise TrackerError(f"{path}: is too large for a text", help="name another file")
        return found.decode("utf-8")
    except UnicodeDecodeError:
        raise TrackerError(f"{path}: is not UTF-8 text", help="name another file") from None
