"""`tracker schema [NAME]`: the JSON Schema of plan files and of the results that programs read."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer


def command(
    name: Annotated[
        str, typer.Argument(help="plan, names, sources, waivers, or a result such as diff.")
    ] = "plan",
    write: Annotated[
        bool, typer.Option("--write", help="Refresh the copies inside the package: all of them.")
    ] = False,
    list_: Annotated[bool, typer.Option("--list", help="Name all schemas.")] = False,
    output: Annotated[
        Path | None, typer.Option("--output", "-o", metavar="PATH", help="Write to a file instead.")
    ] = None,
) -> int:
    """Print the JSON Schema of plan files, or of what --format json prints."""
    from tracker.cli.output import note, put
    from tracker.edit.write import write_atomically
    from tracker.errors import TrackerError
    from tracker.render.schemas import committed, file_name, names, schema_text

    if list_:
        put("".join(f"{known}\n" for known in names()))
    elif write:
        folder = Path(str(committed()))
        if not folder.is_dir():
            raise TrackerError(f"{folder}: no such folder", help="`--write` is for a checkout of the tracker")
        for known in names():
            target, text = folder / file_name(known), schema_text(known)
            if not target.exists() or target.read_text(encoding="utf-8") != text:
                write_atomically(target, text)
                note(f"wrote {target}")
    elif output is not None:
        write_atomically(output, schema_text(name))
    else:
        put(schema_text(name))
    return 0
