"""`tracker diff LEFT RIGHT`: what changed from one version to another, provision by provision."""

from __future__ import annotations

from typing import Annotated

import typer

from tracker.cli.complete import version_names
from tracker.cli.options import Color, FormatName, Outputs, Plans, Width


def command(
    left: Annotated[
        str,
        typer.Argument(
            help="A version's name, a path, REVISION:path, or - for stdin.", autocompletion=version_names
        ),
    ],
    right: Annotated[
        str, typer.Argument(help="The version to compare it with.", autocompletion=version_names)
    ],
    only: Annotated[
        list[str] | None,
        typer.Option("--only", metavar="KIND", help="Only changes of this kind; repeatable."),
    ] = None,
    issue: Annotated[
        list[str] | None,
        typer.Option("--issue", metavar="CODE", help="Only this issue, or sec for all sec.*."),
    ] = None,
    party: Annotated[
        list[str] | None, typer.Option("--party", metavar="ID", help="Only what names this party.")
    ] = None,
    evidence: Annotated[bool, typer.Option("--evidence", help="Show the evidence of both sides.")] = False,
    all_: Annotated[bool, typer.Option("--all", help="Show what is unchanged, too.")] = False,
    stat: Annotated[bool, typer.Option("--stat", help="Show the counts only.")] = False,
    exit_code: Annotated[
        bool, typer.Option("--exit-code", help="Exit with 1 if there are differences.")
    ] = False,
    format: FormatName = "terminal",
    output: Outputs = None,
    plans: Plans = None,
    color: Color = "auto",
    width: Width = None,
) -> int:
    """What changed from LEFT to RIGHT, provision by provision."""
    from tracker.cli.output import deliver, look
    from tracker.diff.change import Version
    from tracker.diff.compare import compare
    from tracker.diff.select import select
    from tracker.errors import TrackerError
    from tracker.load.graph import history
    from tracker.load.labels import source_labels
    from tracker.load.shelf import Shelf
    from tracker.render.document import Result
    from tracker.render.layout.change import Options
    from tracker.render.layout.diff import document

    if left == right == "-":
        raise TrackerError(
            "standard input can be one side only", help="give the other side as a name or path"
        )
    shelf = Shelf.find(plans)
    left_ref, left_document = shelf.usable(left)
    right_ref, right_document = shelf.usable(right)
    assert left_document.model and right_document.model
    comparison = compare(
        Version(left_ref, left_document.model),
        Version(right_ref, right_document.model),
        names=shelf.names.display,
        history=history(left_ref, right_ref, shelf.versions()),
    )
    comparison = select(comparison, kinds=only or (), issues=issue or (), parties=party or ())
    options = Options(evidence=evidence, unchanged=all_, stat=stat, labels=source_labels(shelf))

    def data() -> dict[str, object]:
        from tracker.render.public.diff_v1 import data

        return data(comparison, left_document, right_document)

    result = Result("diff", comparison, lambda: document(comparison, options), data, options)
    deliver(result, format, output or (), look(color, width))
    return int(exit_code and comparison.differs)
