"""What earlier checks found, kept between runs: JSON, signed, under keys that name all it depends on.

A file of the cache that is broken, or that was not written by this user, is as good as none: each carries
a signature made with a secret of the user's own cache folder, so that nobody can hand over findings (or
the lack of them) along with a plan folder.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
import secrets
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Any

from tracker.edit.write import write_atomically
from tracker.errors import TrackerError

_MOST_BYTES = 500 * 2**20
_HEAD = "tracker-cache 1 "


def user_folder() -> Path | None:
    """Where programs keep what they can make again: XDG_CACHE_HOME, or what the system has for it."""
    named = os.environ.get("XDG_CACHE_HOME") or os.environ.get("LOCALAPPDATA")
    try:
        folder = Path(named) if named and Path(named).is_absolute() else Path.home() / ".cache"
    except RuntimeError:  # a user without a home
        return None
    return folder / "provision-tracker"


@cache
def program() -> str:
    """The version of this program: every file of it by size and time, as it may be installed for editing."""
    import tracker

    root = Path(tracker.__file__).parent
    state = hashlib.sha256()
    for path in sorted([*root.rglob("*.py"), *root.rglob("*.json")]):
        status = path.stat()
        state.update(f"{path.relative_to(root)} {status.st_size} {status.st_mtime_ns}\n".encode())
    return state.hexdigest()


class Store:
    """A cache folder. Nothing it holds is needed, and no failure of it ever stops a check."""

    def __init__(self, folder: Path, secret: bytes) -> None:
        self._folder = folder
        self._secret = secret

    @classmethod
    def at(cls, folder: Path | None = None) -> Store | None:
        """The store in a folder, by default the user's own; none where the user has no place for a secret."""
        home = user_folder()
        secret = _secret(home) if home else None
        return cls(folder or home, secret) if home and secret else None

    def read(self, name: str) -> Any:
        """The data under a name; None if there is none that we wrote."""
        try:
            path = self._folder / f"{name}.json"
            if path.stat().st_size > _MOST_BYTES:
                return None
            head, _, payload = path.read_bytes().partition(b"\n")
            if not hmac.compare_digest(head, self._head(name, payload)):
                return None
            return json.loads(payload)
        except (OSError, ValueError, RecursionError):
            return None

    def write(self, name: str, data: Any) -> None:
        """Keep data under a name, as far as that is possible."""
        payload = json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")
        with suppress(OSError, TrackerError):
            self._folder.mkdir(parents=True, exist_ok=True)
            if not (self._folder / ".gitignore").exists():
                (self._folder / ".gitignore").write_text("*\n", encoding="utf-8")
            write_atomically(self._folder / f"{name}.json", self._head(name, payload) + b"\n" + payload)

    def _head(self, name: str, payload: bytes) -> bytes:
        signed = hmac.new(self._secret, name.encode() + b"\n" + payload, hashlib.sha256)
        return f"{_HEAD}{signed.hexdigest()}".encode()


def _secret(home: Path) -> bytes | None:
    """The secret of this user, made when first needed."""
    path = home / "secret"
    with suppress(OSError):
        home.mkdir(parents=True, exist_ok=True, mode=0o700)
        with suppress(FileExistsError):
            handle = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
            with os.fdopen(handle, "wb") as file:
                file.write(secrets.token_bytes(32))
        found = path.read_bytes()
        return found if len(found) == 32 else None
    return None
