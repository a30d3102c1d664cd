"""`tracker`: finds the commands, runs one, and sees to it that every failure ends in a clear word."""

from __future__ import annotations

import os
from importlib import import_module
from pkgutil import iter_modules
from typing import Annotated

import typer

from tracker.cli import commands
from tracker.cli.output import complain, finish, internal

HELP = """Follow a peace plan through its drafts, provision by provision."""


def _version(asked: bool) -> None:
    if asked:
        from importlib.metadata import version

        typer.echo(f"tracker {version('provision-tracker')}")
        raise typer.Exit


def build() -> typer.Typer:
    """The application with every command in `commands/`."""
    app = typer.Typer(
        name="tracker",
        help=HELP,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        no_args_is_help=True,
        context_settings={"help_option_names": ["-h", "--help"]},
    )

    @app.callback()
    def main(
        version: Annotated[
            bool, typer.Option("--version", "-V", callback=_version, is_eager=True, help="Show the version.")
        ] = False,
    ) -> None:
        pass

    for module in sorted(m.name for m in iter_modules(commands.__path__)):
        found = import_module(f"{commands.__name__}.{module}")
        if hasattr(found, "app"):
            app.add_typer(found.app, name=module)
        else:
            app.command(name=module)(found.command)
    return app


def run() -> None:
    """The entry point. Exit codes: 0 ran; 1 findings or differences asked for; 2 could not do the job."""
    from tracker.errors import TrackerError

    try:
        code = build()(standalone_mode=False)
        finish(code if isinstance(code, int) else 0)
    except TrackerError as error:
        complain(error)
        finish(2)
    except KeyboardInterrupt:
        finish(130)
    except BrokenPipeError:
        finish(0, broken=True)
    except Exception as error:  # whatever it is, the user gets one line and exit code 2
        if hasattr(error, "format_message"):  # a misuse of the command line
            error.show()  # type: ignore[attr-defined]
            finish(2)
        if type(error).__name__ in ("Abort", "Exit"):
            finish(getattr(error, "exit_code", 130))
        if os.environ.get("TRACKER_DEBUG"):
            raise
        internal(error)
        finish(2)


if __name__ == "__main__":
    run()
