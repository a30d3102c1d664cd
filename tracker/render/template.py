"""A template of the user's own, run in a sandbox: it sees the data given to it and nothing else."""

from __future__ import annotations

import traceback
from pathlib import Path
from typing import Any

from tracker.errors import TrackerError
from tracker.load.reader import read_bytes
from tracker.render.gfm import escape

_NAME = "<template>"


def fill(path: Path, data: dict[str, Any]) -> str:
    """The template filled with data: every top-level key of it is a variable.

    The filter `md` escapes a value for markdown. A variable that does not exist is a fault, not an empty
    text. Raises TrackerError, with the line, for whatever is wrong with the template.
    """
    from jinja2 import StrictUndefined, TemplateSyntaxError
    from jinja2.sandbox import ImmutableSandboxedEnvironment

    environment = ImmutableSandboxedEnvironment(
        undefined=StrictUndefined,
        autoescape=False,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    environment.filters["md"] = lambda value: escape(str(value))
    try:
        code = environment.compile(_text(path), name=str(path), filename=_NAME)
        template = environment.template_class.from_code(environment, code, environment.make_globals(None))
        return template.render(data)
    except TrackerError:
        raise
    except TemplateSyntaxError as error:
        raise TrackerError(f"{path}:{error.lineno}: {error.message}", help=_help(data)) from None
    except (Exception, MemoryError) as error:  # noqa: BLE001 - a template may raise whatever it likes
        raise TrackerError(f"{path}:{_line(error)}: {_words(error)}", help=_help(data)) from None


def _text(path: Path) -> str:
    raw = read_bytes(path)
    if raw is None:
        raise TrackerError(f"{path}: is too large for a template")
    try:
        return raw.decode("utf-8-sig")
    except UnicodeDecodeError:
        raise TrackerError(f"{path}: is not UTF-8 text", help="save the template as UTF-8") from None


def _line(error: BaseException) -> int:
    """The last line of the template that was at work; jinja2 rewrites tracebacks so that they name it."""
    lines = [f.lineno for f in traceback.extract_tb(error.__traceback__) if f.filename == _NAME and f.lineno]
    return lines[-1] if lines else 1


def _words(error: BaseException) -> str:
    said = str(error).splitlines()
    return said[0] if said else type(error).__name__


def _help(data: dict[str, Any]) -> str:
    return (
        f"a template knows {', '.join(f'`{key}`' for key in data)} (see `--format json`) and the filter `md`"
    )
