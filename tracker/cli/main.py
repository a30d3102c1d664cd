"""`tracker`: finds the commands, runs one, and sees to it that every failure ends in a clear word."""

from __future__ import annotations

import gc
import os
import sys
from collections.abc import Sequence
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


def build(arguments: Sequence[str] = ("*",)) -> typer.Typer:
    """The application for a command line: with the command that it names, or else with all in `commands/`.

    Where all that is wanted is the list of them, they come without their options, which take long to read.
    """
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

    names = sorted(m.name for m in iter_modules(commands.__path__))
    first = arguments[0] if arguments else ""
    for module in [first] if first in names else names:
        found = import_module(f"{commands.__name__}.{module}")
        if arguments in ([], ["-h"], ["--help"]):
            said = found.app.info.help if hasattr(found, "app") else found.command.__doc__
            app.command(name=module, help=said)(_unread)
        elif hasattr(found, "app"):
            app.add_typer(found.app, name=module)
        else:
            app.command(name=module)(found.command)
    return app


def _unread() -> None:
    """Stands for a command in the list of them, and is never run."""


def _hasten() -> None:
    """Settings of the process for one that lives briefly and keeps most of what it makes."""
    gc.set_threshold(100_000, 50, 100)  # looking for garbage cost more than a tenth of a large comparison
    # no plugin of pydantic is wanted, and looking for one reads every installed package
    os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")


def run() -> None:
    """The entry point. Exit codes: 0 ran; 1 findings or differences asked for; 2 could not do the job."""
    try:
        _hasten()
        # a shell that asks for completions hands its words over elsewhere
        asked = ("*",) if "_TRACKER_COMPLETE" in os.environ else sys.argv[1:]
        code = build(asked)(standalone_mode=False)
        finish(code if isinstance(code, int) else 0)
    except KeyboardInterrupt:
        finish(130)
    except BrokenPipeError:
        finish(0, broken=True)
    except Exception as error:  # whatever it is, the user gets one line and exit code 2
        from tracker.errors import TrackerError

        if isinstance(error, TrackerError):
            complain(error)
            finish(2)
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
