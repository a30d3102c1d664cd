"""The machine of one shelf: its names, versions and patterns in one index; and `extract` itself."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tracker.extract.document import Article, article_of
from tracker.extract.hedge import plan_words
from tracker.extract.names import NameIndex
from tracker.extract.pattern import Capture, Pattern, add_patterns, expression_slot, patterns
from tracker.extract.phrases import Index
from tracker.extract.version_phrases import add_versions
from tracker.extract.versions import Versions, versions_of
from tracker.extract.vocabulary import thesaurus, vocabulary

if TYPE_CHECKING:
    from collections.abc import Hashable, Iterable

    from tracker.diagnostic import Diagnostic
    from tracker.extract.claims import Claim, Rejected, Unmatched
    from tracker.extract.reader import Reading
    from tracker.load.shelf import Shelf
    from tracker.plan.model import Plan
    from tracker.plan.names import Names


@dataclass
class Engine:
    """Built once per shelf; reads any number of articles."""

    names: NameIndex
    versions: Versions
    patterns: dict[str, Pattern]
    index: Index
    context: dict[str, Any]
    plan_words: frozenset[str] = field(default_factory=plan_words)
    insides: dict[str, set[str]] = field(default_factory=dict)
    uniques: dict[str, set[str]] = field(default_factory=dict)
    modalities: tuple[str, ...] = ()
    anchors: dict[Hashable, str] = field(default_factory=dict)
    """By the tag of words that a frame begins with, its kind."""

    expressions: tuple[tuple[tuple[str, str], re.Pattern[str]], ...] = ()

    @classmethod
    def of(cls, names: Names, plans: dict[str, Plan], found: dict[str, Pattern] | None = None) -> Engine:
        """A machine for declared names and versions; with all patterns unless some are given."""
        used = patterns() if found is None else found
        index = Index()
        add_patterns(index, used)
        for matter in ("stance", "polarity", "hedge", "modality"):
            for name, phrases in vocabulary(matter).items():
                index.add((matter, name), phrases, thesaurus())
        index_of_names = NameIndex(names)
        versions = versions_of(plans, names, index_of_names.principal)
        add_versions(index, versions)
        context = {
            "party": {**names.parties, **names.people},
            "place": names.places,
            "treaty": names.treaties,
            "body": names.bodies,
        }
        insides = {
            kind: {word for values in (p.values, *(f.values for f in p.frames)) for word in _insides(values)}
            for kind, p in used.items()
        }
        uniques = {
            kind: {c.inside for c in p.values.values() if c.unique and c.inside} for kind, p in used.items()
        }
        return cls(
            index_of_names, versions, used, index, context,
            insides=insides, uniques=uniques, modalities=tuple(vocabulary("modality")),
            anchors={(kind, slot): kind for kind, p in used.items() for slot in p.anchors},
            expressions=tuple(
                ((kind, expression_slot(n)), re.compile(e.expression))
                for kind, p in used.items()
                for n, e in enumerate(p.expressions)
            ),
        )  # fmt: skip

    @classmethod
    def for_shelf(cls, shelf: Shelf) -> Engine:
        """A machine for the names and curated versions of a shelf."""
        return cls.of(shelf.names, shelf.versions())

    def read(self, article: Article) -> Reading:
        """One article to its claims, with what every stage made of it."""
        from tracker.extract.reader import Reader

        return Reader(self, article).read()


def _insides(values: dict[str, Capture]) -> Iterable[str]:
    for capture in values.values():
        if capture.inside:
            yield capture.inside
        yield from _insides(capture.parts)


@dataclass(frozen=True)
class Extraction:
    """What a stack of articles gave; what yielded no claim is listed with the reason."""

    readings: tuple[Reading, ...]

    @property
    def claims(self) -> tuple[Claim, ...]:
        return tuple(claim for reading in self.readings for claim in reading.claims)

    @property
    def rejected(self) -> tuple[Rejected, ...]:
        return tuple(item for reading in self.readings for item in reading.rejected)

    @property
    def unmatched(self) -> tuple[Unmatched, ...]:
        return tuple(item for reading in self.readings for item in reading.unmatched)

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        return tuple(item for reading in self.readings for item in reading.article.diagnostics())


def extract(articles: Iterable[Article], shelf: Shelf) -> Extraction:
    """Claims about the versions of a shelf from articles, in the order given."""
    engine = Engine.for_shelf(shelf)
    return Extraction(tuple(engine.read(article) for article in articles))


def extract_text(text: str, shelf: Shelf, *, id: str = "text") -> Extraction:
    """Claims from one text."""
    return extract([article_of(text, id)], shelf)
