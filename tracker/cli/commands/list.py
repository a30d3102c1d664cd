"""`tracker list`: the versions of a plan, oldest first."""

from __future__ import annotations

from typing import Any

from tracker.cli.options import Color, FormatName, Outputs, Plans, Width


def command(
    format: FormatName = "terminal",
    output: Outputs = None,
    plans: Plans = None,
    color: Color = "auto",
    width: Width = None,
) -> int:
    """The versions: date, how their text is known, number of provisions, what they revise."""
    from tracker.cli.output import complain, deliver, look
    from tracker.diagnostic import Report
    from tracker.errors import TrackerError
    from tracker.load.shelf import Shelf
    from tracker.render.document import Result
    from tracker.render.layout.list import document

    shelf = Shelf.find(plans)
    if shelf.root is None:
        raise TrackerError("there is no plans/ folder here or above", help="name it with `--plans`")
    versions = shelf.versions()

    def data() -> dict[str, Any]:
        from tracker.render.public.list_v1 import data

        return data(versions)

    deliver(
        Result("list", versions, lambda: document(versions), data), format, output or (), look(color, width)
    )
    broken = shelf.broken()
    for found in broken:
        complain(TrackerError(f"{found.source.name} does not load", report=Report.of(found.placed())))
    return 2 if broken else 0
