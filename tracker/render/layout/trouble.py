"""Why a report cannot be shown: every diagnostic with its line, then the remedy."""

from __future__ import annotations

from tracker.errors import TrackerError
from tracker.render.document import Block, Document, Heading, Paragraph, Verbatim, plain, strong
from tracker.render.excerpt import excerpt


def document(error: TrackerError) -> Document:
    """The error as a document of its own."""
    blocks: list[Block] = [Heading(strong(_sentence(error.message)), 1)]
    if error.help:
        blocks.append(Paragraph(plain(_sentence(error.help))))
    blocks += [Verbatim(tuple(map(plain, excerpt(diagnostic)))) for diagnostic in error.report]
    if len(error.report):
        blocks.append(
            Paragraph(plain("This page is replaced as soon as the file is saved in a usable state."))
        )
    return Document("Not shown", tuple(blocks))


def _sentence(text: str) -> str:
    return text[:1].upper() + text[1:]
