"""One file per format. A module here *is* a format: `render(result, look) -> str`, and what it accepts.

Each module defines `SUFFIX`, `ACCEPTS` (names of results, or None for all) and `render`; escaping is
done there, last.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from tracker.diagnostic import did_you_mean
from tracker.errors import TrackerError
from tracker.render.document import Look, Result


@dataclass(frozen=True)
class Format:
    """A format: its name, the suffix of its files, the results it accepts (None for all)."""

    name: str
    suffix: str
    accepts: frozenset[str] | None
    render: Callable[[Result, Look], str]


@cache
def formats() -> tuple[str, ...]:
    """The names of all formats, without importing them."""
    return tuple(sorted(module.name for module in iter_modules(__path__)))


def format_named(name: str, result: str) -> Format:
    """The format of that name. Raises TrackerError if there is none, or none for such a result."""
    if name not in formats():
        raise TrackerError(f"no format `{name}`", help=did_you_mean(name, formats(), listing=20))
    module = import_module(f"{__name__}.{name}")
    accepts = None if module.ACCEPTS is None else frozenset(module.ACCEPTS)
    if accepts is not None and result not in accepts:
        raise TrackerError(f"the format `{name}` cannot show `{result}`")
    return Format(name, module.SUFFIX, accepts, module.render)
