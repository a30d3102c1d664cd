"""Provisions: each lineage through all versions, on one page so that an address never breaks."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise

from markupsafe import Markup

from tracker.diff.matrix import Cell, Row
from tracker.plan.issues import ISSUES
from tracker.plan.model import Evidence
from tracker.render.layout.speech import who_says
from tracker.render.site import paths
from tracker.render.site.alternatives import Alternative, alternatives
from tracker.render.site.dossier import Dossier
from tracker.render.site.drawing.plot import plot
from tracker.render.site.page import page
from tracker.render.site.redlines import single
from tracker.render.site.values import Sheet, series, sheets

_HOWS = {
    "renamed": "once listed as",
    "split": "split off from",
    "merged": "holds",
    "replaces": "replaces",
}
_BECAME = {
    "renamed": "now listed as",
    "split": "divided; part is now",
    "merged": "merged into",
    "replaces": "replaced by",
}


@dataclass(frozen=True)
class Life:
    """One lineage, ready to show. `redlines`: from each telling to the next, where the words differ."""

    row: Row
    sheets: tuple[Sheet, ...]
    plots: tuple[tuple[str, Markup], ...]
    redlines: tuple[tuple[str, str, Markup], ...]
    alternatives: tuple[tuple[str, tuple[Alternative, ...]], ...]
    evidence: tuple[tuple[str, tuple[tuple[str, Evidence], ...]], ...]

    @property
    def pieces(self) -> int:
        return sum(len(items) for _, items in self.evidence)


def pages(dossier: Dossier) -> dict[str, str]:
    lives = [_life(row, dossier) for row in dossier.matrix.rows]
    where = paths.compare_paths(dossier.versions)
    html = page(
        dossier,
        "provisions",
        paths.PROVISIONS,
        "Provisions",
        lives=lives,
        where=where,
        titles={row.lineage: row.title for row in dossier.matrix.rows},
        issues={row.lineage: ", ".join(map(_issue, sorted(row.issues))) for row in dossier.matrix.rows},
        who=lambda evidence: who_says(evidence, dossier.labels, dossier.names),
        HOWS=_HOWS,
        BECAME=_BECAME,
    )
    return {paths.PROVISIONS: html}


def _issue(code: str) -> str:
    return ISSUES[code].title if code in ISSUES else code


def _life(row: Row, dossier: Dossier) -> Life:
    telling = [cell for cell in row.cells if cell.provision]
    titles = [dossier.versions[cell.version].title for cell in row.cells]
    return Life(
        row,
        sheets(row, dossier),
        tuple((line.title, plot(line, titles)) for line in series(row, dossier)),
        tuple(_redlines(telling)),
        tuple(
            (cell.version, alternatives(cell.provision, dossier))
            for cell in telling
            if cell.provision and cell.provision.readings
        ),
        tuple((cell.version, items) for cell in telling if (items := tuple(_evidence(cell)))),
    )


def _redlines(telling: list[Cell]) -> Iterator[tuple[str, str, Markup]]:
    for old, new in pairwise(telling):
        assert old.provision and new.provision
        if old.provision.summary != new.provision.summary:
            yield old.version, new.version, single(old.provision.summary, new.provision.summary)


def _evidence(cell: Cell) -> Iterator[tuple[str, Evidence]]:
    """All evidence of a version, that of readings with what the reading says."""
    assert cell.provision
    for item in cell.provision.evidence:
        yield "", item
    for reading in cell.provision.readings:
        for item in reading.evidence:
            yield reading.summary or "", item
