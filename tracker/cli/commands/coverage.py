"""`tracker coverage PLAN`: what each provision stands on."""

from __future__ import annotations

from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracker.cli.options import Color, FormatName, Outputs, Plans, Width

if TYPE_CHECKING:
    from tracker.load.shelf import Shelf
    from tracker.plan.model import Plan


def command(
    plan: Annotated[str, typer.Argument(help="A version's name, a path, REVISION:path, or - for stdin.")],
    extract: Annotated[
        bool, typer.Option(help="Also read the digests in seeds/ and the drafts in plans/extracted/.")
    ] = True,
    format: FormatName = "terminal",
    output: Outputs = None,
    plans: Plans = None,
    color: Color = "auto",
    width: Width = None,
) -> int:
    """Which sources support, contradict or never mention each provision."""
    from tracker.cli.output import deliver, look
    from tracker.extract.coverage import coverage
    from tracker.load.labels import cited_sources, source_labels
    from tracker.load.shelf import Shelf
    from tracker.render.document import Document, Result

    shelf = Shelf.find(plans)
    ref, document_ = shelf.usable(plan)
    model = document_.model
    assert model is not None
    cited = cited_sources(shelf)
    drafts = list(_drafts(shelf, model)) if extract else []

    def group(source: str) -> str:
        found = cited.get(source)
        return (found.independence_group if found else None) or source

    covered = coverage(model, drafts, shelf.held_sources, group)

    def data() -> dict[str, Any]:
        from tracker.render.public.coverage_v1 import data as public

        return public(ref, covered)

    def document() -> Document:
        from tracker.render.layout.coverage import document as lay_out

        return lay_out(ref, covered, source_labels(shelf))

    deliver(Result("coverage", covered, document, data), format, output or (), look(color, width))
    return 0


def _drafts(shelf: Shelf, model: Plan) -> list[Plan]:
    """Drafts of the same version: from the digests as they are today, and from files for other sources."""
    from tracker.extract.files import FOLDER
    from tracker.extract.stack import take_in, work

    found: list[Plan] = []
    if shelf.held_sources and model.version in shelf.versions():
        handed, _ = take_in(shelf.held_sources.values(), None, shelf, lambda: None)
        stack = work(handed, shelf)
        found += [draft.plan for draft in stack.drafts if draft.version == model.version]
    path = shelf.root / FOLDER / f"{model.version}.yaml" if shelf.root else None
    if path is not None and path.is_file() and (filed := shelf.open(path).model) is not None:
        found.append(filed)
    return found
