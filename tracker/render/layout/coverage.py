"""The sources of a version's provisions, provision by provision."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from tracker.extract.coverage import Backing, Covered
from tracker.render.document import Block, Document, Entry, Heading, Line, Paragraph, plain

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
    blocks += [_entry(one, labels) for one in covered]
    return Document(f"Sources of {ref}", tuple(blocks))


def _entry(one: Covered, labels: Mapping[str, str]) -> Entry:
    silent = [labels.get(source, source) for source in one.silent]
    said = {
        "supported by": "; ".join(_said(item, labels) for item in one.supports) or "no source",
        "contradicted by": "; ".join(_said(item, labels) for item in one.contradicts),
        "never mentioned by": "; ".join(silent) if len(silent) <= _NAMED else f"{len(silent)} sources",
    }
    return Entry(
        title=plain(f"{one.lineage}: {one.reading}" if one.reading else one.lineage),
        mark=one.point,
        aside=plain(f"{one.independent} independent"),
        lines=tuple(Line(plain(text), label) for label, text in said.items() if text),
        anchor=one.lineage,
    )


def _said(item: Backing, labels: Mapping[str, str]) -> str:
    notes = ["extracted"] if item.found == "extracted" else []
    if item.may_belong_to:
        notes.append(f"may be the {item.may_belong_to} text's")
    label = labels.get(item.source, item.source)
    return f"{label} ({'; '.join(notes)})" if notes else label
