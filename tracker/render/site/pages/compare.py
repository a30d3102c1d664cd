"""Compare: every version against every other, both texts side by side; and a table of all pairs."""

from __future__ import annotations

from tracker.render.layout.change import Options
from tracker.render.site import paths
from tracker.render.site.comparing import view
from tracker.render.site.dossier import Dossier
from tracker.render.site.page import page


def pages(dossier: Dossier) -> dict[str, str]:
    where = paths.compare_paths(dossier.versions)
    refs = [version.ref for version in dossier.matrix.versions]
    found = {paths.PAIRS: page(dossier, "pairs", paths.PAIRS, "Compare two versions", where=where, refs=refs)}
    for (left, right), comparison in dossier.comparisons.items():
        heading = f"{comparison.left.plan.title} → {comparison.right.plan.title}"
        found[where[left, right]] = page(
            dossier,
            "compare",
            where[left, right],
            heading,
            view=view(comparison, Options(labels=dossier.labels)),
            back=where[right, left],
            where=where,
            refs=refs,
        )
    return found
