"""Where results go: the only module that prints, writes files and exits."""

from __future__ import annotations

import os
import shutil
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

if TYPE_CHECKING:
    from tracker.errors import TrackerError
    from tracker.render.document import Look, Result
    from tracker.render.formats import Format

MAX_WIDTH = 120
"""Beyond this many columns lines of text are hard to read."""


def look(color: str = "auto", width: int | None = None) -> Look:
    """How standard output is to look: the option wins, then NO_COLOR, FORCE_COLOR, TERM, the terminal."""
    from tracker.render.document import Look

    if width is None:
        width = min(shutil.get_terminal_size((80, 24)).columns, MAX_WIDTH)
    return Look(width=max(40, width), color=_color(color))


def _color(choice: str) -> bool:
    if choice in ("always", "never"):
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    if os.environ.get("FORCE_COLOR") or os.environ.get("CLICOLOR_FORCE"):
        return True
    return os.environ.get("TERM") != "dumb" and sys.stdout is not None and sys.stdout.isatty()


def deliver(result: Result, format: str, outputs: Sequence[str] = (), look_: Look | None = None) -> None:
    """Print the result in one format and write it to files in others (`[FORMAT:]PATH`).

    Everything is rendered before anything is written; files are written whole or not at all.
    Raises TrackerError for an unknown format or a path that cannot be written.
    """
    from tracker.edit.write import write_atomically
    from tracker.render.document import Look
    from tracker.render.formats import format_named

    shown = format_named(format, result.name)
    targets = check_outputs(format, outputs, result.name)
    text = shown.render(result, look_ or look())
    files = [(path, target.render(result, Look(width=100))) for target, path in targets]
    for path, content in files:
        if path == Path("-"):
            put(content)
        else:
            write_atomically(path, content)
    if all(path != Path("-") for path, _ in files):
        put(text)


def check_outputs(format: str, outputs: Sequence[str], result: str) -> list[tuple[Format, Path]]:
    """Where a result is to go, each place with its format; to be asked before work that takes long.

    Raises TrackerError for an unknown format and for a folder that is not there.
    """
    from tracker.errors import TrackerError
    from tracker.render.formats import format_named

    format_named(format, result)
    targets = [_target(text, result) for text in outputs]
    for _, path in targets:
        if not path.parent.is_dir():
            raise TrackerError(f"{path}: cannot be written: there is no such folder", help="make it first")
    return targets


def refresh(
    result: Result,
    outputs: Sequence[str],
    region: str,
    title: str,
    *,
    check: bool = False,
    text: str | None = None,
) -> list[Path]:
    """Bring files up to date and give back those that were not; with `check` they are left as they are.

    Of a markdown file only the region between our markers is replaced, a new one gets `title` above it;
    other formats are written whole. `text`: what to write instead of the result rendered. All files are
    made before the first is written. Raises TrackerError for markers that cannot be made sense of and for
    files that cannot be read or written.
    """
    from tracker.edit.region import existing_text, new_file, with_region
    from tracker.edit.write import write_atomically
    from tracker.render.document import Look

    stale: list[tuple[Path, str]] = []
    for output in outputs:
        if text is None:
            target, path = _target(output, result.name)
            content, marked = target.render(result, Look(width=100)), target.suffix == "md"
        else:
            path = Path(output)
            content, marked = text, path.suffix == ".md"
        if path == Path("-"):
            put(content)
            continue
        before = existing_text(path)
        if marked:
            content = (
                new_file(region, title, content)
                if before is None
                else with_region(before, region, content, path)
            )
        if content != before:
            stale.append((path, content))
    for path, content in () if check else stale:
        write_atomically(path, content)
    return [path for path, _ in stale]


def _target(text: str, result: str) -> tuple[Format, Path]:
    """`[FORMAT:]PATH`; without a format the suffix of the path tells it."""
    from tracker.errors import TrackerError
    from tracker.render.formats import format_named, formats

    name, colon, rest = text.partition(":")
    if colon and rest and name in formats():
        return format_named(name, result), Path(rest)
    suffix = Path(text).suffix.lstrip(".")
    for candidate in formats():
        try:
            found = format_named(candidate, result)
        except TrackerError:
            continue
        if found.suffix == suffix:
            return found, Path(text)
    known = ", ".join(formats())
    raise TrackerError(f"`{text}` does not tell a format", help=f"write FORMAT:PATH; formats: {known}")


def standard_input() -> bytes:
    """All of standard input, up to the bound that holds for files. Raises TrackerError if there is none."""
    from tracker.errors import TrackerError
    from tracker.load.reader import MAX_BYTES

    if sys.stdin is None or sys.stdin.closed:
        raise TrackerError("there is no standard input")
    return sys.stdin.buffer.read(MAX_BYTES + 1)


def put(text: str) -> None:
    """Text on standard output; a reader that has gone away is no failure.

    Raises TrackerError if there is no standard output, or if it takes nothing more.
    """
    from tracker.errors import TrackerError

    if sys.stdout is None:
        raise TrackerError("there is no standard output", help="write to a file with `-o`, or to /dev/null")
    with suppress(AttributeError, ValueError):
        sys.stdout.reconfigure(errors="backslashreplace")  # type: ignore[union-attr]
    try:
        sys.stdout.write(text)
        sys.stdout.flush()
    except BrokenPipeError:
        finish(0, broken=True)
    except OSError as error:
        raise TrackerError(f"standard output cannot be written: {error.strerror or error}") from None


def note(text: str) -> None:
    """A remark on standard error."""
    from tracker.render.formats.terminal import safe

    with suppress(AttributeError, OSError):  # no standard error: nobody to tell
        sys.stderr.write(safe(text).rstrip() + "\n")


def complain(error: TrackerError) -> None:
    """Why a run stopped: the diagnostics if there are any, the message, the remedy."""
    from tracker.render.excerpt import excerpt

    for diagnostic in error.report:
        note("\n".join(excerpt(diagnostic)))
    note(f"tracker: {error.message}")
    if error.help:
        note(f"  help: {error.help}")


def internal(error: Exception) -> None:
    """A fault of ours, in one line."""
    note(f"tracker: internal error: {type(error).__name__}: {error}")
    note("  help: set TRACKER_DEBUG=1 to see where it happened, and please report it")


def finish(code: int, *, broken: bool = False) -> NoReturn:
    """End the process; after a broken pipe without a word from the interpreter."""
    if broken:
        devnull = os.open(os.devnull, os.O_WRONLY)
        with suppress(OSError, ValueError):
            os.dup2(devnull, sys.stdout.fileno())
    else:
        try:
            if sys.stdout is not None:
                sys.stdout.flush()
        except (OSError, ValueError):
            finish(code, broken=True)
    raise SystemExit(code)
