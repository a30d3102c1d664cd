"""Two versions, group by group: which kind of change each is, and the typed changes inside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace
from typing import Literal

from tracker.diff.align import Group, align
from tracker.diff.change import KINDS, Change, ChangeKind, Comparison, Side, Version, points
from tracker.diff.combined import terms_of
from tracker.diff.readings import reading_changes
from tracker.diff.residue import unexplained
from tracker.diff.state import kind_of, state_of
from tracker.diff.terms import term_outcomes, witnessed
from tracker.plan.model import Plan, Provision
from tracker.semantics.choice import Choice
from tracker.semantics.prose import Prose
from tracker.semantics.way import Delta, Outcome, Setting, Unstated
from tracker.semantics.words import arrow

_WAYS: dict[str, Choice | Prose] = {
    "title": Prose(),
    "summary": Prose(),
    "issue": Choice(),
    "modality": Choice(),
    "deferred_to": Choice(),
}
_LABELS = {"deferred_to": "left to"}


def compare(
    left: Version,
    right: Version,
    *,
    names: Mapping[str, str] | None = None,
    history: Sequence[Plan] = (),
    audit: bool = True,
) -> Comparison:
    """All changes from `left` to `right`.

    `names`: display names by id. `history`: the other versions of the process, nearest first: they tell
    which lineage became which, and lend the text of a provision that one side does not tell of.
    `audit`: let deepdiff look for differences that no typed change explains.
    """
    setting = Setting(left.plan.complete, right.plan.complete, dict(names or {}))
    found = [
        change
        for group in align(left, right, history)
        if (change := _change(group, left, right, setting, history, audit)) is not None
    ]
    order = {kind: i for i, kind in enumerate(KINDS)}
    return Comparison(left, right, tuple(sorted(found, key=lambda c: order[c.kind])), dict(names or {}))


def _change(
    group: Group, left: Version, right: Version, setting: Setting, history: Sequence[Plan], audit: bool
) -> Change | None:
    before, after = state_of(group.left, left.plan), state_of(group.right, right.plan)
    if not group.left or not group.right:
        kind = kind_of(before, after, setting)
        missing = before if not group.left else after
        known = _nearest(group.right, history) if kind == "first-known" else ()
        if kind == "not-reported" and not any(side.provision.held for side in group.left):
            known = _nearest(group.left, history)
        return Change(kind, group.left, group.right, basis=missing, known=known) if kind else None  # type: ignore[arg-type]
    outcomes = tuple(_outcomes(group, setting))
    readings = tuple(reading_changes(group, setting))
    relation = _relation(group)
    kind = kind_of(before, after, setting, relation, outcomes, readings, renumbered=_renumbered(group))
    if kind is None:
        return None
    rest: tuple[str, ...] = ()
    if audit and kind not in ("removed", "added", "first-known", "not-reported"):
        explained = {o.route for o in outcomes} | {r.route for r in readings} | {("presence",)}
        if not before == after == "firm":
            explained.add(("terms",))  # held against the readings, or said by the presence
        rest = unexplained(group.left, group.right, explained)
    return Change(kind, group.left, group.right, outcomes, readings, unexplained=rest)


def _relation(group: Group) -> ChangeKind | None:
    """The change that `was` speaks of, as far as this pair of versions shows it."""
    if group.how == "replaces":
        return "replaced"
    if group.how in ("split", "merged") and len(group.left) != len(group.right):
        return "split" if len(group.left) < len(group.right) else "merged"
    return None


def _renumbered(group: Group) -> bool:
    old, new = points(group.left), points(group.right)
    return bool(old and new) and old != new


def _outcomes(group: Group, setting: Setting) -> Iterator[Outcome]:
    """What differs in the number, the words, the modality and the main terms."""
    relation = _relation(group)
    old, new = points(group.left), points(group.right)
    if old and new and old != new:
        said = (", ".join(old), ", ".join(new))
        yield Delta("number", "point", ("point",), said[0], said[1], arrow(*said), editorial=True)
    elif old != new:
        yield Unstated("point", ("point",), ", ".join(old or new), ", ".join(old or new), _silent(old))
    for name, way in _WAYS.items():
        if way.editorial and relation:
            continue  # another text stands there by definition: shown as it is, not redlined
        yield from _scalar(name, way, group, setting)
    if relation:
        yield from _texts(group)
    firm = state_of(group.left) == state_of(group.right) == "firm"
    if firm:
        yield from witnessed(term_outcomes(terms_of(group.left), terms_of(group.right), setting), group)
    elif not any(s.provision.readings for s in (*group.left, *group.right)):
        # left to others, or a slot without content: terms that are not repeated are not stated
        partial = replace(setting, left_complete=False, right_complete=False)
        yield from term_outcomes(terms_of(group.left), terms_of(group.right), partial)


def _silent(left: object) -> Literal["left", "right"]:
    return "right" if left else "left"


def _scalar(name: str, way: Choice | Prose, group: Group, setting: Setting) -> Iterator[Outcome]:
    old = tuple(dict.fromkeys(getattr(s.provision, name) for s in group.left))
    new = tuple(dict.fromkeys(getattr(s.provision, name) for s in group.right))
    label = _LABELS.get(name, name)
    if len(old) == len(new) == 1:
        for outcome in way.compare(old[0], new[0], setting, label, (name,)):
            # where something is classified is our ordering, not the plan's substance
            yield (
                replace(outcome, editorial=True)
                if name == "issue" and isinstance(outcome, Delta)
                else outcome
            )
    elif old != new:
        said = tuple(", ".join(setting.say(v) for v in values if v) or "not stated" for values in (old, new))
        editorial = name != "modality" or said[0] == said[1]
        yield Delta(way.name, label, (name,), said[0], said[1], arrow(*said), editorial=editorial)


def _texts(group: Group) -> Iterator[Outcome]:
    """The words of provisions that became others: both texts whole."""
    for name in ("title", "summary"):
        old, new = (
            " / ".join(dict.fromkeys(getattr(s.provision, name) for s in sides))
            for sides in (group.left, group.right)
        )
        if old != new:
            yield Delta("prose", name, (name,), old, new, arrow(old, new), editorial=True)


def _nearest(sides: Sequence[Side], history: Sequence[Plan]) -> tuple[Side, ...]:
    """The same lineages (or what they were) in the nearest version of `history` that tells of them."""
    wanted = {side.provision.id for side in sides}
    former = {was.id for side in sides for was in side.provision.was}
    for lineages in (wanted, former):
        for plan in history:
            version = Version(plan.version, plan)
            found = tuple(
                Side(version, p, i) for i, p in enumerate(plan.provisions) if p.id in lineages and _tells(p)
            )
            if found:
                return found
    return ()


def _tells(provision: Provision) -> bool:
    return provision.presence in ("in-text", "reported", "open", "contested")
