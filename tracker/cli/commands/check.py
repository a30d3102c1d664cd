"""`tracker check [PATHS…]`: whether plan files can be trusted."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Literal

import typer

from tracker.cli.options import Color, Outputs, Plans, Width

if TYPE_CHECKING:
    from tracker.lint.inputs import Inputs
    from tracker.load.past import Past


def command(
    paths: Annotated[
        list[str] | None,
        typer.Argument(help="Files and folders, or - for stdin.", show_default="the nearest plans/"),
    ] = None,
    select: Annotated[
        list[str] | None,
        typer.Option("--select", metavar="CODE", help="Only these rules (code, name or family); repeatable."),
    ] = None,
    ignore: Annotated[
        list[str] | None, typer.Option("--ignore", metavar="CODE", help="None of these rules; repeatable.")
    ] = None,
    fail_on: Annotated[
        Literal["error", "warning", "info"] | None,
        typer.Option("--fail-on", help="The least severity that exits with 1.", show_default="error"),
    ] = None,
    fix: Annotated[bool, typer.Option("--fix", help="Repair what can be repaired safely.")] = False,
    diff: Annotated[bool, typer.Option("--diff", help="Show the repairs instead of making them.")] = False,
    statistics: Annotated[bool, typer.Option("--statistics", help="Count the findings by rule.")] = False,
    stdin_filename: Annotated[
        str | None, typer.Option("--stdin-filename", metavar="PATH", help="What to call standard input.")
    ] = None,
    against: Annotated[
        str | None,
        typer.Option("--against", metavar="REV|DIR", help="Also ask what became of the folder since then."),
    ] = None,
    baseline: Annotated[
        Path | None,
        typer.Option(
            "--baseline", help="Findings known already.", show_default="baseline.json of the folder"
        ),
    ] = None,
    write_baseline: Annotated[
        bool, typer.Option("--write-baseline", help="Take what is found now as known.")
    ] = False,
    jobs: Annotated[
        int | None, typer.Option("--jobs", "-j", min=1, max=61, help="Processes.", show_default="cores")
    ] = None,
    cache: Annotated[
        bool,
        typer.Option("--cache/--no-cache", help="Remember what is found in files that stay."),
    ] = True,
    cache_dir: Annotated[
        Path | None,
        typer.Option("--cache-dir", help="Where to remember it.", show_default="user's cache"),
    ] = None,
    config: Annotated[
        Path | None,
        typer.Option("--config", help="Settings, in TOML.", show_default="nearest pyproject.toml"),
    ] = None,
    no_config: Annotated[bool, typer.Option("--no-config", help="Do without settings.")] = False,
    format: Annotated[
        str, typer.Option("--format", "-f", help="How to print; auto is github under Actions.")
    ] = "auto",
    output: Outputs = None,
    plans: Plans = None,
    color: Color = "auto",
    width: Width = None,
) -> int:
    """Check plan files: their form, figures, evidence and identities."""
    import os

    from tracker.cli.output import deliver, look, standard_input
    from tracker.cli.progress import progress
    from tracker.errors import TrackerError
    from tracker.lint.baseline import read_baseline, take_as_known
    from tracker.lint.config import load_config
    from tracker.lint.findings import Findings
    from tracker.lint.inputs import Inputs
    from tracker.lint.scope import Looked
    from tracker.lint.store import Store
    from tracker.lint.sweep import sweep
    from tracker.render.document import Document, Result

    if config is not None and no_config:
        raise TrackerError("`--config` and `--no-config` exclude one another")
    settings = load_config(config, enabled=not no_config).over(
        select=select, ignore=ignore, fail_on=fail_on, originals=os.environ.get("TRACKER_ORIGINALS")
    )
    text = standard_input() if "-" in (paths or ()) else None

    def earlier(inputs: Inputs) -> Past | None:
        if against is None:
            return None
        from tracker.load.past import past

        return past(against, inputs.shelf.root)

    def checked() -> tuple[Findings, Inputs, Looked]:
        inputs = Inputs.of(paths or (), plans, settings, text, stdin_filename)
        with progress(len(inputs)) as seen:
            found, looked = sweep(
                inputs,
                settings,
                jobs=jobs,
                store=Store.at(cache_dir) if cache else None,
                past=earlier(inputs),
                baseline=None if write_baseline else read_baseline(inputs.shelf, baseline),
                seen=seen,
            )
        return found, inputs, looked

    findings, inputs, looked = checked()
    if write_baseline:
        findings = take_as_known(findings, looked, inputs.shelf, baseline)
    if fix or diff:
        from tracker.cli.repairs import repair

        if text is not None:
            raise TrackerError("standard input cannot be repaired", help="name a file")
        changed = repair(findings, inputs.shelf, write=not diff)
        if diff:
            return int(changed)
        findings, _, _ = checked()

    def data() -> dict[str, object]:
        from tracker.render.public.check_v1 import data as public

        return public(findings)

    def document() -> Document:
        from tracker.render.layout.check import document as lay_out

        return lay_out(findings, statistics=statistics)

    if format == "auto":
        format = "github" if os.environ.get("GITHUB_ACTIONS") == "true" else "terminal"
    deliver(Result("check", findings, document, data), format, output or (), look(color, width))
    return 2 if findings.incomplete else int(findings.failed)
