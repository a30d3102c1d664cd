"""A stack of articles from files to drafts: what `tracker extract` does, without printing or writing."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import cached_property
from pathlib import Path
from shlex import quote
from typing import TYPE_CHECKING

from tracker.diagnostic import Diagnostic, Severity
from tracker.extract.claims import Claim, Rejected, Unmatched
from tracker.extract.document import Article
from tracker.extract.engine import Engine
from tracker.extract.merge import Merged, clusters, merge
from tracker.extract.propose import Draft, drafts
from tracker.load.articles.handed import Handed, from_bytes, hand_in
from tracker.load.articles.isolation import Isolation
from tracker.load.shelf import Shelf
from tracker.source import Span

if TYPE_CHECKING:
    from tracker.extract.reader import Reading


@dataclass(frozen=True)
class Stack:
    """What a stack of articles gave. `readings` hold every stage of every article, in the order handed in."""

    sources: dict[str, Handed]
    readings: tuple[Reading, ...]
    claims: tuple[Claim, ...]
    drafts: tuple[Draft, ...]
    diagnostics: tuple[Diagnostic, ...] = ()
    unreadable: int = 0

    @cached_property
    def stories(self) -> dict[str, str]:
        """For each source the first one of its story: prints of one report count once."""
        return clusters(reading.article for reading in self.readings)

    @cached_property
    def merged(self) -> tuple[Merged, ...]:
        """Claims on one term of one version together: corroborated, of a single source, or in conflict."""
        return tuple(merge(self.claims, self.stories))

    def independent(self, sources: Iterable[str]) -> int:
        """How many of the sources are reports of their own."""
        return len({self.stories.get(source, source) for source in sources})

    @property
    def rejected(self) -> tuple[Rejected, ...]:
        return tuple(item for reading in self.readings for item in reading.rejected)

    @property
    def unmatched(self) -> tuple[Unmatched, ...]:
        """Sentences that look like plan content and gave no claim, each once."""
        found = {(u.source, u.sentence): u for reading in self.readings for u in reversed(reading.unmatched)}
        return tuple(sorted(found.values(), key=lambda u: (list(self.sources).index(u.source), u.sentence)))

    @property
    def unattributed(self) -> tuple[Claim, ...]:
        """Claims whose source does not say which version it means."""
        return tuple(claim for claim in self.claims if claim.version is None)

    def of_version(self, version: str) -> Stack:
        """The stack with one version's draft only."""
        return replace(self, drafts=tuple(draft for draft in self.drafts if draft.version == version))


def take_in(
    paths: Iterable[Path], text: bytes | None, shelf: Shelf, seen: Callable[[], None]
) -> tuple[list[Handed], list[Diagnostic]]:
    """Reads the files, then standard input; a source handed in twice is read once.

    Raises TrackerError for a path that cannot be read and for a missing library.
    """
    taken: dict[str, Handed] = {}
    bytes_seen: set[str] = set()
    found: list[Diagnostic] = []
    with Isolation() as isolation:
        for path in paths:
            _take(hand_in(path, shelf, isolation), taken, bytes_seen, found)
            seen()
        if text is not None:
            _take(from_bytes(text, "<stdin>", shelf, isolation), taken, bytes_seen, found)
            seen()
    return list(taken.values()), found


def _take(handed: Handed, taken: dict[str, Handed], bytes_seen: set[str], found: list[Diagnostic]) -> None:
    found += handed.diagnostics
    if not handed.usable:
        return
    same = taken.get(handed.id)
    if handed.sha256 in bytes_seen or (same is not None and (same.held or handed.held)):
        found.append(
            Diagnostic(
                "article-twice",
                f"the source `{handed.id}` was handed in before: read once",
                handed.source,
                Severity.WARNING,
                help="hand in either the article or its digest",
            )
        )
        return
    number = 2
    while handed.id in taken:
        stem = handed.id if number == 2 else handed.id.rpartition("-")[0]
        handed, number = replace(handed, id=f"{stem}-{number}"), number + 1
    bytes_seen.add(handed.sha256)
    taken[handed.id] = handed


def work(
    handed: Sequence[Handed],
    shelf: Shelf,
    found: Sequence[Diagnostic] = (),
    seen: Callable[[], None] = lambda: None,
    more: Callable[[Engine, Reading], Sequence[Diagnostic]] | None = None,
) -> Stack:
    """Claims and drafts from articles. `more` may add to what the patterns made of one."""
    engine = Engine.for_shelf(shelf)
    readings: list[Reading] = []
    diagnostics = list(found)
    for one in handed:
        article = Article(one.id, one.source, one.body, one.group)
        reading = engine.read(article)
        if more is not None:
            diagnostics += more(engine, reading)
        readings.append(reading)
        diagnostics += article.diagnostics()
        seen()
    sources = {one.id: one for one in handed}
    claims = tuple(claim for reading in readings for claim in reading.claims)
    cited = {claim.source for claim in claims if claim.version is not None}
    diagnostics += _unknown((one for one in handed if one.id in cited), shelf)
    unreadable = len({d.source.name for d in found if d.severity == Severity.ERROR})
    drafted = drafts(claims, shelf.versions(), shelf.names, sources)
    return Stack(sources, tuple(readings), claims, drafted, tuple(diagnostics), unreadable)


def _unknown(cited: Iterable[Handed], shelf: Shelf) -> Iterator[Diagnostic]:
    """Sources that no plan file may name yet: their drafts can be read, but not checked or taken over."""
    known = {*shelf.citations, *shelf.held_sources}
    for one in cited:
        if one.id not in known:
            path = quote(shelf.display(one.source.path)) if one.source.path else "FILE"
            yield Diagnostic(
                "source-not-declared",
                f"the source `{one.id}` is neither in seeds/ nor in sources.yaml",
                one.source,
                Severity.WARNING,
                Span(0, 0),
                help=f"begin its digest with `tracker sources add {path}`, or cite it in sources.yaml",
            )
