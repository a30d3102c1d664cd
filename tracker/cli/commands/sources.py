"""`tracker sources add FILE`: the front matter of a source digest, to be filled in."""

from __future__ import annotations

from pathlib import Path
from typing import Annotated

import typer

from tracker.cli.options import Plans

app = typer.Typer(help="The sources that plan files rest on.", no_args_is_help=True)


@app.callback()
def sources() -> None:
    pass


@app.command("add")
def add(
    file: Annotated[Path, typer.Argument(help="The article that the digest is to stand for.")],
    id: Annotated[
        str | None, typer.Option("--id", help="The id of the source.", show_default="from the file's name")
    ] = None,
    publisher: Annotated[str | None, typer.Option(help="Who published it.")] = None,
    title: Annotated[str | None, typer.Option(help="Its title, in your own words.")] = None,
    date: Annotated[str | None, typer.Option(help="When it was published, YYYY-MM-DD.")] = None,
    url: Annotated[str | None, typer.Option(help="Where it stands.")] = None,
    language: Annotated[str | None, typer.Option(help="Two letters, such as en.")] = None,
    plans: Plans = None,
) -> int:
    """Begin a digest in seeds/: front matter with name and sha256 of the article, the rest to fill in."""
    from tracker.cli.output import note, put
    from tracker.extract.digest import begin_digest
    from tracker.load.articles.isolation import Isolation
    from tracker.load.shelf import Shelf

    shelf = Shelf.find(plans)
    known = {"publisher": publisher, "title": title, "date": date, "url": url, "language": language}
    with Isolation() as isolation:
        path = begin_digest(file, shelf, isolation, id, {k: v for k, v in known.items() if v is not None})
    put(f"{shelf.display(path)}\n")
    note("fill in the front matter, then write the digest below it in your own words")
    return 0
