"""`tracker show PLAN [PROVISION]`: a version or one provision in full, with its evidence."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from tracker.cli.complete import version_names
from tracker.cli.options import Color, FormatName, Outputs, Plans, Width


def command(
    plan: Annotated[
        str,
        typer.Argument(
            help="A version's name, a path, REVISION:path, or - for stdin.", autocompletion=version_names
        ),
    ],
    provision: Annotated[
        str | None, typer.Argument(help="A lineage id, or a printed point such as 7a.")
    ] = None,
    format: FormatName = "terminal",
    output: Outputs = None,
    plans: Plans = None,
    color: Color = "auto",
    width: Width = None,
) -> int:
    """A version, or one of its provisions, in full and with evidence."""
    from tracker.cli.output import deliver, look
    from tracker.load.labels import source_labels
    from tracker.load.shelf import Shelf
    from tracker.render.document import Result
    from tracker.render.layout.show import document, wanted

    shelf = Shelf.find(plans)
    ref, found = shelf.usable(plan)
    assert found.model is not None
    model = found.model
    chosen = wanted(ref, model, provision)
    labels = source_labels(shelf)

    def data() -> dict[str, Any]:
        from tracker.render.public.show_v1 import data

        return data(ref, model, chosen)

    result = Result("show", chosen, lambda: document(ref, model, chosen, shelf.names.display, labels), data)
    deliver(result, format, output or (), look(color, width))
    return 0
