"""One valid plan as rules see it: its model, and walks that give every value with its route."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING, NamedTuple

from tracker.lint.desk import Desk
from tracker.source import Route

if TYPE_CHECKING:
    from tracker.load.document import Document
    from tracker.plan.model import Evidence, Plan, Provision, Reading
    from tracker.plan.term import Term


class Said(NamedTuple):
    """What a provision says firmly, or in one of its readings. `reading` is None for the provision itself."""

    route: Route
    provision: Provision
    reading: Reading | None

    @property
    def stated(self) -> Provision | Reading:
        return self.reading or self.provision


class Backed(NamedTuple):
    """A piece of evidence, where it stands and what it stands for (nothing for a fact about the version)."""

    route: Route
    evidence: Evidence
    said: Said | None


class Termed(NamedTuple):
    route: Route
    term: Term
    said: Said


@dataclass(frozen=True)
class PlanFile:
    """A plan file without errors of its own."""

    ref: str
    document: Document[Plan]
    plan: Plan
    desk: Desk

    @cached_property
    def said(self) -> tuple[Said, ...]:
        """Provisions and their readings, in the order written."""
        out = []
        for i, provision in enumerate(self.plan.provisions):
            route: Route = ("provisions", i)
            out.append(Said(route, provision, None))
            out += [
                Said((*route, "readings", j), provision, reading)
                for j, reading in enumerate(provision.readings)
            ]
        return tuple(out)

    @cached_property
    def evidence(self) -> tuple[Backed, ...]:
        """All evidence of the file."""
        out = [
            Backed(("facts", i, "evidence", j), item, None)
            for i, fact in enumerate(self.plan.facts)
            for j, item in enumerate(fact.evidence)
        ]
        for said in self.said:
            for j, item in enumerate(said.stated.evidence):
                out.append(Backed((*said.route, "evidence", j), item, said))
        return tuple(out)

    @cached_property
    def terms(self) -> tuple[Termed, ...]:
        """All terms of the file."""
        return tuple(
            Termed((*said.route, "terms", i), term, said)
            for said in self.said
            for i, term in enumerate(said.stated.terms)
        )

    def provisions(self) -> Iterator[tuple[Route, Provision]]:
        for i, provision in enumerate(self.plan.provisions):
            yield ("provisions", i), provision
