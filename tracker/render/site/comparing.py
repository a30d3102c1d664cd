"""A comparison as a page shows it: groups of changes, each with both texts and what changed between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from markupsafe import Markup

from tracker.diff.change import Change, Comparison, Side
from tracker.render.document import Entry, Heading, Paragraph
from tracker.render.layout.change import ChangeLayout, Options
from tracker.render.layout.diff import counts, document
from tracker.render.site.markup import inline, shown
from tracker.render.site.redlines import pair
from tracker.semantics.words import Words, text_of

_FOLDED = ("unchanged", "not-reported", "not-in-text", "reworded", "renumbered")
"""Kinds that a reader may want to skip."""


@dataclass(frozen=True)
class Column:
    """One side of a change: number, title and text of each provision there; the title only of several."""

    texts: tuple[tuple[str, str, Markup], ...] = ()


@dataclass(frozen=True)
class Shown:
    """A change, its entry in the neutral layout, and both columns; `same`: one text for both."""

    change: Change
    entry: Entry
    left: Column
    right: Column
    same: bool


@dataclass(frozen=True)
class Section:
    """The changes of one kind under their heading, with the sentences that belong to it."""

    kind: str
    heading: str
    folded: bool
    parts: tuple[tuple[str, tuple[Shown, ...]], ...]

    @property
    def number(self) -> int:
        return sum(len(shown) for _, shown in self.parts)


@dataclass(frozen=True)
class View:
    """All that the page of one pair shows."""

    comparison: Comparison
    counts: Words
    sections: tuple[Section, ...]


def view(comparison: Comparison, options: Options) -> View:
    """The page of one pair, in the order and words of the neutral layout."""
    blocks = document(comparison, replace(options, unchanged=True, texts=False)).blocks
    by_anchor = {change.lineages[0]: change for change in comparison.changes}
    sections = []
    while blocks:
        head, *rest = blocks
        inside = tuple(takewhile(lambda block: not isinstance(block, Heading), rest))
        if isinstance(head, Heading):
            entries = [block for block in inside if isinstance(block, Entry)]
            kind = by_anchor[entries[0].anchor].kind
            parts = tuple(_parts(inside, by_anchor))
            sections.append(Section(kind, text_of(head.words), kind in _FOLDED, parts))
        blocks = blocks[1 + len(inside) :]
    return View(comparison, counts(comparison), tuple(sections))


def _parts(
    blocks: Sequence[object], changes: dict[str, Change]
) -> Iterator[tuple[str, tuple[Shown, ...]]]:
    """Entries under the sentence that stands before them."""
    said, found = "", list[Shown]()
    for block in blocks:
        if isinstance(block, Paragraph):
            if found:
                yield said, tuple(found)
            said, found = text_of(block.words), []
        elif isinstance(block, Entry):
            found.append(_shown(changes[block.anchor], block))
    if found:
        yield said, tuple(found)


def _shown(change: Change, entry: Entry) -> Shown:
    if len(change.left) == len(change.right) == 1:
        old, new = change.left[0].provision, change.right[0].provision
        texts = pair(old.summary, new.summary)
        left, right = (Column(((p.point or "", "", t),)) for p, t in ((old, texts.old), (new, texts.new)))
        return Shown(change, entry, left, right, texts.same)
    return Shown(change, entry, _column(change.left), _column(change.right), False)


def _column(sides: Sequence[Side]) -> Column:
    several = len(sides) > 1
    return Column(
        tuple(
            (
                side.provision.point or "",
                side.provision.title if several else "",
                Markup.escape(shown(side.provision.summary)),
            )
            for side in sides
        )
    )


def shown_change(comparison: Comparison, change: Change, options: Options) -> Shown:
    """One change by itself."""
    return _shown(change, ChangeLayout(comparison, replace(options, texts=False)).entry(change))


def headline(item: Shown) -> Markup:
    """The first thing that changed, in a line; the new text where nothing typed did."""
    for line in item.entry.lines:
        if line.label not in ("was", "") and line.words:
            return Markup("<span class=l>{}</span> {}").format(shown(line.label), inline(line.words))
    sides = item.change.right or item.change.left
    return Markup.escape(shown(sides[0].provision.summary))
