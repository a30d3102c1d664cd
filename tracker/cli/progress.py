"""A progress bar on the terminal's standard error, for what takes longer than a second."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any

PATIENCE = 1.0
"""Seconds before anything is shown."""


@contextmanager
def progress(total: int, what: str = "checking") -> Iterator[Callable[[], None]]:
    """Gives a function to call after each step. Shows nothing where standard error is no terminal."""
    if sys.stderr is None or not sys.stderr.isatty():
        yield lambda: None
        return
    bar = _Bar(total, what)
    try:
        yield bar.step
    finally:
        bar.close()


class _Bar:
    def __init__(self, total: int, what: str) -> None:
        self._total, self._what = total, what
        self._begun = monotonic()
        self._done = 0
        self._shown: Any = None
        self._task: Any = None

    def step(self) -> None:
        self._done += 1
        if self._shown is None and monotonic() - self._begun > PATIENCE:
            self._show()
        if self._shown is not None:
            self._shown.update(self._task, completed=self._done)

    def _show(self) -> None:
        from rich.console import Console
        from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn

        columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn())
        self._shown = Progress(*columns, console=Console(stderr=True), transient=True)
        self._task = self._shown.add_task(self._what, total=max(self._total, self._done))
        self._shown.start()

    def close(self) -> None:
        if self._shown is not None:
            self._shown.stop()
