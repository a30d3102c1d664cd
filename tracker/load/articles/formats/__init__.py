"""One file per format of articles. A module here *is* a format.

`SUFFIXES` are the endings of its files; `LEAD` tells its bytes from the bytes of others; `EXTRA` names the
optional dependencies that it needs, if any, and `NEEDS` the module to look for. `text(raw)` gives the text
of an article; where `RISKY` is set it runs in a process of its own, with bounds on time and memory.
`Refused` is raised for a file that is not read, with the reason.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from pkgutil import iter_modules

from tracker.errors import TrackerError


class Refused(Exception):
    """A file that is not read: what is wrong with it, and the remedy."""

    def __init__(self, message: str, help: str = "") -> None:
        super().__init__(message)
        self.message, self.help = message, help


@dataclass(frozen=True)
class ArticleFormat:
    """One format: how its files are told, and how they are read."""

    name: str
    suffixes: tuple[str, ...]
    lead: Callable[[bytes], bool]
    risky: bool
    extra: str
    needs: str
    text: Callable[[bytes], str]

    def require(self) -> None:
        """Raises TrackerError, with the command to run, if the format's libraries are not installed."""
        if self.needs and find_spec(self.needs) is None:
            raise TrackerError(
                f"{self.name} files need a library that is not installed",
                help=f"run: pip install 'provision-tracker[{self.extra}]'",
            )


@cache
def article_formats() -> dict[str, ArticleFormat]:
    """Every format by name. A module that fails to import fails the run."""
    return {name: _format(name) for name in sorted(module.name for module in iter_modules(__path__))}


def format_of(raw: bytes, suffix: str) -> ArticleFormat:
    """The format of a file: by its first bytes where those are plain, else by its ending, else text."""
    known = article_formats()
    for found in known.values():
        if found.lead(raw[:4096]):
            return found
    for found in known.values():
        if suffix.lower() in found.suffixes:
            return found
    return known["plain"]


def _format(name: str) -> ArticleFormat:
    module = import_module(f"{__name__}.{name}")
    return ArticleFormat(
        name,
        module.SUFFIXES,
        module.LEAD,
        module.RISKY,
        getattr(module, "EXTRA", ""),
        getattr(module, "NEEDS", ""),
        module.text,
    )
