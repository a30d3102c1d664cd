"""From plan files to the board, again and again: a broken file is shown, never a stale page."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from pathlib import Path

from tracker.cli.live.board import Board
from tracker.cli.output import note
from tracker.errors import TrackerError

_WATCHED = (".yaml", ".yml", ".md")
_DEBOUNCE, _STEP = 400, 30
"""Milliseconds: at most this long, and only while files keep changing, is a change waited for to be whole."""
_TURN = 100
"""Milliseconds after which the watcher says that it is at work."""


def make(board: Board, build: Callable[[], Mapping[str, bytes]]) -> bool:
    """Build and show; what stands in the way is shown in its place. False if all is as it was."""
    try:
        return board.put(build())
    except TrackerError as error:
        return board.put({}, _trouble(error))
    except Exception as error:  # noqa: BLE001 - a fault of ours must not end a server in use
        said = TrackerError(
            f"internal error: {type(error).__name__}: {error}", help="please report it; save again to retry"
        )
        return board.put({}, _trouble(said))


def _trouble(error: TrackerError) -> bytes:
    from tracker.render.document import Look, Result
    from tracker.render.formats.html import render
    from tracker.render.layout.trouble import document

    note(f"tracker: {error.message}")
    result = Result("trouble", error, lambda: document(error), dict)
    return render(result, Look()).encode("utf-8", "backslashreplace")


def saves(folders: list[Path]) -> Iterator[None]:
    """Comes back once the folders are watched, and each time that plan files in them were saved.

    What is read only after the first time cannot have changed unseen.
    """
    from watchfiles import Change, watch

    def is_ours(change: Change, path: str) -> bool:
        name = Path(path).name
        return name.endswith(_WATCHED) and not name.startswith((".", "#"))

    begun = False
    try:
        for changes in watch(
            *folders,
            watch_filter=is_ours,
            debounce=_DEBOUNCE,
            step=_STEP,
            rust_timeout=_TURN,
            yield_on_timeout=True,
        ):
            if changes or not begun:
                begun = True
                yield
    except OSError as error:
        places = ", ".join(map(str, folders))
        raise TrackerError(f"{places} cannot be watched: {error}") from None
