"""`tracker report [PLANS…] -o DIR`: a site of static pages."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from tracker.cli.options import Plans

if TYPE_CHECKING:
    from tracker.diff.weight import Weights
    from tracker.load.shelf import Shelf
    from tracker.render.site.dossier import Dossier

MARKER = ".provision-report"


def command(
    versions: Annotated[
        list[str] | None,
        typer.Argument(metavar="[PLANS]...", help="Versions to show.", show_default="all curated ones"),
    ] = None,
    output: Annotated[Path, typer.Option("--output", "-o", metavar="DIR", help="The folder to make.")] = Path(
        "site"
    ),
    title: Annotated[
        str | None, typer.Option("--title", help="What the site is called.", show_default="the process")
    ] = None,
    force: Annotated[
        bool, typer.Option("--force", help="Also into a folder that tracker did not make.")
    ] = False,
    config: Annotated[
        Path | None,
        typer.Option("--config", help="Settings, in TOML.", show_default="nearest pyproject.toml"),
    ] = None,
    no_config: Annotated[bool, typer.Option("--no-config", help="Do without settings.")] = False,
    plans: Plans = None,
) -> int:
    """A site of static pages that opens from disk and asks nobody for anything."""
    from tracker.cli.output import note
    from tracker.diff.weight import Weights
    from tracker.edit.folder import replace_folder
    from tracker.errors import TrackerError
    from tracker.lint.config import load_config
    from tracker.load.shelf import Shelf
    from tracker.render.site.build import build

    if config is not None and no_config:
        raise TrackerError("`--config` and `--no-config` exclude one another")
    weights = Weights.of(load_config(config, enabled=not no_config).settings.weight)
    site = build(dossier(Shelf.find(plans), versions or (), title or "", weights))
    replace_folder(output, site, MARKER, force=force)
    size = sum(map(len, site.values()))
    note(f"wrote {len(site)} files, {size / 1000:,.0f} kB; open {output / 'index.html'}")
    return 0


def dossier(
    shelf: Shelf, wanted: list[str] | tuple[str, ...], title: str = "", weights: Weights | None = None
) -> Dossier:
    """The versions asked for, or every curated one. Raises TrackerError if a file is broken."""
    from tracker.diagnostic import Report
    from tracker.errors import TrackerError
    from tracker.render.site.dossier import content_hash, gather

    if not wanted and shelf.root is None:
        raise TrackerError("there is no plans/ folder here or above", help="name it with `--plans`")
    found = [shelf.resolve(ref) for ref in dict.fromkeys(wanted)] if wanted else []
    if not wanted:
        found = [(shelf.ref(path), shelf.open(path)) for path in shelf.paths()]
    shared = [document for document in (shelf.names_document, shelf.citations_document) if document]
    broken = [document for document in (*shared, *(d for _, d in found)) if document.broken]
    if broken:
        placed = [diagnostic for document in broken for diagnostic in document.placed()]
        raise TrackerError("the report cannot be made from broken files", report=Report.of(placed))
    models = {ref: document.model for ref, document in found if document.model is not None}
    chosen = {ref: model for ref, model in models.items() if wanted or model.curation == "curated"}
    if not chosen:
        raise TrackerError("there are no versions to show", help="plan files stand in the plans/ folder")
    hashes = {ref: content_hash(_raw(document.source.path, document.source.text)) for ref, document in found}
    return gather(shelf, chosen, {ref: hashes[ref] for ref in chosen}, title, weights)


def _raw(path: Path | None, text: str) -> bytes:
    """The bytes of a plan file; of one that is none (standard input, a git object) those of its text."""
    return path.read_bytes() if path is not None and path.is_file() else text.encode()
