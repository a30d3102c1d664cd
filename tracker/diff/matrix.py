"""All versions at once: lineage by version, in which state each holds it and what had become of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cached_property
from typing import NamedTuple

from tracker.diff.align import Ancestry
from tracker.diff.change import Change, ChangeKind, Comparison, Side, Version
from tracker.diff.compare import compare
from tracker.diff.named import named
from tracker.diff.state import State, state_of
from tracker.load.graph import history
from tracker.plan.model import Plan, Provision
from tracker.plan.words import How


@dataclass(frozen=True)
class Cell:
    """One lineage in one version.

    `state`: how settled it is, derived where the version does not list it. `presence`: the word of the
    file, or the derived one. `kind`: the kind of change since the version before it (None in a first
    version, and where neither holds anything). `provision`: None where the version does not list it.
    """

    version: str
    state: State
    presence: str
    points: tuple[str, ...] = ()
    kind: ChangeKind | None = None
    provision: Provision | None = None
    change: Change | None = field(default=None, repr=False, compare=False)


class Link(NamedTuple):
    """Another lineage that this one comes from or became, and how."""

    lineage: str
    how: How


@dataclass(frozen=True)
class Row:
    """One lineage through all versions, its cells in the order of the versions.

    `was`: the lineages that it comes from; `became`: those that came from it.
    """

    lineage: str
    cells: tuple[Cell, ...]
    was: tuple[Link, ...] = ()
    became: tuple[Link, ...] = ()

    @cached_property
    def provisions(self) -> tuple[Provision, ...]:
        """What the versions say, oldest first."""
        return tuple(cell.provision for cell in self.cells if cell.provision)

    @property
    def title(self) -> str:
        """The name under which the latest version that still holds it lists it."""
        held = [p for p in self.provisions if p.held] or self.provisions
        return held[-1].title

    @property
    def issues(self) -> frozenset[str]:
        return frozenset(p.issue for p in self.provisions)

    @property
    def kinds(self) -> frozenset[ChangeKind]:
        return frozenset(cell.kind for cell in self.cells if cell.kind)

    @property
    def presences(self) -> frozenset[str]:
        return frozenset(cell.presence for cell in self.cells)

    @cached_property
    def ids(self) -> frozenset[str]:
        """Every id that its terms and positions name, in any version."""
        return frozenset(id for provision in self.provisions for id in named(provision))


@dataclass(frozen=True)
class Facets:
    """The words that occur, by which rows can be chosen; each in a fixed order."""

    issues: tuple[str, ...]
    parties: tuple[str, ...]
    kinds: tuple[ChangeKind, ...]
    presences: tuple[str, ...]


@dataclass(frozen=True)
class Matrix:
    """Lineages by versions. `before`: the version that each one's changes are counted from, if any."""

    versions: tuple[Version, ...]
    before: Mapping[str, str]
    rows: tuple[Row, ...]

    def row(self, lineage: str) -> Row:
        return self._by_lineage[lineage]

    @cached_property
    def _by_lineage(self) -> dict[str, Row]:
        return {row.lineage: row for row in self.rows}

    def facets(self, parties: Sequence[str]) -> Facets:
        """What can be asked for; `parties`: the ids that are parties, as other ids are named too."""
        from tracker.diff.change import KINDS
        from tracker.plan.words import DERIVED, PRESENCES

        kinds = {kind for row in self.rows for kind in row.kinds}
        presences = {word for row in self.rows for word in row.presences}
        named = {id for row in self.rows for id in row.ids}
        return Facets(
            tuple(sorted({issue for row in self.rows for issue in row.issues})),
            tuple(party for party in parties if party in named),
            tuple(kind for kind in KINDS if kind in kinds),
            tuple(word for word in (*PRESENCES, *DERIVED) if word in presences),
        )


