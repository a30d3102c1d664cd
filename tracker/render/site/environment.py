"""How templates are filled: every value is escaped unless it is markup already, and none may be missing."""

from __future__ import annotations

from functools import cache
from typing import Any

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup

from tracker.diff.change import KINDS
from tracker.render.layout.speech import day, kind_of_text
from tracker.render.site import markup, paths
from tracker.render.site.states import STATES


@cache
def environment() -> Environment:
    """The templates of the package, with what all of them share."""
    made = Environment(
        loader=PackageLoader("tracker.render.site", "templates"),
        autoescape=True,
        undefined=StrictUndefined,
        finalize=_finalize,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=False,
    )
    made.filters.update(day=day, text_status=kind_of_text, inline=markup.inline, lines=markup.lines)
    made.globals.update(KINDS=KINDS, STATES=STATES, paths=paths)
    return made


def _finalize(value: Any) -> Any:
    """Nothing invisible from a plan file; markup is ours and stays."""
    return markup.shown(value) if isinstance(value, str) and not isinstance(value, Markup) else value


def asset(name: str) -> str:
    """The text of the style sheet or the script."""
    from importlib.resources import files

    return files("tracker.render.site").joinpath("assets", name).read_text(encoding="utf-8")
