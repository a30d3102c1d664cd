"""`tracker serve [PLANS…]`: the report in a browser, anew each time that a plan file is saved."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.options import Plans

if TYPE_CHECKING:
    from tracker.load.shelf import Shelf
    from tracker.render.site.build import Site

PORT = 8765


def command(
    versions: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PLANS]...", help="Versions to show.", show_default="all curated ones"),
    ] = None,
    port: Annotated[
        int, typer.Option("--port", min=0, max=65535, help="Where to listen; 0 for any free port.")
    ] = PORT,
    title: Annotated[
        str | None, typer.Option("--title", help="What the site is called.", show_default="the process")
    ] = None,
    plans: Plans = None,
) -> int:
    """Show the report on this machine; pages reload when a plan file is saved."""
    from tracker.cli.commands.report import dossier
    from tracker.cli.live.board import Board
    from tracker.cli.live.server import Server
    from tracker.cli.live.workshop import make, saves
    from tracker.cli.output import note, put
    from tracker.errors import TrackerError
    from tracker.load.shelf import Shelf
    from tracker.render.site.build import build

    wanted = versions or []
    if "-" in wanted:
        raise TrackerError("standard input cannot be watched", help="give files or names of versions")

    def site() -> Site:
        # a shelf reads nothing twice, so a new one each time
        return build(dossier(Shelf.find(plans), wanted, title or ""))

    folders = _folders(Shelf.find(plans), wanted)
    board = Board()
    server = Server(board, port)
    server.start()
    try:
        changes = saves(folders)
        next(changes)
        make(board, site)
        put(f"{server.url} shows the report; Ctrl-C stops\n")
        for _ in changes:
            if make(board, site) and board.showing.trouble is None:
                note("built anew")
    except KeyboardInterrupt:
        note("stopped")
    finally:
        server.stop()
    return 0


def _folders(shelf: Shelf, wanted: list[str]) -> list[Path]:
    """Where plan files and digests are saved. Raises TrackerError for a version that nobody knows."""
    from tracker.errors import TrackerError

    for reference in wanted:
        shelf.resolve(reference)
    files = [Path(reference).resolve() for reference in wanted if Path(reference).is_file()]
    found = [folder.resolve() for folder in (shelf.root, shelf.seeds) if folder]
    found += [file.parent for file in files if not any(file.is_relative_to(folder) for folder in found)]
    if not found:
        raise TrackerError("there is no plans/ folder here or above", help="name it with `--plans`")
    return sorted(set(found))
