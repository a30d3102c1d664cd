"""Overview: the versions, what changed most between neighbours, what is contested, what nobody reported."""

from __future__ import annotations

from dataclasses import dataclass

from markupsafe import Markup

from tracker.diff.change import KINDS, ChangeKind
from tracker.diff.matrix import Cell, Row
from tracker.diff.weight import weightiest
from tracker.render.layout.change import Options
from tracker.render.layout.speech import who_says
from tracker.render.site import paths
from tracker.render.site.alternatives import Alternative, alternatives
from tracker.render.site.comparing import Shown, headline, shown_change
from tracker.render.site.dossier import Dossier
from tracker.render.site.drawing.bars import bars
from tracker.render.site.drawing.graph import graph
from tracker.render.site.page import page

_MOST = 4
"""Changes shown for each step."""


@dataclass(frozen=True)
class Step:
    """From one version to the next: its weightiest changes, each with the first things that changed."""

    left: str
    right: str
    items: tuple[tuple[Shown, Markup], ...]


@dataclass(frozen=True)
class Dispute:
    """A lineage that sources contradict one another about, or that the parties leave open."""

    row: Row
    cell: Cell
    alternatives: tuple[Alternative, ...]


def pages(dossier: Dossier) -> dict[str, str]:
    neighbours = dossier.neighbours
    counts = [(f"{c.left.plan.title} → {c.right.plan.title}", c.counts()) for c in neighbours]
    kinds: list[ChangeKind] = [kind for kind in KINDS if any(kind in found for _, found in counts)]
    html = page(
        dossier,
        "overview",
        paths.OVERVIEW,
        "Overview",
        graph=graph(dossier) if dossier.versions else "",
        chart=bars([(label, found) for label, found in counts]) if counts else "",
        counts=counts,
        kinds=kinds,
        neighbours=neighbours,
        where=paths.compare_paths(dossier.versions),
        tops=_steps(dossier),
        disputes=_disputes(dossier),
        unreported=_unreported(dossier),
        who=lambda evidence: who_says(evidence, dossier.labels, dossier.names),
    )
    return {paths.OVERVIEW: html}


def _steps(dossier: Dossier) -> list[Step]:
    options = Options(labels=dossier.labels)
    found = []
    for comparison in dossier.neighbours:
        shown = [
            shown_change(comparison, c, options) for c, _ in weightiest(comparison, _MOST, dossier.weights)
        ]
        if shown:
            items = tuple((item, headline(item)) for item in shown)
            found.append(Step(comparison.left.ref, comparison.right.ref, items))
    return found


def _disputes(dossier: Dossier) -> list[Dispute]:
    """Each disputed lineage once, as the latest version that disputes it has it."""
    found = []
    for row in dossier.matrix.rows:
        disputed = [cell for cell in row.cells if cell.presence in ("contested", "open") and cell.provision]
        if disputed:
            provision = disputed[-1].provision
            assert provision is not None
            found.append(Dispute(row, disputed[-1], alternatives(provision, dossier)))
    return found


def _unreported(dossier: Dossier) -> list[tuple[str, str, list[Row]]]:
    """By version: what an earlier or another version tells of, and nobody reports of this one."""
    found = []
    for i, version in enumerate(dossier.matrix.versions):
        rows = [
            row
            for row in dossier.matrix.rows
            if row.cells[i].presence in ("unknown", "silent")
            and any(cell.provision and cell.provision.held for cell in row.cells[:i])
        ]
        if rows:
            found.append((version.ref, rows[0].cells[i].presence, rows))
    return found
