"""The versions of a plan as a table."""

from __future__ import annotations

from collections.abc import Mapping

from tracker.plan.model import Plan
from tracker.render.document import Document, Paragraph, Table, muted, plain, strong
from tracker.render.layout.speech import day
from tracker.semantics.words import Words


def document(versions: Mapping[str, Plan]) -> Document:
    """One row per version, oldest first."""
    if not versions:
        return Document("Versions", (Paragraph(plain("no versions yet")),))
    head = ("version", "title", "date", "text", "provisions", "revises")
    rows = tuple(_row(ref, plan) for ref, plan in versions.items())
    return Document("Versions", (Table(rows, head, frozenset({4})),))


def _row(ref: str, plan: Plan) -> tuple[Words, ...]:
    revises = ", ".join(plan.revises) or "-"
    if plan.draws_on:
        revises += f" (draws on {', '.join(plan.draws_on)})"
    return (
        strong(ref),
        plain(plan.title),
        plain(day(plan.date)),
        plain(plan.text),
        plain(str(len(plan.provisions))),
        muted(revises),
    )
