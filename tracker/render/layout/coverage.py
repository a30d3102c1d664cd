"""The sources of a version's provisions as a table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tracker.extract.coverage import Backing, Covered
from tracker.render.document import Block, Document, Heading, Paragraph, Table, muted, plain, strong
from tracker.semantics.words import Words

_NAMED = 3
"""So many silent sources are named; of more only the number."""


def document(ref: str, covered: Sequence[Covered], labels: Mapping[str, str]) -> Document:
    """One row per provision, or per reading where sources differ."""
    blocks: list[Block] = [Heading(plain(f"Sources of {ref}"), 1)]
    if not covered:
        return Document(f"Sources of {ref}", (*blocks, Paragraph(plain("no provisions"))))
    alone = sum(one.independent == 1 for one in covered)
    none = sum(one.independent == 0 for one in covered)
    disputed = sum(bool(one.contradicts) for one in covered)
    blocks.append(
        Paragraph(
            plain(
                f"{len(covered)} rows: {alone} on one independent source, {none} on none, "
                f"{disputed} contradicted by a source"
            )
        )
    )
    head = ("point", "provision", "independent", "supported by", "contradicted by", "never mentioned by")
    rows = tuple(_row(one, labels) for one in covered)
    blocks.append(Table(rows, head, frozenset({2})))
    return Document(f"Sources of {ref}", tuple(blocks))


def _row(one: Covered, labels: Mapping[str, str]) -> tuple[Words, ...]:
    title = strong(one.lineage) + (plain(f": {one.reading}") if one.reading else ())
    silent = [labels.get(source, source) for source in one.silent]
    return (
        plain(one.point),
        title,
        plain(str(one.independent)),
        plain("; ".join(_said(item, labels) for item in one.supports) or "-"),
        plain("; ".join(_said(item, labels) for item in one.contradicts) or "-"),
        muted("; ".join(silent) if len(silent) <= _NAMED else f"{len(silent)} sources"),
    )


def _said(item: Backing, labels: Mapping[str, str]) -> str:
    notes = ["extracted"] if item.found == "extracted" else []
    if item.may_belong_to:
        notes.append(f"may be the {item.may_belong_to} text's")
    label = labels.get(item.source, item.source)
    return f"{label} ({'; '.join(notes)})" if notes else label
