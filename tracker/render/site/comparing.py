"""A comparison as a page shows it: groups of changes, each with both texts and what changed between them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import takewhile

from markupsafe import Markup

from tracker.diff.change import Change, Comparison, Side
from tracker.render.document import Entry, Heading, Line, Paragraph
from tracker.render.layout.change import ChangeLayout, Options
from tracker.render.layout.diff import counts, document
from tracker.render.site.markup import inline, shown
from tracker.render.site.redlines import pair
from tracker.semantics.words import Words, text_of

_FOLDED = ("unchanged", "not-reported", "not-in-text", "reworded", "renumbered")
"""Kinds that a reader may want to skip."""
_FEW = 3
"""As many changes of one provision as fit into a headline."""


@dataclass(frozen=True)
class Column:
    """One side of a change: number, title and text of each provision there; the title only of several."""

    texts: tuple[tuple[str, str, Markup], ...] = ()
    lines: tuple[Line, ...] = ()


@dataclass(frozen=True)
class Shown:
    """A change, its entry in the neutral layout, and both columns; `same`: one text for both.

    `lines`: what changed between the columns; what only one of them says stands in it.
    """

    change: Change
    entry: Entry
    left: Column
    right: Column
    same: bool
    lines: tuple[Line, ...]


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


def _parts(blocks: Sequence[object], changes: dict[str, Change]) -> Iterator[tuple[str, tuple[Shown, ...]]]:
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
    olds, news, between = _divided(change, entry)
    if len(change.left) == len(change.right) == 1:
        old, new = change.left[0].provision, change.right[0].provision
        texts = pair(old.summary, new.summary)
        left = Column(((old.point or "", "", texts.old),), olds)
        right = Column(((new.point or "", "", texts.new),), news)
        return Shown(change, entry, left, right, texts.same and not (olds or news), between)
    left, right = Column(_texts(change.left), olds), Column(_texts(change.right), news)
    return Shown(change, entry, left, right, False, between)


def _divided(change: Change, entry: Entry) -> tuple[tuple[Line, ...], tuple[Line, ...], tuple[Line, ...]]:
    """The readings of either side, each with what is indented below it; and what is about both."""
    if not change.readings:
        return (), (), entry.lines
    found: dict[str, list[Line]] = {"left": [], "right": [], "both": []}
    where = "both"
    for line in entry.lines:
        if not line.indent:
            where = "left" if line.label.split(" ")[0] == "was" else "right" if _reading(line) else "both"
        label = line.label if where == "both" else _without_side(line.label)
        found[where].append(replace(line, label=label))
    return tuple(found["left"]), tuple(found["right"]), tuple(found["both"])


def _without_side(label: str) -> str:
    """The column says it already: `was a)` is `a)` there."""
    first, _, rest = label.partition(" ")
    return rest if first in ("was", "now") else label


def _reading(line: Line) -> bool:
    """A line with who says so, or `now`: what one side states, not what differs between the two."""
    return bool(line.aside) or line.label.split(" ")[0] == "now"


def _texts(sides: Sequence[Side]) -> tuple[tuple[str, str, Markup], ...]:
    several = len(sides) > 1
    return tuple(
        (
            side.provision.point or "",
            side.provision.title if several else "",
            Markup.escape(shown(side.provision.summary)),
        )
        for side in sides
    )


def shown_change(comparison: Comparison, change: Change, options: Options) -> Shown:
    """One change by itself."""
    return _shown(change, ChangeLayout(comparison, replace(options, texts=False)).entry(change))


def headline(item: Shown) -> Markup:
    """The first things that changed, in a line; the new text where nothing typed did."""
    said = [line for line in item.entry.lines if line.label.split(" ")[0] not in ("was", "") and line.words]
    if said:
        label = Markup("<span class=l>{}</span> {}")
        found = (label.format(shown(line.label), inline(line.words)) for line in said[:_FEW])
        return Markup("; ").join(found) + (" …" if len(said) > _FEW else "")
    sides = item.change.right or item.change.left
    return Markup.escape(shown(sides[0].provision.summary))
