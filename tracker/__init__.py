"""Follow a peace plan through its drafts, provision by provision.

    >>> from tracker import compare, read_plan
    >>> comparison = compare("original", "geneva")
    >>> comparison.counts()["contested"]

`read_plan` and `compare` take what the command line takes: a version's name, a path, or `REVISION:path`.
Both raise `tracker.errors.TrackerError`, with diagnostics in `report`, where a file cannot be used.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.diff.change import Comparison
    from tracker.plan.model import Plan

__all__ = ["compare", "read_plan"]


def read_plan(reference: str, plans: Path | None = None) -> Plan:
    """One version of a plan, validated and immutable.

    `plans` is the folder of plan files, by default the nearest `plans/` upward. Source: the file that
    `reference` names. Raises TrackerError if there is none or it is broken.
    """
    from tracker.load.shelf import Shelf

    _, document = Shelf.find(plans).usable(reference)
    assert document.model is not None
    return document.model


def compare(left: str, right: str, plans: Path | None = None) -> Comparison:
    """All changes from one version to another, as typed values.

    Figures are in the units of their fields (a force cap in personnel, money with its currency code); a
    `Delta` holds both values and, where declared, for whom the change loosens or tightens. Raises
    TrackerError if a side cannot be used.
    """
    from tracker.diff.change import Version
    from tracker.diff.compare import compare as compare_versions
    from tracker.load.graph import history
    from tracker.load.shelf import Shelf

    shelf = Shelf.find(plans)
    left_ref, left_document = shelf.usable(left)
    right_ref, right_document = shelf.usable(right)
    assert left_document.model is not None and right_document.model is not None
    return compare_versions(
        Version(left_ref, left_document.model),
        Version(right_ref, right_document.model),
        names=shelf.names.display,
        history=history(left_ref, right_ref, shelf.versions()),
    )