def matrix(
    versions: Mapping[str, Plan],
    names: Mapping[str, str] | None = None,
    comparisons: Mapping[tuple[str, str], Comparison] | None = None,
) -> Matrix:
    """The matrix of versions given by reference; `comparisons` already made are used, not made again."""
    ordered = in_order(versions)
    before = {ref: parent for ref in ordered if (parent := _before(ref, versions))}
    made = dict(comparisons or {})
    for ref, parent in before.items():
        if (parent, ref) not in made:
            made[parent, ref] = compare(
                Version(parent, versions[parent]),
                Version(ref, versions[ref]),
                names=names,
                history=history(parent, ref, versions),
                audit=False,
            )
    changes = {
        ref: {lineage: change for change in made[parent, ref].changes for lineage in change.lineages}
        for ref, parent in before.items()
    }
    sides = {
        ref: {p.id: Side(Version(ref, plan), p, i) for i, p in enumerate(plan.provisions)}
        for ref, plan in versions.items()
    }
    was = _links(versions)
    became: dict[str, dict[str, How]] = {}
    for lineage, formers in was.items():
        for former, how in formers.items():
            became.setdefault(former, {})[lineage] = how
    rows = tuple(
        Row(
            lineage,
            tuple(
                _cell(ref, versions[ref], sides[ref].get(lineage), changes.get(ref, {}).get(lineage))
                for ref in ordered
            ),
            tuple(Link(*item) for item in was.get(lineage, {}).items()),
            tuple(Link(*item) for item in became.get(lineage, {}).items()),
        )
        for lineage in _lineages([versions[ref] for ref in ordered], was)
    )
    return Matrix(tuple(Version(ref, versions[ref]) for ref in ordered), before, rows)


def in_order(versions: Mapping[str, Plan]) -> tuple[str, ...]:
    """The references so that every version stands after those it comes from, older ones first."""
    waiting = sorted(versions, key=lambda ref: (str(versions[ref].date or ""), ref))
    done: list[str] = []
    while waiting:
        ready = [ref for ref in waiting if not set(_parents(versions[ref])) & set(waiting) - {ref}]
        following = (ready or waiting)[0]  # a cycle is somebody's mistake, and no reason to stop
        done.append(following)
        waiting.remove(following)
    return tuple(done)


def _parents(plan: Plan) -> tuple[str, ...]:
    return (*plan.revises, *plan.draws_on)


def _before(ref: str, versions: Mapping[str, Plan]) -> str | None:
    """The version that one revises; of several the first."""
    return next((parent for parent in versions[ref].revises if parent in versions and parent != ref), None)


def _links(versions: Mapping[str, Plan]) -> dict[str, dict[str, How]]:
    found: dict[str, dict[str, How]] = {}
    for plan in versions.values():
        for provision in plan.provisions:
            for was in provision.was:
                found.setdefault(provision.id, {}).setdefault(was.id, was.how)
    return found


def _cell(ref: str, plan: Plan, side: Side | None, change: Change | None) -> Cell:
    if side is None:
        state = state_of((), plan)
        return Cell(ref, state, state, (), change.kind if change else None, None, change)
    provision = side.provision
    points = (provision.point,) if provision.point else ()
    kind = change.kind if change else None
    return Cell(ref, state_of([side]), provision.presence, points, kind, provision, change)


def _lineages(plans: Sequence[Plan], was: Mapping[str, Mapping[str, How]]) -> Iterator[str]:
    """The order of the first version; what is new later stands behind what it was, else its neighbour."""
    ancestry = Ancestry(plans)
    order: list[str] = []
    seen: set[str] = set()
    for plan in plans:
        previous: str | None = None
        for provision in plan.provisions:
            if provision.id not in seen:
                seen.add(provision.id)
                formers = [order.index(id) for id in ancestry.ancestors(provision.id) if id in seen]
                if formers:
                    order.insert(max(formers) + 1, provision.id)
                elif previous is not None:
                    order.insert(order.index(previous) + 1, provision.id)
                else:
                    order.append(provision.id)
            previous = provision.id
    return iter(order)
