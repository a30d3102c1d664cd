"""`data/`: what stands on the pages, for others to compute on."""

from __future__ import annotations

from tracker.render.exports import export
from tracker.render.site.dossier import Dossier

FOLDER = "data"


def files(dossier: Dossier) -> dict[str, str | bytes]:
    """Tables as CSV and JSON, a database, and what all columns mean."""
    return {f"{FOLDER}/{name}": content for name, content in export(dossier).items()}
