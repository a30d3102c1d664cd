"""Plans as tables for others to compute on: `tables/` says what is in them, `kinds/` how they are written.

A module in `tables/` *is* a table (`TABLE` and `rows(dossier)`), a module in `kinds/` *is* a kind of file
(`files(data)`); the dictionary is made from the tables, so that it cannot disagree with them.
"""

from __future__ import annotations

from importlib import import_module
from pkgutil import iter_modules
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.render.exports.table import Data
    from tracker.render.site.dossier import Dossier


def collect(dossier: Dossier) -> Data:
    """All tables of a dossier, those first that others point to."""
    from tracker.render.exports import tables
    from tracker.render.exports.table import Data, Filled

    found = [
        Filled(module.TABLE, tuple(module.rows(dossier)))
        for name in sorted(m.name for m in iter_modules(tables.__path__))
        for module in [import_module(f"{tables.__name__}.{name}")]
    ]
    return Data(dossier.title, tuple(sorted(found, key=lambda filled: filled.table.order)))


def export(dossier: Dossier) -> dict[str, str | bytes]:
    """Every file of every kind by its name; the same dossier gives the same bytes."""
    from tracker.render.exports import kinds

    data = collect(dossier)
    made: dict[str, str | bytes] = {}
    for name in sorted(module.name for module in iter_modules(kinds.__path__)):
        made.update(import_module(f"{kinds.__name__}.{name}").files(data))
    return made
