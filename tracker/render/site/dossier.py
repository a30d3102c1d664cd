"""What a report is made from: the versions, all comparisons between them, the matrix, the sources."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from itertools import permutations

from tracker.diff.change import Comparison, Version
from tracker.diff.compare import compare
from tracker.diff.matrix import Matrix, matrix
from tracker.diff.weight import Weights
from tracker.load.graph import history
from tracker.load.labels import cited_sources, source_labels
from tracker.load.shelf import Shelf
from tracker.plan.cited import Cited
from tracker.plan.model import Plan
from tracker.semantics.way import Setting


@dataclass(frozen=True)
class Dossier:
    """A frozen collection; every page is a function of it, so the same plans give the same bytes.

    `hashes`: sha256 of each version's plan file. `parties`: ids that are parties, in the order declared.
    `held`: ids of sources whose digest is at hand. `weights`: what orders the most weighty changes.
    `extras`: paths of files that are no pages.
    """

    title: str
    versions: Mapping[str, Plan]
    matrix: Matrix
    comparisons: Mapping[tuple[str, str], Comparison]
    names: Mapping[str, str]
    labels: Mapping[str, str]
    sources: Mapping[str, Cited]
    hashes: Mapping[str, str]
    parties: tuple[str, ...] = ()
    held: frozenset[str] = frozenset()
    weights: Weights = field(default_factory=Weights, compare=False)
    extras: tuple[str, ...] = field(default=(), compare=False)

    @cached_property
    def setting(self) -> Setting:
        """Names, for putting single values into words."""
        return Setting(names=self.names)

    @property
    def neighbours(self) -> tuple[Comparison, ...]:
        """Every version against the one that it revises, in the order of the versions."""
        return tuple(
            self.comparisons[self.matrix.before[version.ref], version.ref]
            for version in self.matrix.versions
            if version.ref in self.matrix.before
        )


def gather(
    shelf: Shelf,
    versions: Mapping[str, Plan],
    hashes: Mapping[str, str],
    title: str = "",
    weights: Weights | None = None,
) -> Dossier:
    """The dossier of these versions, with names and sources from the shelf."""
    names = shelf.names.display
    refs = list(versions)
    comparisons = {
        (left, right): compare(
            Version(left, versions[left]),
            Version(right, versions[right]),
            names=names,
            history=history(left, right, versions),
        )
        for left, right in permutations(refs, 2)
    }
    return Dossier(
        title=title or _title(list(versions.values()), names),
        versions=versions,
        matrix=matrix(versions, names, comparisons),
        comparisons=comparisons,
        names=names,
        labels=source_labels(shelf),
        sources=cited_sources(shelf),
        hashes=hashes,
        parties=tuple(shelf.names.parties),
        held=frozenset(shelf.held_sources),
        weights=weights or Weights(),
    )


def content_hash(raw: bytes) -> str:
    """What pins a citation to one state of a plan file."""
    return hashlib.sha256(raw).hexdigest()


def _title(plans: Sequence[Plan], names: Mapping[str, str]) -> str:
    """The process that the versions belong to, if it is one."""
    processes = {plan.process for plan in plans if plan.process}
    if len(processes) != 1:
        return "Versions of a plan"
    said = Setting(names=names).say(processes.pop())
    return said[:1].upper() + said[1:]
