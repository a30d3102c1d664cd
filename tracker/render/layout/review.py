"""One proposal as a reviewer sees it: what it says, on which words, and what accepting it would do."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tracker.load.digest import open_digest
from tracker.load.shelf import Shelf
from tracker.plan.model import Evidence, Provision, Reading
from tracker.render.document import Document, Entry, Line, muted, plain, strong
from tracker.render.layout.speech import evidence_words
from tracker.semantics.fields import sentence
from tracker.semantics.way import Setting


def document(
    proposal: Provision,
    curated: Provision | None,
    would: Sequence[str],
    shelf: Shelf,
    labels: Mapping[str, str],
) -> Document:
    """The proposal, each quote in its sentence where the source is held, and what the file has now."""
    setting = Setting(names=shelf.names.display)
    lines = list(_said(proposal, setting, shelf, labels))
    if curated is not None:
        lines.append(Line(plain(curated.summary), "now"))
        lines += [Line(plain(sentence(term, setting) or term.title), "", indent=1) for term in curated.terms]
        lines += [Line(plain(r.summary or r.presence), "", indent=1) for r in curated.readings]
    lines.append(Line(strong("; ".join(would)), "accept"))
    return Document(
        proposal.title, (Entry(plain(proposal.title), aside=muted(proposal.id), lines=tuple(lines)),)
    )


def _said(proposal: Provision, setting: Setting, shelf: Shelf, labels: Mapping[str, str]) -> Iterator[Line]:
    every: list[Provision | Reading] = [proposal, *proposal.readings]
    for stated in every:
        for term in stated.terms:
            yield Line(plain(f"{term.title}: {sentence(term, setting)}"), "says")
        if not stated.terms and stated.evidence:
            yield Line(plain(stated.summary or stated.presence), stated.presence)
        for item in stated.evidence:
            yield Line(evidence_words(item, labels, setting.names), "evidence")
            if found := _sentence(item, shelf):
                yield Line(muted(found), "", indent=1)


def _sentence(item: Evidence, shelf: Shelf) -> str:
    """The sentence in which a quote stands, where the source is held."""
    path = shelf.held_sources.get(item.source)
    if path is None or item.quote is None:
        return ""
    from tracker.extract.document import Article
    from tracker.extract.passages import passages_of

    digest = open_digest(path, shelf.display(path))
    at = digest.source.text.find(item.quote, digest.body.start)
    for passage in passages_of(Article(item.source, digest.source, digest.body)):
        if passage.span.start <= at < passage.span.end:
            return " ".join(passage.span.slice(digest.source.text).split())
    return ""
