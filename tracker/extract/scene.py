"""A passage as the frames see it: its words, what was found in them, and what stands before it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracker.source import Span

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterator

    from tracker.extract.attribution import Mention
    from tracker.extract.hedge import Voice
    from tracker.extract.passages import Passage
    from tracker.extract.phrases import Hit
    from tracker.extract.tokens import Entity, Words


@dataclass
class Scene:
    """`earlier` are the scenes a reader has in mind: the lead-in first, then the passages just before."""

    passage: Passage
    words: Words
    hits: dict[Hashable, list[Hit]]
    earlier: list[Scene] = field(default_factory=list, repr=False)
    voice: Voice | None = None
    kinds: frozenset[str] = frozenset()
    """The kinds of which a frame may begin here."""

    means_text: bool = False
    capitals: frozenset[int] = frozenset()
    """The words that begin with a capital, but not because a sentence begins."""

    _muted: set[int] = field(default_factory=set, repr=False)
    _covered: dict[str, frozenset[int]] = field(default_factory=dict, repr=False)

    def mute(self, hit: Hit | Mention) -> None:
        """A name inside a version's name ("the American draft") is no value of what the version says."""
        self._muted.update(range(hit.start, hit.end))

    def family(self, *names: str) -> Iterator[tuple[str, list[Hit]]]:
        """What was found of a family of tags ("version", "modifier"): what the tag says, and the hits."""
        for tag, hits in self.hits.items():
            if isinstance(tag, tuple) and tag[0] in names:
                yield tag[1], hits

    def texts_named(self) -> Iterator[Hit]:
        """The words that name a text: a version's name, "the draft"."""
        for _, hits in self.family("version"):
            yield from hits
        yield from self.hits.get(("version word", "definite"), ())

    def covered(self, name: str) -> frozenset[int]:
        """The tokens in any hit of a family of tags: "version", "modifier"."""
        if name not in self._covered:
            self._covered[name] = frozenset(
                place for _, hits in self.family(name) for hit in hits for place in range(hit.start, hit.end)
            )
        return self._covered[name]

    def span(self, start: int, end: int) -> Span:
        """Tokens as a span of the article."""
        return Span(self.words.starts[start], self.words.ends[end - 1])

    def distance(self, left: tuple[int, int], right: tuple[int, int]) -> int:
        """How far two stretches of tokens stand apart, marks and turns counted."""
        at = self.words.at
        if left[0] < right[1] and right[0] < left[1]:
            return 0
        if left[1] <= right[0]:
            return at[right[0]] - at[left[1] - 1] - 1
        return at[left[0]] - at[right[1] - 1] - 1

    def within(self, tag: Hashable, start: int, end: int) -> list[Hit]:
        return [hit for hit in self.hits.get(tag, ()) if start <= hit.start and hit.end <= end]

    def entities(self, sorts: tuple[str, ...], start: int, end: int) -> Iterator[tuple[Entity, str]]:
        """The names and quantities of a stretch that can be one of the sorts, with the sort."""
        for entity in self.words.entities:
            if start <= entity.start and entity.end <= end and entity.start not in self._muted:
                for sort in sorts:
                    if sort in entity.senses:
                        yield entity, sort
                        break


@dataclass(frozen=True)
class Stretch:
    """Where a frame may look: tokens `start` to `end` of a scene."""

    scene: Scene
    start: int
    end: int
