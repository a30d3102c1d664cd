"""Two versions, group by group: which kind of change each is, and the typed changes inside."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tracker.diff.align import Group, align
from tracker.diff.change import (
    KINDS,
    Change,
    ChangeKind,
    Comparison,
    ReadingChange,
    Side,
    Version,
    points,
)
from tracker.diff.combined import reading_values, terms_of
from tracker.diff.residue import unexplained
from tracker.diff.state import GONE, kind_of, state_of
from tracker.plan.model import Plan, Provision, Reading
from tracker.plan.term import Term
from tracker.semantics.choice import Choice
from tracker.semantics.fields import bound_by, compare_fields, sentence, with_bound
from tracker.semantics.prose import Prose
from tracker.semantics.way import Delta, Outcome, Setting, Unstated, plain
from tracker.semantics.words import Word, arrow
from tracker.source import Route

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
        known = (
            _nearest(group.left or group.right, history) if kind in ("first-known", "not-reported") else ()
        )
        return Change(kind, group.left, group.right, basis=missing, known=known) if kind else None  # type: ignore[arg-type]
    outcomes = tuple(_outcomes(group, setting))
    readings = tuple(_reading_changes(group, setting))
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
    match group.how:
        case "replaces":
            return "replaced"
        case "split":
            return "merged" if group.backwards else "split"
        case "merged":
            return "split" if group.backwards else "merged"
        case _:
            return None


def _renumbered(group: Group) -> bool:
    old, new = points(group.left), points(group.right)
    return bool(old and new) and old != new


def _outcomes(group: Group, setting: Setting) -> Iterator[Outcome]:
    """What differs in the number, the words, the modality and the main terms."""
    old, new = points(group.left), points(group.right)
    if old != new:
        said = (", ".join(old) or "no number", ", ".join(new) or "no number")
        yield Delta("number", "point", ("point",), said[0], said[1], arrow(*said), editorial=True)
    for name, way in _WAYS.items():
        if way.editorial and group.how:
            continue  # another text stands there by definition: shown as it is, not redlined
        yield from _scalar(name, way, group, setting)
    if group.how:
        yield from _texts(group)
    firm = state_of(group.left) == state_of(group.right) == "firm"
    if firm:
        yield from _witnessed(term_outcomes(terms_of(group.left), terms_of(group.right), setting), group)
    elif not any(s.provision.readings for s in (*group.left, *group.right)):
        # left to others, or a slot without content: terms that are not repeated are not stated
        partial = replace(setting, left_complete=False, right_complete=False)
        yield from term_outcomes(terms_of(group.left), terms_of(group.right), partial)


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


def term_outcomes(old: Mapping[str, Term], new: Mapping[str, Term], setting: Setting) -> Iterator[Outcome]:
    """What differs between two sets of terms; one that a text not complete leaves out is not stated."""
    for key, term in old.items():
        route = ("terms", key)
        if key in new:
            bound = bound_by(term) or bound_by(new[key])
            for outcome in compare_fields(term, new[key], setting, route):
                yield with_bound(outcome, bound)
        elif setting.right_complete:
            words = (Word(f"- {said(term, setting)}", "old"),)
            yield Delta("term", term.title, route, plain(term), None, words)
        else:
            yield Unstated(term.title, route, plain(term), said(term, setting), "right")
    for key, term in new.items():
        if key in old:
            continue
        route = ("terms", key)
        if setting.left_complete:
            words = (Word(f"+ {said(term, setting)}", "new"),)
            yield Delta("term", term.title, route, None, plain(term), words)
        else:
            yield Unstated(term.title, route, plain(term), said(term, setting), "left")


def said(term: Term, setting: Setting) -> str:
    """A term in words, its kind first."""
    return f"{term.title}: {sentence(term, setting)}"


def _witnessed(outcomes: Iterator[Outcome], group: Group) -> Iterator[Outcome]:
    """A value that a copy or translation of the other side has too is no change of substance."""
    for outcome in outcomes:
        if not isinstance(outcome, Delta) or len(outcome.route) < 3:
            yield outcome
            continue
        matched = _attested(group.left, outcome.route, outcome.new) or _attested(
            group.right, outcome.route, outcome.old
        )
        if matched:
            outcome = replace(
                outcome,
                editorial=True,
                words=(*outcome.words, Word(" (so in one copy of the other)", "muted")),
            )
        yield outcome


def _attested(sides: Sequence[Side], route: Route, value: object) -> bool:
    _, key, field = route[:3]
    return any(
        plain(getattr(term, str(field), None)) == value
        for side in sides
        for reading in side.provision.readings
        if reading.because == "witnesses"
        for identity_, term in terms_of_reading(reading).items()
        if identity_ == key and value is not None
    )


def terms_of_reading(reading: Reading) -> dict[str, Term]:
    from tracker.semantics.fields import identity

    return {identity(term): term for term in reading.terms}


def _reading_changes(group: Group, setting: Setting) -> Iterator[ReadingChange]:
    """Each reading against the other side; readings that both sides share are left out."""
    for here, there, name in ((group.right, group.left, "right"), (group.left, group.right, "left")):
        shared = [reading_values(r) for side in there for r in side.provision.readings]
        against = terms_of(there)
        for side in here:
            for i, reading in enumerate(side.provision.readings):
                if reading_values(reading) in shared:
                    continue
                # a reading is never a full text: what it leaves out is not stated
                yield ReadingChange(
                    side=name,  # type: ignore[arg-type]
                    provision=side.provision.id,
                    reading=reading,
                    outcomes=tuple(_reading_outcomes(reading, against, setting, name)),
                    route=("readings", f"{side.provision.id}:{i}"),
                )


def _reading_outcomes(
    reading: Reading, against: Mapping[str, Term], setting: Setting, side: str
) -> Iterator[Outcome]:
    if reading.presence in (*GONE, "deferred") or not reading.terms:
        return
    if side == "right":
        yield from term_outcomes(against, terms_of_reading(reading), replace(setting, right_complete=False))
    else:
        yield from term_outcomes(terms_of_reading(reading), against, replace(setting, left_complete=False))


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
