"""Explanations: a page for each topic, or the index of many."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from itertools import groupby

from tracker.plan.guide import FieldGuide
from tracker.render.document import (
    Block,
    Document,
    Heading,
    Paragraph,
    Table,
    Verbatim,
    muted,
    plain,
    strong,
)
from tracker.render.topic import Topic
from tracker.semantics.words import Words

MOST_PAGES = 4
"""More topics than these are listed, not laid out in full."""
_FAMILIES = {
    "rule": "Rules of `tracker check`",
    "term": "Kinds of term",
    "issue": "Issues",
    "word": "Words",
    "change": "Kinds of change",
    "table": "Tables",
}


def document(topics: tuple[Topic, ...]) -> Document:
    """The pages of a few topics, or a list of many."""
    if len(topics) > MOST_PAGES:
        return Document("Index", tuple(_index(topics)))
    return Document(topics[0].name, tuple(block for topic in topics for block in _page(topic)))


def _index(topics: Iterable[Topic]) -> Iterator[Block]:
    for family, group in groupby(topics, lambda topic: topic.family):
        yield Heading(plain(_FAMILIES.get(family, family)), anchor=family)
        yield Table(tuple((strong(t.name), plain(t.summary)) for t in group))


def _page(topic: Topic) -> Iterator[Block]:
    yield Heading((*strong(topic.name), *muted(f"  {topic.family}")), anchor=topic.name)
    yield Paragraph(plain(topic.summary))
    for paragraph in filter(None, topic.text.split("\n\n")):
        yield Paragraph(plain(" ".join(paragraph.split())))
    if topic.facts:
        yield Table(tuple((muted(label), plain(said)) for label, said in topic.facts))
    if topic.fields:
        yield Heading(plain("Fields"), level=3)
        rows = (row for field in topic.fields for row in _rows(field))
        yield Table(tuple(rows), head=("field", "takes", "means"))
    for sample in topic.samples:
        yield Heading(plain(sample.caption[0].upper() + sample.caption[1:]), level=3)
        yield Verbatim(tuple(plain(f"  {line}") for line in sample.text.splitlines()))


def _rows(field: FieldGuide, inside: str = "") -> Iterator[tuple[Words, ...]]:
    """One row for a field, and one for each field of the mappings in its list."""
    said = [field.label] if field.label not in (field.name, field.name.replace("_", " ")) else []
    said += ["required"] if field.required and not inside else []
    said += [sentence] if (sentence := field.sentence()) else []
    yield strong(f"{inside}{field.name}"), plain(" or ".join(field.takes)), plain("; ".join(said))
    for part in field.parts:
        yield from _rows(part, f"{inside}{field.name}.")
