"""The versions of a plan, two lines each."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from tracker.plan.model import Plan
from tracker.render.document import Document, Paragraph, Table, muted, plain, strong
from tracker.render.layout.speech import day, kind_of_text
from tracker.semantics.words import Words


def document(versions: Mapping[str, Plan]) -> Document:
    """Every version, oldest first: its name and title, then what is known of it."""
    if not versions:
        return Document("Versions", (Paragraph(plain("no versions yet")),))
    rows = tuple(row for ref, plan in versions.items() for row in _rows(ref, plan))
    return Document("Versions", (Table(rows),))


def _rows(ref: str, plan: Plan) -> Iterator[tuple[Words, ...]]:
    said = [day(plan.date), kind_of_text(plan), f"{len(plan.provisions)} provisions"]
    if plan.revises:
        said.append(f"revises {', '.join(plan.revises)}")
    if plan.draws_on:
        said.append(f"draws on {', '.join(plan.draws_on)}")
    yield strong(ref), plain(plan.title)
    yield (), muted(" · ".join(said))
