"""Matrix: every lineage in every version, with filters."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.diff.matrix import Row
from tracker.plan.issues import ISSUES
from tracker.render.layout.speech import direction
from tracker.render.site import paths
from tracker.render.site.dossier import Dossier
from tracker.render.site.page import page
from tracker.semantics.way import Setting


@dataclass(frozen=True)
class Line:
    """A row, what filters ask of it, and for each cell for whom the change loosens or tightens."""

    row: Row
    issues: str
    parties: str
    words: str
    directions: tuple[str, ...]


def pages(dossier: Dossier) -> dict[str, str]:
    facets = dossier.matrix.facets(dossier.parties)
    html = page(
        dossier,
        "matrix",
        paths.MATRIX,
        "Matrix",
        lines=[_line(row, dossier) for row in dossier.matrix.rows],
        facets=facets,
        issues=[(code, ISSUES[code].title if code in ISSUES else code) for code in facets.issues],
        where=paths.compare_paths(dossier.versions),
    )
    return {paths.MATRIX: html}


def _line(row: Row, dossier: Dossier) -> Line:
    parties = [party for party in dossier.parties if party in row.ids]
    said = [*dict.fromkeys(p.summary for p in row.provisions), *map(dossier.setting.say, parties)]
    return Line(
        row,
        " ".join(sorted(row.issues)),
        " ".join(parties),
        " ".join(said),
        tuple(
            direction(cell.change.deltas, Setting(names=dossier.names))
            if cell.change and not cell.change.readings
            else ""
            for cell in row.cells
        ),
    )
