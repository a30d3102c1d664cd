"""`tracker changelog [PLANS…]`: what each version changed in those before it, for people to read and cite."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any

import typer

from tracker.cli.options import Color, Plans, Width

if TYPE_CHECKING:
    from tracker.render.document import Document


def command(
    plans_: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="[PLANS]...", help="Versions by name or path.", show_default="all curated ones"
        ),
    ] = None,
    from_git: Annotated[
        str | None,
        typer.Option("--from-git", metavar="REV..REV", help="What editors changed in the files instead."),
    ] = None,
    check: Annotated[
        bool, typer.Option("--check", help="Write nothing; exit with 1 if a file is stale.")
    ] = False,
    template: Annotated[
        Path | None,
        typer.Option("--template", help="A Jinja2 template of your own; it gets the JSON data."),
    ] = None,
    format: Annotated[str, typer.Option("--format", "-f", help="How to print the result.")] = "markdown",
    output: Annotated[
        list[str] | None,
        typer.Option(
            "--output",
            "-o",
            metavar="[FORMAT:]PATH",
            help="Write to a file instead; in markdown only between our markers. Repeatable.",
        ),
    ] = None,
    config: Annotated[
        Path | None,
        typer.Option("--config", help="Settings, in TOML.", show_default="nearest pyproject.toml"),
    ] = None,
    no_config: Annotated[bool, typer.Option("--no-config", help="Do without settings.")] = False,
    plans: Plans = None,
    color: Color = "auto",
    width: Width = None,
) -> int:
    """What each version changed in those that it revises, newest first, as markdown."""
    from dataclasses import replace

    from tracker.cli.output import deliver, look, note, put, refresh
    from tracker.diff.weight import Weights
    from tracker.errors import TrackerError
    from tracker.lint.config import load_config
    from tracker.load.shelf import Shelf
    from tracker.render.template import fill

    if config is not None and no_config:
        raise TrackerError("`--config` and `--no-config` exclude one another")
    if from_git is not None and plans_:
        raise TrackerError("`--from-git` tells of all plan files: give no versions with it")
    shelf = Shelf.find(plans)
    if shelf.root is None:
        raise TrackerError("there is no plans/ folder here or above", help="name it with `--plans`")
    weights = Weights.of(load_config(config, enabled=not no_config).settings.weight)
    result = _of_commits(shelf, from_git) if from_git else _of_versions(shelf, plans_ or [], weights)
    text = fill(template, result.data()) if template else None
    files = list(output or ())
    if check and not files:
        files = [str(shelf.root / "CHANGELOG.md")]
    if not files and text is not None:
        put(text)
        return 0
    if not files:
        deliver(result, format, (), look(color, width))
        return 0

    def untitled() -> Document:
        made: Document = result.document()
        return replace(made, title="")  # a file has a title of its own above the region

    inner = replace(result, document=untitled)
    stale = refresh(inner, files, "changelog", "Changelog", check=check, text=text)
    for path in stale:
        remedy = f"stale; `tracker changelog -o {path}` brings it up to date"
        note(f"{path}: {remedy if check else 'written'}")
    return int(check and bool(stale))


def _of_versions(shelf: Any, chosen: list[str], weights: Any) -> Any:
    from tracker.diff.changelog import changelog
    from tracker.load.chronicle import versions_of
    from tracker.load.labels import cited_sources
    from tracker.render.document import Result

    refs, versions = versions_of(shelf, chosen)
    found = changelog(refs, versions, shelf.names.display, weights)
    sources = cited_sources(shelf)

    def document() -> Document:
        from tracker.render.layout.changelog import document

        return document(found, sources)

    def data() -> dict[str, Any]:
        from tracker.render.public.changelog_v1 import data

        return data(found, sources)

    return Result("changelog", found, document, data)


def _of_commits(shelf: Any, span: str) -> Any:
    from tracker.diff.edits import edits
    from tracker.load.commits import commits
    from tracker.render.document import Result

    names = shelf.names.display
    found = [(commit, edits(commit, names)) for commit in commits(span, shelf.root)]

    def document() -> Document:
        from tracker.render.layout.edits import document

        return document(found, names)

    def data() -> dict[str, Any]:
        from tracker.render.public.changelog_v1 import commits_data

        return commits_data(found, names)

    return Result("changelog", found, document, data)
