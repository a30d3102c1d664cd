"""The weights that order what matters most."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.diff.weight import MOST, weights_table
from tracker.render.topic import Topic

FAMILY, ORDER = "table", 6
_SAID = """\
The weight of a change is that of its weightiest term times that of the kind of change. It orders what a
reader sees first and changes nothing else. Settings put others in their place: `[tool.tracker.weight]` in
pyproject.toml."""


def topics() -> Iterator[Topic]:
    """The one table."""
    rows = tuple((f"{what} {name}", str(weight)) for what, name, weight in weights_table())
    yield Topic(
        FAMILY,
        "weight",
        f"How much a change counts, from 0 to {MOST} for each kind of term and of change",
        text=_SAID,
        facts=rows,
        also=("weights",),
    )
