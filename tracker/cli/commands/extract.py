"""`tracker extract FILES…`: plan files drafted from articles, every value with its words."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracker.cli.options import Color, Outputs, Plans, Width

if TYPE_CHECKING:
    from tracker.render.document import Document


def command(
    files: Annotated[
        list[str],
        typer.Argument(metavar="FILES...", help="Articles (text, .md, .html, .pdf, .docx); - is stdin."),
    ],
    version: Annotated[
        str | None, typer.Option("--version", metavar="VERSION", help="Only the draft of this version.")
    ] = None,
    write: Annotated[
        bool, typer.Option("--write", help="Write the drafts to plans/extracted/VERSION.yaml.")
    ] = False,
    force: Annotated[
        bool, typer.Option("--force", help="Over edited files too; they are kept as .bak.")
    ] = False,
    explain: Annotated[bool, typer.Option("--explain", help="Show what every stage made of it.")] = False,
    llm: Annotated[
        bool,
        typer.Option("--llm", help="Ask the configured language model as well: sends it the articles."),
    ] = False,
    format: Annotated[
        str | None,
        typer.Option(
            "--format",
            "-f",
            help="yaml, json, terminal …",
            show_default="yaml; terminal with --write or --explain",
        ),
    ] = None,
    output: Outputs = None,
    plans: Plans = None,
    color: Color = "auto",
    width: Width = None,
) -> int:
    """Draft plan files from articles; a person reviews them."""
    from tracker.cli.output import check_outputs, deliver, look, note, standard_input
    from tracker.cli.progress import progress
    from tracker.diagnostic import did_you_mean
    from tracker.errors import TrackerError
    from tracker.extract.files import FOLDER, draft_text, guard, write_drafts
    from tracker.extract.stack import take_in, work
    from tracker.load.labels import source_labels
    from tracker.load.shelf import Shelf
    from tracker.render.document import Result
    from tracker.render.excerpt import excerpt

    shelf = Shelf.find(plans)
    known = shelf.versions()
    if not known:
        raise TrackerError(
            "no curated version to extract for",
            help="describe each version in plans/ first, with its aliases",
        )
    if version is not None and version not in known:
        raise TrackerError(f"no version `{version}` in plans/", help=did_you_mean(version, known))
    paths = [Path(name) for name in files if name != "-"]
    format = format or ("terminal" if write or explain else "yaml")
    check_outputs(format, output or (), "extract")
    guard(output or (), paths, force=force)
    text = standard_input() if "-" in files else None
    more = None
    if llm:
        from tracker.extract.llm.asking import asker

        more = asker()
    with progress(2 * (len(paths) + (text is not None)), "extracting") as seen:
        handed, found = take_in(paths, text, shelf, seen)
        stack = work(handed, shelf, found, seen, more)
    if version is not None:
        stack = stack.of_version(version)
    for diagnostic in stack.diagnostics:
        note("\n".join(excerpt(diagnostic)))
    if more is not None:
        note(more.bill())
    texts = {draft.version: draft_text(draft, stack.sources.values(), shelf) for draft in stack.drafts}
    root = shelf.display(shelf.root) if shelf.root else "plans"
    named = {f"{root}/{FOLDER}/{ref}.yaml": text for ref, text in texts.items()}
    if write:
        for written in write_drafts(texts, shelf, force=force):
            said = "written" if written.changed else "already up to date"
            kept = f" (the former one is kept as {written.backup.name})" if written.backup else ""
            note(f"{shelf.display(written.path)}: {said}{kept}")
    if not texts and not stack.unreadable:
        note("no claim about a version was found" + (f" ({version})" if version else ""))

    def data() -> dict[str, Any]:
        from tracker.render.public.claims_v1 import data as public

        return public(stack)

    def document() -> Document:
        from tracker.render.layout.extract import document as lay_out

        return lay_out(stack, shelf.names.display, source_labels(shelf), explain=explain)

    deliver(Result("extract", stack, document, data, named), format, output or (), look(color, width))
    if not stack.sources:
        return 2
    return int(stack.unreadable > 0)
