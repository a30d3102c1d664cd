"""Bytes to text: one file, read once, in UTF-8."""

from __future__ import annotations

import os
import stat
from pathlib import Path

from tracker.diagnostic import Diagnostic
from tracker.errors import TrackerError
from tracker.source import Source, Span

MAX_BYTES = 20 * 2**20
"""A file above this is refused before it is read: a plan of 5,000 provisions has a tenth of it."""

# The order matters: UTF-32's little-endian mark begins with UTF-16's.
_FOREIGN_MARKS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)
_UTF8_MARK = b"\xef\xbb\xbf"
_SAVE_AS_UTF8 = "save the file as UTF-8"


def read(path: Path, name: str | None = None) -> tuple[Source, tuple[Diagnostic, ...]]:
    """Read a file; `name` is what diagnostics call it (the path as given, unless told).

    Raises TrackerError where the path itself is unusable. What is wrong with the contents comes back
    as diagnostics; the text that goes with them is for showing, not for parsing.
    """
    name = path.as_posix() if name is None else name
    raw = read_bytes(path, name)
    return _too_large(name, path) if raw is None else decode(raw, name, path)


def read_bytes(path: Path, name: str | None = None) -> bytes | None:
    """The bytes of a file; None if it is larger than `MAX_BYTES`. Raises TrackerError if it is unusable."""
    name = path.as_posix() if name is None else name
    try:
        # Looked at before it is opened (opening a device can do things), and again once it is open
        # (it may have been swapped); O_NONBLOCK, so that a pipe put there in between cannot hold us.
        _require_regular(path.stat().st_mode, name)
        flags = os.O_RDONLY | getattr(os, "O_NONBLOCK", 0) | getattr(os, "O_BINARY", 0)
        with os.fdopen(os.open(path, flags), "rb") as file:
            status = os.fstat(file.fileno())
            _require_regular(status.st_mode, name)
            if status.st_size > MAX_BYTES:
                return None
            raw = file.read(MAX_BYTES + 1)  # it may have grown since
    except OSError as error:
        raise _unusable(path, name, error) from error
    except ValueError as error:  # a NUL in the path
        raise TrackerError(f"cannot read {name!r}: {error}") from error
    return raw if len(raw) <= MAX_BYTES else None


def decode(raw: bytes, name: str, path: Path | None = None) -> tuple[Source, tuple[Diagnostic, ...]]:
    """The text of a file's bytes, without a leading byte order mark. Line breaks stay as they are."""
    if len(raw) > MAX_BYTES:
        return _too_large(name, path)
    for mark, encoding in _FOREIGN_MARKS:
        if raw.startswith(mark):
            source = Source(name, raw.decode(encoding, errors="replace"), path)
            return source, (_encoding(source, f"the file is written in {encoding}, not in UTF-8", 0),)
    raw = raw.removeprefix(_UTF8_MARK)
    try:
        text = raw.decode("utf-8")
    except UnicodeDecodeError as error:
        source = Source(name, raw.decode("utf-8", errors="replace"), path)
        offset = len(raw[: error.start].decode("utf-8"))
        message = f"the byte 0x{raw[error.start]:02X} does not belong to UTF-8 text"
        return source, (_encoding(source, message, offset),)
    source = Source(name, text, path)
    if (offset := text.find("\0")) < 0:
        return source, ()
    # Plain Latin text in UTF-16 or UTF-32 without a mark: every other byte, or more, is zero.
    sample = raw[:400]
    if sample.count(0) * 3 >= len(sample):
        message = "the file looks like UTF-16 or UTF-32, not UTF-8: it is full of zero bytes"
        return source, (_encoding(source, message, offset),)
    help = "delete the zero byte; if there are many, this is not a text file"
    return source, (_encoding(source, "there is a zero byte in the text", offset, help),)


def _encoding(source: Source, message: str, offset: int, help: str = _SAVE_AS_UTF8) -> Diagnostic:
    return Diagnostic("encoding", message, source, span=Span(offset, offset + 1), help=help)


def _too_large(name: str, path: Path | None) -> tuple[Source, tuple[Diagnostic, ...]]:
    source = Source(name, "", path)
    message = f"the file is larger than {MAX_BYTES // 2**20} MB"
    return source, (
        Diagnostic("size", message, source, span=Span(0, 0), help="divide it into several files"),
    )


def _require_regular(mode: int, name: str) -> None:
    if stat.S_ISREG(mode):
        return
    if stat.S_ISDIR(mode):
        raise TrackerError(f"{name} is a folder, not a file", help="name a file in it")
    raise TrackerError(f"{name} is not a regular file", help="copy its contents to a file first")


def _unusable(path: Path, name: str, error: OSError) -> TrackerError:
    if isinstance(error, FileNotFoundError):
        try:
            dangling = path.is_symlink()
        except OSError:
            dangling = False
        if dangling:
            return TrackerError(f"{name} is a link to a file that does not exist", help="mend the link")
        return TrackerError(f"{name} does not exist", help="check the path and the folder you are in")
    if isinstance(error, PermissionError):
        return TrackerError(
            f"{name} may not be read", help="check the permissions of the file and its folders"
        )
    return TrackerError(f"cannot read {name}: {error.strerror or error}")
