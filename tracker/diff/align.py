"""Who became whom: provisions of two versions brought together by lineage and by what they say they were."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from tracker.diff.change import Side, Version
from tracker.plan.model import Plan
from tracker.plan.words import How


@dataclass(frozen=True)
class Group:
    """Provisions that belong together; `how` says how the two sides came from one another, if not by id."""

    left: tuple[Side, ...]
    right: tuple[Side, ...]
    how: How | None = None


class Ancestry:
    """What every lineage says it was, over all versions known."""

    def __init__(self, plans: Iterable[Plan]) -> None:
        self._was: dict[str, dict[str, How]] = {}
        for plan in plans:
            for provision in plan.provisions:
                for was in provision.was:
                    self._was.setdefault(provision.id, {}).setdefault(was.id, was.how)

    def ancestors(self, lineage: str) -> dict[str, How]:
        """All lineages that it came from, near ones first, each with the first step that led there."""
        found: dict[str, How] = {}
        frontier: list[tuple[str, How | None]] = [(lineage, None)]
        while frontier:
            following: list[tuple[str, How | None]] = []
            for current, first in frontier:
                for former, how in self._was.get(current, {}).items():
                    if former not in found and former != lineage:
                        found[former] = first or how
                        following.append((former, found[former]))
            frontier = following
        return found


def align(left: Version, right: Version, history: Sequence[Plan] = ()) -> list[Group]:
    """Groups over both versions, in the order of the left one, then what only the right one has."""
    lefts = _sides(left)
    rights = _sides(right)
    ancestry = Ancestry((left.plan, right.plan, *history))
    links = {(a, b): how for a, b, how in _links(lefts, rights, ancestry)}
    # read backwards, from a later version to an earlier one, the left side says what it was
    for b, a, how in _links(rights, lefts, ancestry):
        links.setdefault((a, b), how)
    return _components(lefts, rights, links)


def _links(
    olds: dict[str, Side], news: dict[str, Side], ancestry: Ancestry
) -> Iterable[tuple[str, str, How]]:
    """Old and new lineages that the new side's `was` ties together, where ids alone do not."""
    for lineage in news:
        if lineage in olds or not news[lineage].provision.held:
            continue
        for former, how in ancestry.ancestors(lineage).items():
            # what was split or merged may live on beside its offspring; what was replaced does not
            if (
                former in olds
                and olds[former].provision.held
                and (former not in news or how in ("split", "merged"))
            ):
                yield former, lineage, how


def _sides(version: Version) -> dict[str, Side]:
    return {p.id: Side(version, p, i) for i, p in enumerate(version.plan.provisions)}


def _components(
    lefts: dict[str, Side], rights: dict[str, Side], links: dict[tuple[str, str], How]
) -> list[Group]:
    """The connected sets of provisions; a provision without links is aligned by its id alone."""
    across: dict[tuple[str, str], list[tuple[str, str]]] = {}
    for old, new in links:
        across.setdefault(("left", old), []).append(("right", new))
        across.setdefault(("right", new), []).append(("left", old))
    groups: list[Group] = []
    done: set[tuple[str, str]] = set()
    nodes = [("left", k) for k in lefts] + [("right", k) for k in rights]
    place = {node: i for i, node in enumerate(nodes)}
    for node in nodes:
        if node in done:
            continue
        members = _reach(node, across, lefts, rights)
        done |= members
        ordered = sorted(members, key=place.__getitem__)
        before = [key for side, key in ordered if side == "left"]
        after = [key for side, key in ordered if side == "right"]
        how = _leading({links[a, b] for a in before for b in after if (a, b) in links})
        groups.append(Group(tuple(lefts[key] for key in before), tuple(rights[key] for key in after), how))
    return groups


def _reach(
    start: tuple[str, str],
    across: dict[tuple[str, str], list[tuple[str, str]]],
    lefts: dict[str, Side],
    rights: dict[str, Side],
) -> set[tuple[str, str]]:
    found, frontier = {start}, [start]
    while frontier:
        side, key = frontier.pop()
        other = ("right" if side == "left" else "left", key)
        near = list(across.get((side, key), ()))
        if key in (rights if side == "left" else lefts):
            near.append(other)
        for node in near:
            if node not in found:
                found.add(node)
                frontier.append(node)
    return found


def _leading(hows: set[How]) -> How | None:
    """The relation that names the group: a replacement outweighs a split, a split a merger."""
    order: tuple[How, ...] = ("replaces", "split", "merged", "renamed")
    return next((how for how in order if how in hows), None)
