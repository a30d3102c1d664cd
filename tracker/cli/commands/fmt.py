"""`tracker fmt [PATHS…]`: plan files in their usual form."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.options import Plans


def command(
    paths: Annotated[
        list[str] | None,
        typer.Argument(help="Files and folders, or - for stdin.", show_default="the nearest plans/"),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 if a file would change.")
    ] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Write nothing; show what would change.")] = False,
    stdin_filename: Annotated[
        str | None, typer.Option("--stdin-filename", metavar="PATH", help="What to call standard input.")
    ] = None,
    plans: Plans = None,
) -> int:
    """Put plan files in their usual form: order of keys, spelling, wrapping. Comments stay."""
    from tracker.cli.output import complain, note, put, standard_input
    from tracker.diagnostic import Report
    from tracker.edit.fmt import formatted
    from tracker.edit.fmt.files import files_in, model_of
    from tracker.edit.patch import rewrite
    from tracker.errors import TrackerError
    from tracker.load.reader import decode, read
    from tracker.load.shelf import Shelf

    shelf = Shelf.find(plans)
    if "-" in (paths or ()):
        if len(paths or ()) > 1:
            raise TrackerError("standard input cannot be formatted together with files")
        targets = [Path(stdin_filename or "<stdin>")]
    else:
        root = shelf.root if not paths else None
        if not paths and root is None:
            raise TrackerError("there is no plans/ folder here or above", help="name the files to format")
        targets = list(files_in(Path(path) for path in paths or [str(root)]))
    dry = check or diff
    changed = failed = 0
    for path in targets:
        stdin = "-" in (paths or ())
        source, faults = decode(standard_input(), str(path)) if stdin else read(path, shelf.display(path))
        text, found = (None, faults) if faults else formatted(source, model_of(path))
        if text is None:
            failed += 1
            complain(TrackerError(f"{source.name} was not formatted", report=Report.of(found)))
        elif stdin and not dry:
            put(text)
        elif text != source.text:
            changed += 1
            if diff:
                put(_difference(source.text, text, source.name))
            if not dry:
                rewrite(path, source.text, text)
            note(f"{'would format' if dry else 'formatted'} {source.name}")
    return 2 if failed else int(check and changed > 0)


def _difference(before: str, after: str, name: str) -> str:
    from difflib import unified_diff

    from tracker.render.formats.terminal import safe

    lines = unified_diff(before.splitlines(), after.splitlines(), name, f"{name} (formatted)", lineterm="")
    return "".join(f"{safe(line)}\n" for line in lines)
