"""What the server shows at the moment, and who waits for something else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from secrets import token_hex
from threading import Condition


@dataclass(frozen=True)
class Showing:
    """One state of the site. `token` tells it from every other; `trouble`: the page that stands for all."""

    token: str
    files: Mapping[str, bytes]
    trouble: bytes | None = None


class Board:
    """Written by whoever builds, read by every request; those who wait are woken when it changes."""

    def __init__(self) -> None:
        self._changed = Condition()
        self._run = token_hex(4)  # so that a page left over from an earlier run reloads
        self._number = 0
        self._closed = False
        self.showing = Showing(f"{self._run}-0", {})

    def put(self, files: Mapping[str, bytes], trouble: bytes | None = None) -> bool:
        """Show something; False if it is what is shown already."""
        with self._changed:
            if (files, trouble) == (self.showing.files, self.showing.trouble):
                return False
            self._number += 1
            self.showing = Showing(f"{self._run}-{self._number}", files, trouble)
            self._changed.notify_all()
            return True

    def wait(self, seen: str, seconds: float) -> Showing | None:
        """What is shown as soon as it is not `seen`, or what is shown after a time; None once closed."""
        with self._changed:
            self._changed.wait_for(lambda: self._closed or self.showing.token != seen, seconds)
            return None if self._closed else self.showing

    def close(self) -> None:
        """Let everybody who waits go."""
        with self._changed:
            self._closed = True
            self._changed.notify_all()
