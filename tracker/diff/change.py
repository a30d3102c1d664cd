"""The kinds of change, and what a comparison gives back. All values are frozen."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import Literal, NamedTuple

from tracker.plan.model import Evidence, Plan, Provision, Reading
from tracker.semantics.way import Delta, Outcome, Unstated
from tracker.source import Route

ChangeKind = Literal[
    "contested",
    "modified",
    "replaced",
    "split",
    "merged",
    "added",
    "removed",
    "left-open",
    "deferred",
    "settled",
    "first-known",
    "not-in-text",
    "not-reported",
    "renumbered",
    "reworded",
    "unchanged",
]


class KindEntry(NamedTuple):
    """A kind of change: its heading, the short word for counts, what it means, its mirror."""

    heading: str
    tally: str
    meaning: str
    mirror: ChangeKind


KINDS: dict[ChangeKind, KindEntry] = {
    "contested": KindEntry("Contested", "contested", "sources contradict one another about it", "contested"),
    "modified": KindEntry("Modified", "modified", "a typed value or the modality differs", "modified"),
    "replaced": KindEntry("Replaced", "replaced", "something else stands in its place", "replaced"),
    "split": KindEntry("Split", "split", "divided into several provisions", "merged"),
    "merged": KindEntry("Merged", "merged", "put together with others", "split"),
    "added": KindEntry("Added", "added", "both texts are complete, and only the later one has it", "removed"),
    "removed": KindEntry(
        "Removed", "removed", "the text or a source says so, or two complete texts show it", "added"
    ),
    "left-open": KindEntry(
        "Left open", "left open", "positions differ and there is no agreed text", "settled"
    ),
    "deferred": KindEntry("Left to others", "left to others", "to be settled elsewhere or later", "settled"),
    "settled": KindEntry(
        "No longer open", "no longer open", "open or deferred before, stated now", "left-open"
    ),
    "first-known": KindEntry(
        "First known",
        "first known",
        "known for the first time; it may have been there before",
        "not-reported",
    ),
    "not-in-text": KindEntry(
        "Not in the text",
        "not in the text",
        "the full text lacks what was known of the other version",
        "first-known",
    ),
    "not-reported": KindEntry(
        "Not reported", "not reported", "nothing is known about it in this version", "first-known"
    ),
    "renumbered": KindEntry("Renumbered", "renumbered", "only the printed number differs", "renumbered"),
    "reworded": KindEntry("Reworded", "reworded", "only the wording differs", "reworded"),
    "unchanged": KindEntry("Unchanged", "unchanged", "the same, as far as both versions tell", "unchanged"),
}


@dataclass(frozen=True)
class Version:
    """One side of a comparison: a plan and the reference under which it was asked for."""

    ref: str
    plan: Plan


@dataclass(frozen=True)
class Side:
    """A provision in a version, and where it stands in its file (`("provisions", 3)`)."""

    version: Version
    provision: Provision
    index: int

    @property
    def route(self) -> Route:
        return ("provisions", self.index)


@dataclass(frozen=True)
class ReadingChange:
    """One reading of a contested or open provision, held against the other version."""

    side: Literal["left", "right"]
    provision: str
    reading: Reading
    outcomes: tuple[Outcome, ...]
    route: Route

    @property
    def deltas(self) -> tuple[Delta, ...]:
        return tuple(o for o in self.outcomes if isinstance(o, Delta) and not o.editorial)


@dataclass(frozen=True)
class Change:
    """What became of one provision, or of several that were split, merged or replaced.

    `known`: for a provision that one side does not tell of, the nearest ancestor's text of it.
    `basis`: why the other side lacks it: `absent`, `silent` (not in the list read out), `unknown`.
    `unexplained`: routes at which deepdiff sees a difference that no typed change accounts for.
    """

    kind: ChangeKind
    left: tuple[Side, ...]
    right: tuple[Side, ...]
    outcomes: tuple[Outcome, ...] = ()
    readings: tuple[ReadingChange, ...] = ()
    basis: Literal["", "absent", "silent", "unknown"] = ""
    known: tuple[Side, ...] = ()
    unexplained: tuple[str, ...] = ()

    @property
    def lineages(self) -> tuple[str, ...]:
        return tuple(dict.fromkeys(side.provision.id for side in (*self.left, *self.right)))

    @property
    def title(self) -> str:
        sides = self.left or self.right
        if self.kind in ("merged", "replaced", "split") and self.right:
            sides = self.right if self.kind != "split" else self.left
        return " / ".join(dict.fromkeys(side.provision.title for side in sides))

    @property
    def deltas(self) -> tuple[Delta, ...]:
        """The changes of substance."""
        return tuple(o for o in self.outcomes if isinstance(o, Delta) and not o.editorial)

    @property
    def wording(self) -> tuple[Delta, ...]:
        """The changes of wording only."""
        return tuple(o for o in self.outcomes if isinstance(o, Delta) and o.editorial)

    @property
    def unstated(self) -> tuple[Unstated, ...]:
        return tuple(o for o in self.outcomes if isinstance(o, Unstated))

    @property
    def renumbered(self) -> bool:
        return points(self.left) != points(self.right) and bool(points(self.left) and points(self.right))

    @property
    def mark(self) -> str:
        """The printed number, or the old and the new one: `12 -> 8, 9`."""
        old, new = ", ".join(points(self.left)), ", ".join(points(self.right))
        return f"{old} -> {new}" if old and new and old != new else old or new

    def evidence(self, side: Literal["left", "right"]) -> tuple[Evidence, ...]:
        sides = self.left if side == "left" else self.right
        return tuple(e for s in sides for e in s.provision.evidence)


def points(sides: tuple[Side, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(s.provision.point for s in sides if s.provision.point))


@dataclass(frozen=True)
class Comparison:
    """All changes from one version to another, those of one kind in the order of the points."""

    left: Version
    right: Version
    changes: tuple[Change, ...]
    names: dict[str, str] = field(default_factory=dict)

    def of_kind(self, kind: ChangeKind) -> tuple[Change, ...]:
        return tuple(change for change in self.changes if change.kind == kind)

    def counts(self) -> dict[ChangeKind, int]:
        """How many changes there are of each kind that occurs, in the order of `KINDS`."""
        found = Counter(change.kind for change in self.changes)
        return {kind: found[kind] for kind in KINDS if found[kind]}

    @property
    def differs(self) -> bool:
        return any(change.kind != "unchanged" for change in self.changes)

    @property
    def unexplained(self) -> int:
        return sum(len(change.unexplained) for change in self.changes)
