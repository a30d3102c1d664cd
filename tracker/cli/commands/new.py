"""`tracker new PLAN --revises OTHER`: the beginning of a plan file."""

from __future__ import annotations

from typing import Annotated, Literal

import typer

from tracker.cli.complete import version_names
from tracker.cli.options import Plans


def command(
    plan: Annotated[str, typer.Argument(help="The name of the new version, such as geneva-2.")],
    revises: Annotated[
        str | None,
        typer.Option(
            "--revises",
            metavar="VERSION",
            help="The version it revises: its lineages come along, commented out.",
            autocompletion=version_names,
        ),
    ] = None,
    title: Annotated[
        str | None, typer.Option("--title", help="What people call it.", show_default="its name")
    ] = None,
    date: Annotated[
        str | None, typer.Option("--date", metavar="YYYY-MM-DD", help="When it was made or surfaced.")
    ] = None,
    text: Annotated[
        Literal["full", "read-aloud", "partial", "reported"],
        typer.Option("--text", help="How its text is known."),
    ] = "reported",
    plans: Plans = None,
) -> int:
    """Begin a plan file: its header, and stubs of what the version it revises has."""
    import re

    from tracker.cli.output import note
    from tracker.diagnostic import Report
    from tracker.edit.scaffold import scaffold, schema_path
    from tracker.edit.write import write_atomically
    from tracker.errors import TrackerError
    from tracker.load.shelf import RESERVED, Shelf

    shelf = Shelf.find(plans)
    if shelf.root is None:
        raise TrackerError(
            "there is no plans/ folder here or above", help="make one, or name it with `--plans`"
        )
    name = re.sub(r"\.ya?ml$", "", plan)
    if not re.fullmatch(r"[a-z][a-z0-9-]*(?:/[a-z][a-z0-9-]*)*", name) or name in RESERVED:
        raise TrackerError(
            f"`{plan}` is no name for a version", help="small letters, digits and dashes, such as `geneva-2`"
        )
    target = shelf.root / f"{name}.yaml"
    if target.exists() or target.is_symlink() or target.with_suffix(".yml").exists():
        raise TrackerError(f"{shelf.display(target)} exists", help="choose another name: nothing was written")
    other, ref, path = None, None, None
    if revises is not None:
        ref, document = shelf.usable(revises)
        other, path = document.model, document.source.path
    said = title or name.rpartition("/")[2].replace("-", " ").capitalize()
    header: dict[str, object] = {"version": name, "title": said}
    if other is not None and other.process:
        header["process"] = other.process
    header |= {"date": date} if date else {}
    header |= {"revises": [ref]} if ref else {}
    content = scaffold(header, text, other, schema_path(target, path, shelf.root))
    made = shelf.open_text(content.encode(), shelf.display(target))
    if made.broken:
        raise TrackerError("that makes no valid plan", report=Report.of(made.placed()))
    try:
        target.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise TrackerError(f"{shelf.display(target.parent)}: {error.strerror or error}") from None
    write_atomically(target, content)
    note(f"wrote {shelf.display(target)}")
    return 0
