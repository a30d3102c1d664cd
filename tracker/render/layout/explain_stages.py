"""Every stage of an extraction, by article: what was cut into passages, whose words, which version."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracker.render.document import Block, Entry, Heading, Line, muted, plain

if TYPE_CHECKING:
    from tracker.extract.reader import Explained, Reading


def stages(reading: Reading) -> Iterator[Block]:
    """The passages of one article, each with what the stages made of it."""
    article = reading.article
    yield Heading(plain(f"{article.id} ({article.source.name})"), 2)
    yield Entry(
        plain("document"),
        lines=(
            Line(plain(f"{len(article.text):,} code points, content from {article.extent.start}"), "text"),
            Line(plain(article.sha256), "sha256"),
        ),
    )
    for explained in reading.explained:
        yield _passage(reading, explained)


def _passage(reading: Reading, explained: Explained) -> Entry:
    passage = explained.passage
    text = reading.article.text
    lines = []
    for zone in explained.zones:
        versions = ", ".join(zone.versions) or "unattributed"
        if zone.other:
            versions = "another plan"
        lines.append(Line(plain(f"{versions}{f' ({zone.basis})' if zone.basis else ''}"), "version"))
    voice = explained.voice
    lines.append(Line(plain(f"{voice.hedge}{f', {voice.speaker}' if voice.speaker else ''}"), "hedge"))
    lines += [Line(plain(block.why), "not content") for block in explained.blocks]
    for claim in reading.claims:
        if claim.sentence == passage.span:
            quotes = ", ".join(f"“{quote.words}”" for quote in claim.quotes)
            lines.append(
                Line(plain(f"{claim.kind} {claim.terms} {claim.polarity}"), "claim", aside=muted(quotes))
            )
    for rejected in reading.rejected:
        if rejected.sentence == passage.span:
            lines.append(Line(plain(f"{rejected.kind}: {rejected.why}"), "refused"))
    said = " ".join(passage.span.slice(text).split())
    return Entry(
        plain(said),
        mark=str(passage.number),
        aside=muted(f"{passage.kind} {passage.span.start}-{passage.span.end}"),
        lines=tuple(lines),
    )
