"""What became of each provision, from a version to the one that revises it."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.diff.change import KINDS, Change, Comparison, points
from tracker.render.exports.keys import change_key, listed
from tracker.render.exports.table import Column, Filled, Table, Value
from tracker.render.site.dossier import Dossier

TABLE = Table(
    "changes",
    "One row per change from a version to the one that revises it.",
    (
        Column("change", "both versions and the lineages", required=True),
        Column("old_version", "the earlier version", points_to="versions", required=True),
        Column("new_version", "the version that revises it", points_to="versions", required=True),
        Column("kind", "; ".join(f"{k}: {entry.meaning}" for k, entry in KINDS.items()), required=True),
        Column("title", "name of what changed", required=True),
        Column("old_lineages", "lineages on the earlier side, separated by spaces"),
        Column("new_lineages", "lineages on the later side, separated by spaces"),
        Column("old_points", "printed numbers on the earlier side"),
        Column("new_points", "printed numbers on the later side"),
        Column("basis", "why one side lacks it: absent, silent (not in the list read out), unknown"),
    ),
    order=5,
    key="change",
    label="title",
    facets=("new_version", "kind"),
)


def counted(dossier: Dossier) -> Iterator[tuple[str, Comparison, Change]]:
    """The changes between neighbours, each with its key."""
    for comparison in dossier.neighbours:
        for change in comparison.changes:
            yield (
                change_key(comparison.left.ref, comparison.right.ref, change.lineages),
                comparison,
                change,
            )


def rows(dossier: Dossier) -> Iterator[tuple[Value, ...]]:
    for key, comparison, change in counted(dossier):
        yield Filled.row(
            TABLE,
            {
                "change": key,
                "old_version": comparison.left.ref,
                "new_version": comparison.right.ref,
                "kind": change.kind,
                "title": change.title,
                "old_lineages": listed(tuple(side.provision.id for side in change.left)),
                "new_lineages": listed(tuple(side.provision.id for side in change.right)),
                "old_points": ", ".join(points(change.left)) or None,
                "new_points": ", ".join(points(change.right)) or None,
                "basis": change.basis or None,
            },
        )
