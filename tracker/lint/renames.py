"""Two provisions under two ids that are most likely one: the same terms, or nearly the same words."""

from __future__ import annotations

from collections.abc import Iterator
from difflib import SequenceMatcher

from tracker.lint.history import Change, Kept
from tracker.plan.model import Provision
from tracker.plan.term import Term
from tracker.semantics.fields import canonical, identity

ALIKE = 0.85
"""How alike two texts must be to count as one where the typed terms do not settle it."""
_MOST = 400
"""Pairs of texts that are compared at most; the terms alone decide in a file that lost more."""


def renames(change: Change) -> Iterator[Kept]:
    """What vanished and what came instead, one to one. Only within one issue; `was` settles it otherwise."""
    fresh = [(route, new) for route, new in change.arrived if not new.was]
    gone = list(change.vanished)
    compare_words = len(gone) * len(fresh) <= _MOST
    for old in gone:
        scored = [
            (score, -i)
            for i, (_, new) in enumerate(fresh)
            if (score := _alike(old, new, compare_words)) >= ALIKE
        ]
        if scored:
            route, new = fresh.pop(-max(scored)[1])
            yield Kept(route, old, new)


def _alike(old: Provision, new: Provision, compare_words: bool) -> float:
    if old.issue != new.issue:
        return 0.0
    if old.terms or new.terms:
        if not ({identity(term) for term in old.terms} & {identity(term) for term in new.terms}):
            return 0.0
        if _terms(old) == _terms(new) and old.point == new.point:
            return 1.0
    if not compare_words:
        return 0.0
    before, after = (f"{p.title}. {p.summary}" for p in (old, new))
    return SequenceMatcher(None, before, after, autojunk=False).ratio()


def _terms(provision: Provision) -> list[tuple[str, str]]:
    return sorted((identity(term), _said(term)) for term in provision.terms)


def _said(term: Term) -> str:
    return str(sorted(canonical(term).items(), key=str))
