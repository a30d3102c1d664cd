"""Which lineage a claimed term belongs to: by kind, key fields, parties and figures."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass

from tracker.extract.unify import facts_of
from tracker.plan.issues import IssueCode
from tracker.plan.model import Plan, Provision
from tracker.plan.term import Term
from tracker.semantics.fields import bound_by, identity, key_fields

_ENOUGH = 2.5
"""A score below this makes no match: at least the key fields, or the values, must be the same."""


@dataclass(frozen=True, slots=True)
class Match:
    """A proposed lineage. `known`: it stands in `plans/`; `others` fit as well: a person chooses."""

    id: str
    title: str
    issue: IssueCode
    known: bool
    others: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Held:
    lineage: str
    version: str
    term: Term
    facts: frozenset[tuple[str, str]]


class Lineages:
    """The lineages of the curated plans, with every term they ever had."""

    def __init__(self, plans: Mapping[str, Plan]) -> None:
        self._held: dict[str, list[_Held]] = {}
        self._first: dict[str, int] = {}
        self._provisions: dict[str, dict[str, Provision]] = {}
        issues: dict[str, Counter[str]] = {}
        for version, plan in plans.items():
            for provision in plan.provisions:
                self._first.setdefault(provision.id, len(self._first))
                self._provisions.setdefault(provision.id, {})[version] = provision
                for term in (*provision.terms, *(t for r in provision.readings for t in r.terms)):
                    held = _Held(provision.id, version, term, facts_of(term))
                    self._held.setdefault(term.kind_name(), []).append(held)
                    issues.setdefault(term.kind_name(), Counter())[provision.issue] += 1
        self._issues = {kind: found.most_common(1)[0][0] for kind, found in issues.items()}

    def match(self, term: Term, version: str) -> Match:
        """The lineage that fits best; a new id, with a title of its own, where none fits."""
        best: dict[str, float] = {}
        facts = facts_of(term)
        held_of_kind = self._held.get(term.kind_name(), [])
        alone = len({held.lineage for held in held_of_kind}) == 1
        for held in held_of_kind:
            score = _score(term, facts, held, alone) + (0.3 if held.version == version else 0.0)
            best[held.lineage] = max(best.get(held.lineage, 0.0), score)
        ranked = sorted(best, key=lambda lineage: (-best[lineage], self._first[lineage]))
        if not ranked or best[ranked[0]] < _ENOUGH:
            return self._new(term)
        top = best[ranked[0]]
        others = tuple(lineage for lineage in ranked[1:] if best[lineage] > top - 0.35)
        provision = self.provision(ranked[0], version)
        return Match(ranked[0], provision.title, provision.issue, True, others)

    def provision(self, lineage: str, version: str) -> Provision:
        """The lineage as the version has it, else as the first version that has it."""
        found = self._provisions[lineage]
        return found[version] if version in found else next(iter(found.values()))

    def order(self, lineage: str) -> tuple[int, str]:
        """Where a lineage stands among the others; new ones come last."""
        return (self._first.get(lineage, len(self._first)), lineage)

    def _new(self, term: Term) -> Match:
        keys = identity(term).split("/")
        slug = "-".join(dict.fromkeys(re.findall(r"[a-z0-9]+", " ".join(keys).lower())))[:80].rstrip("-")
        while slug in self._first:
            slug += "-reported"
        return Match(slug, f"{term.title[:1].upper()}{term.title[1:]}", self._issue(term), False)

    def _issue(self, term: Term) -> IssueCode:
        """The issue that such terms have in `plans/`; else the one whose words are most like its own."""
        from tracker.plan.issues import ISSUES

        if known := self._issues.get(term.kind_name()):
            return known
        said = _words(f"{term.title} {type(term).__doc__}")
        return max(sorted(ISSUES), key=lambda code: len(said & _words(f"{code} {ISSUES[code].description}")))


def _words(text: str) -> frozenset[str]:
    return frozenset(word for word in re.findall(r"[a-z]{4,}", text.lower()))


def _score(term: Term, facts: frozenset[tuple[str, str]], held: _Held, alone: bool) -> float:
    keys = key_fields(type(term))
    same = sum(getattr(term, name) == getattr(held.term, name) for name in keys)
    shared = len(facts & held.facts)
    places = {route for route, _ in facts} & {route for route, _ in held.facts}
    score = 3.0 * same / len(keys) if keys else _without_keys(facts, shared, alone)
    score += 2.0 * shared / len(facts) if facts else 0.0
    score += 0.3 * shared / len(held.facts) if held.facts else 0.0
    score += 0.2 * bool(places)
    if set(bound_by(term)) & set(bound_by(held.term)):
        score += 0.3
    return score + (1.0 if alone else 0.0)


def _without_keys(facts: frozenset[tuple[str, str]], shared: int, alone: bool) -> float:
    """Of a kind that nothing tells apart the only lineage is the one that is meant, whatever it says."""
    if alone:
        return 1.5
    return 1.0 if shared or not facts else 0.0
