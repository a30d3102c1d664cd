"""A plan in outline: all that rules over a whole folder may ask of each file. Plain data, small, storable."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tracker.source import Source

if TYPE_CHECKING:
    from tracker.plan.model import Plan
    from tracker.plan.names import Names

_BREAKS = {ord(mark): " " for mark in "[]{},:'\""}
"""What stands around an id in YAML."""


class Lineage(NamedTuple):
    """One provision: its id, the kinds of its terms, the lineages it comes from, its issue."""

    id: str
    kinds: tuple[str, ...]
    was: tuple[str, ...]
    issue: str


class Outline(NamedTuple):
    """One plan file. `ids` are the words in its text that are declared names; `date` is ISO or empty."""

    ref: str
    name: str
    version: str
    curated: bool
    complete: bool
    date: str
    revises: tuple[str, ...]
    draws_on: tuple[str, ...]
    lineages: tuple[Lineage, ...]
    ids: tuple[str, ...]


@dataclass(frozen=True)
class Folder:
    """The outlines of a folder by reference, and the names that its plans may use."""

    outlines: Mapping[str, Outline]
    names: Names
    references: frozenset[str] = frozenset()
    """Of all plan files, broken ones included."""

    @cached_property
    def versions_of(self) -> dict[str, frozenset[str]]:
        """The versions in which each lineage occurs."""
        found: dict[str, set[str]] = {}
        for outline in self.outlines.values():
            for lineage in outline.lineages:
                found.setdefault(lineage.id, set()).add(outline.version)
        return {lineage: frozenset(versions) for lineage, versions in found.items()}


def outline(ref: str, source: Source, plan: Plan, declared: Iterable[str]) -> Outline:
    """The outline of a plan; `declared` are the ids of names.yaml, of which those in the text are kept."""
    lineages = []
    for provision in plan.provisions:
        terms = [*provision.terms, *(term for reading in provision.readings for term in reading.terms)]
        kinds = tuple(dict.fromkeys(term.kind_name() for term in terms))
        # a renamed id repairs a file: the former one need not stand in any version
        was = tuple(w.id for w in provision.was if w.how != "renamed")
        lineages.append(Lineage(provision.id, kinds, was, provision.issue))
    words = set(source.text.translate(_BREAKS).split())
    return Outline(
        ref,
        source.name,
        plan.version,
        plan.curation == "curated",
        plan.complete,
        plan.date.isoformat() if plan.date else "",
        plan.revises,
        plan.draws_on,
        tuple(lineages),
        tuple(sorted(words.intersection(declared))),
    )
