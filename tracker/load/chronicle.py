"""The versions that a changelog tells of, and all others that it needs to know."""

from __future__ import annotations

from collections.abc import Sequence

from tracker.diagnostic import Report
from tracker.errors import TrackerError
from tracker.load.shelf import Shelf
from tracker.plan.model import Plan


def versions_of(shelf: Shelf, chosen: Sequence[str]) -> tuple[list[str], dict[str, Plan]]:
    """The references chosen (all curated ones if none are) and every version known by reference.

    Raises TrackerError for a version that there is not, and where a curated file that is needed is broken:
    a changelog that leaves a version out without a word is worse than none.
    """
    versions = shelf.versions()
    refs = []
    for name in chosen:
        ref, document = shelf.usable(name)
        assert document.model is not None
        versions.setdefault(ref, document.model)
        refs.append(ref)
    needed = {parent for ref in refs for parent in versions[ref].revises}
    broken = [
        document
        for path, document in ((path, shelf.open(path)) for path in shelf.paths())
        if document.broken and not _extracted(document.data) and (not chosen or shelf.ref(path) in needed)
    ]
    if broken:
        found = Report.of(d for document in broken for d in document.placed())
        names = ", ".join(document.source.name for document in broken)
        raise TrackerError(f"no changelog while {names} cannot be used", report=found)
    return refs or list(versions), versions


def _extracted(data: object) -> bool:
    return isinstance(data, dict) and data.get("curation") == "extracted"
