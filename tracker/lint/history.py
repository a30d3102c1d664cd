"""A folder now and a folder then: which plan was which, and what the history rules may ask."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any, NamedTuple

from tracker.errors import TrackerError
from tracker.lint.desk import Desk
from tracker.lint.findings import Finding
from tracker.lint.judge import from_rule
from tracker.lint.register import rules
from tracker.lint.subject import PlanFile
from tracker.load.document import Document
from tracker.load.past import Past
from tracker.plan.model import Correction, Plan, Provision
from tracker.source import Route


class Kept(NamedTuple):
    """A provision then and now: the same lineage, or one that `was` calls renamed."""

    route: Route
    old: Provision
    new: Provision


class Present(NamedTuple):
    """A plan file of today: its bytes, and how to open it."""

    raw: bytes
    open: Callable[[], Document[Any]]


@dataclass(frozen=True)
class Change:
    """One plan file and what became of it since an earlier state.

    `then` is None where the file is new, or where the earlier one cannot be read (then `unreadable` says
    why). `lost` are versions of that state that are gone, told at the file nearest to them. `since` is
    what people call the state.
    """

    now: PlanFile
    then: Plan | None
    since: str
    unreadable: str = ""
    lost: tuple[tuple[str, Plan], ...] = ()

    @cached_property
    def kept(self) -> tuple[Kept, ...]:
        if self.then is None:
            return ()
        before = {provision.id: provision for provision in self.then.provisions}
        present = {provision.id for provision in self.now.plan.provisions}
        found = []
        for route, new in self.now.provisions():
            renamed = (was.id for was in new.was if was.how == "renamed" and was.id not in present)
            for old in (new.id, *renamed):
                if old in before:
                    found.append(Kept(route, before[old], new))
                    break
        return tuple(found)

    @cached_property
    def vanished(self) -> tuple[Provision, ...]:
        """What was listed then, and is neither listed nor named by any `was` now."""
        if self.then is None:
            return ()
        present = {provision.id for provision in self.now.plan.provisions}
        followed = {was.id for provision in self.now.plan.provisions for was in provision.was}
        return tuple(p for p in self.then.provisions if p.id not in present | followed)

    @cached_property
    def arrived(self) -> tuple[tuple[Route, Provision], ...]:
        """What was not listed then."""
        if self.then is None:
            return ()
        before = {provision.id for provision in self.then.provisions}
        kept = {kept.route for kept in self.kept}
        return tuple((r, new) for r, new in self.now.provisions() if new.id not in before and r not in kept)

    @cached_property
    def corrections(self) -> tuple[Correction, ...]:
        """The entries of `corrections` that were not there then."""
        before = self.then.corrections if self.then else ()
        return tuple(c for c in self.now.plan.corrections if c not in before)

    def neighbour(self, lineage: str) -> Route:
        """Where a lineage that is gone would stand: at the nearest one before or after it that survives."""
        assert self.then is not None
        order = [provision.id for provision in self.then.provisions]
        routes = {kept.old.id: kept.route for kept in self.kept}
        at = order.index(lineage)
        for near in (*reversed(order[:at]), *order[at + 1 :]):
            if near in routes:
                return (*routes[near], "id")
        return ("provisions",) if self.now.plan.provisions else ("version",)


def check_history(
    past: Past, present: Mapping[str, Present], desk: Desk, asked: Collection[str]
) -> dict[str, list[Finding]]:
    """Ask the history rules of every plan that differs from what it was; findings by path.

    `present` are all plans of today by reference, `asked` those whose findings are wanted. Raises
    TrackerError if no plan is left at which the loss of the others could be told.
    """
    if past.texts and not present:
        raise TrackerError(f"none of the {len(past.texts)} plan files of {past.label} is left")
    found: dict[str, list[Finding]] = {}
    history = [rule for rule in rules().values() if rule.scope == "history"]
    for change in changes(past, present, desk, asked):
        document = change.now.document
        for rule in history:
            assert rule.check is not None
            if faults := from_rule(change.now.ref, document, rule, rule.check(change)):
                found.setdefault(document.source.name, []).extend(faults)
    return found


def changes(
    past: Past, present: Mapping[str, Present], desk: Desk, asked: Collection[str]
) -> Iterator[Change]:
    """The plans asked for that are not what they were; only these are ever opened."""
    gone = {ref: past.document(ref).model for ref in past.texts if ref not in present}
    fresh = {ref: now.open().model for ref, now in present.items() if gone and ref not in past.texts}
    moved = _moved(gone, fresh)
    lost = [(ref, plan) for ref, plan in gone.items() if plan is not None and ref not in moved.values()]
    anchors = _anchors(lost, present, asked)
    for ref in asked:
        now = present[ref]
        earlier = moved.get(ref, ref)
        told = tuple(item for item in lost if anchors[item[0]] == ref)
        if past.texts.get(earlier) == now.raw and not told:
            continue
        document = now.open()
        if not isinstance(document.model, Plan):
            continue
        then = past.document(earlier) if earlier in past.texts else None
        unreadable = "" if then is None or then.model else next((d.message for d in then.diagnostics), "")
        # a draft made by a program is made anew at will: only what people coded has a history to keep
        curated = document.model.curation == "curated"
        model = then.model if then and curated else None
        plan = PlanFile(ref, document, document.model, desk)
        yield Change(plan, model, past.label, unreadable if curated else "", told)


def _moved(gone: Mapping[str, Plan | None], fresh: Mapping[str, Any]) -> dict[str, str]:
    """Files that were renamed: the new reference to the old one, by the version that both describe."""
    by_version = {(p.version, p.curation): ref for ref, p in gone.items() if p is not None}
    found = {}
    for ref, plan in fresh.items():
        if isinstance(plan, Plan) and (old := by_version.pop((plan.version, plan.curation), None)):
            found[ref] = old
    return found


def _anchors(
    lost: list[tuple[str, Plan]], present: Mapping[str, Present], asked: Collection[str]
) -> dict[str, str]:
    """For each version that is gone the file to tell it at: one that follows from it, or the nearest name."""
    found: dict[str, str] = {}
    if not lost:
        return found
    parents = {
        ref: (*model.revises, *model.draws_on)
        for ref in asked
        if isinstance(model := present[ref].open().model, Plan)
    }
    for ref, _ in lost:
        children = [other for other, of in parents.items() if ref in of]
        nearest = min(parents, key=lambda other: (other < ref, other), default="")
        found[ref] = children[0] if children else nearest
    return found
