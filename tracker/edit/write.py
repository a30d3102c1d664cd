"""Files written whole or not at all."""

from __future__ import annotations

import os
import tempfile
from contextlib import suppress
from pathlib import Path

from tracker.errors import TrackerError


def write_atomically(path: Path, content: str | bytes) -> None:
    """Put content into a file by way of a temporary neighbour; what stood there stays until the new is safe.

    A symbolic link is followed, an existing file keeps its mode. Raises TrackerError if it cannot be done.
    """
    data = content.encode("utf-8") if isinstance(content, str) else content
    temporary = ""
    try:
        target = path.resolve()
        if target.is_dir():
            raise TrackerError(f"{path}: is a folder", help="give the path of a file")
        if target.exists() and not os.access(target, os.W_OK):
            raise TrackerError(f"{path}: cannot be written: the file is read-only")
        handle, temporary = tempfile.mkstemp(prefix=f".{target.name}.", dir=target.parent)
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        Path(temporary).chmod(target.stat().st_mode & 0o7777 if target.exists() else 0o666 & ~umask())
        Path(temporary).replace(target)
    except OSError as error:
        raise TrackerError(f"{path}: cannot be written: {error.strerror or error}") from None
    finally:
        if temporary:
            with suppress(OSError):
                Path(temporary).unlink()


def make_folder(path: Path) -> None:
    """The folder with those above it, unless it is there. Raises TrackerError if it cannot be made."""
    try:
        path.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TrackerError(f"{path}: cannot be made: {error.strerror or error}") from None


def umask() -> int:
    """The mask of the process, which can only be read by setting it."""
    current = os.umask(0)
    os.umask(current)
    return current
