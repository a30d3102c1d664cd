"""About: how to read presence, direction and hedges, and how to cite."""

from __future__ import annotations

from tracker.plan.words import DERIVED, HEDGES, MODALITIES, PRESENCES, TEXTS
from tracker.render.site import paths
from tracker.render.site.dossier import Dossier
from tracker.render.site.page import page


def pages(dossier: Dossier) -> dict[str, str]:
    return {
        paths.ABOUT: page(
            dossier,
            "about",
            paths.ABOUT,
            "About",
            presences=PRESENCES,
            derived=DERIVED,
            modalities=MODALITIES,
            hedges=HEDGES,
            texts=TEXTS,
            example=dossier.matrix.versions[-1] if dossier.matrix.versions else None,
        )
    }
