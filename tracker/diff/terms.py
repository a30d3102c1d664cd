"""What differs between two sets of terms, and what a copy of a text says against its main reading."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from tracker.diff.align import Group
from tracker.diff.change import Side
from tracker.diff.combined import terms_of_reading
from tracker.plan.term import Term
from tracker.semantics.fields import bound_by, compare_fields, sentence, with_bound
from tracker.semantics.way import Delta, Outcome, Setting, Unstated, plain
from tracker.semantics.words import Word
from tracker.source import Route


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


def witnessed(outcomes: Iterator[Outcome], group: Group) -> Iterator[Outcome]:
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
