"""How sources call the versions: the aliases of the plan files, widened by what drafts are called."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracker.extract.numbers import _SMALL, _UNITS
from tracker.extract.vocabulary import vocabulary

if TYPE_CHECKING:
    from tracker.plan.model import Plan
    from tracker.plan.names import Names

_TENS = {number: word for word, number in _SMALL.items()}


@dataclass(frozen=True)
class Versions:
    """The versions of the shelf, oldest first; `rank` tells their order, `modifiers` what marks them."""

    order: tuple[str, ...]
    titles: dict[str, str]
    modifiers: dict[str, tuple[str, ...]]
    aliases: dict[str, tuple[str, ...]]
    years: tuple[int, ...] = ()
    revised: str | None = None
    """The version one of whose aliases is "the revised draft" or the like."""

    called: frozenset[str] = frozenset()
    """What parties are called: they make a version, nothing is made in them."""

    authors: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """Groups whose name begins with a modifier: they stand for their text where authors are compared."""

    members: dict[str, tuple[str, ...]] = field(default_factory=dict)
    """One-word names of the members of a group of three that wrote a version."""

    home: tuple[str, ...] = ()
    """What the state is called that the plans are to protect: "the Ukraine draft" beside another plan."""

    answers: tuple[str, ...] = ()
    """Versions that an alias calls a counter-proposal."""

    @property
    def first(self) -> str | None:
        return self.order[0] if self.order else None

    def rank(self, version: str) -> int:
        return self.order.index(version) if version in self.order else len(self.order)


def versions_of(plans: dict[str, Plan], names: Names, principal: str | None = None) -> Versions:
    """What the plan files declare: aliases as they stand, and the words that mark each version."""
    plan_words = frozenset(vocabulary("versions")["plan"])
    generic = {"original", "initial", "first", "revised", "updated", "the", "and", "refined", "peace", "plan"}
    modifiers: dict[str, set[str]] = {}
    aliases: dict[str, set[str]] = {}
    marked: dict[str, set[str]] = {}
    order = sorted(plans, key=lambda ref: (str(plans[ref].date or "9999"), ref))
    for ref in order:
        plan = plans[ref]
        modifiers[ref], aliases[ref] = set(), set()
        for alias in (*plan.aliases, plan.title):
            flat = re.sub(r"['’]s\b", "", alias.lower()).replace(".", " ").replace("-", " ")
            words = flat.split()
            aliases[ref].add(" ".join(words))
            for at, word in enumerate(words[:-1]):
                if words[at + 1] in ("point", "points") and (number := _number(word)):
                    aliases[ref] |= _points(number)
            if words[-1] in plan_words or words[-1] in ("proposal", "counterproposal"):
                head = [
                    w
                    for w in words[:-1]
                    if w not in generic
                    and w not in plan_words
                    and w not in ("counter", "point")
                    and not _number(w)
                ]
                if len(head) in (1, 2) and head != ["u"]:
                    modifiers[ref].add(" ".join(head))
            if words[-2:] == ["counter", "proposal"] or words[-1] == "counterproposal":
                marked.setdefault(ref, set()).update(vocabulary("versions")["counter"])
    for ref, extra in marked.items():
        if len(marked) == 1:
            aliases[ref] |= extra
    for ref in order:
        if (day := plans[ref].date) is not None:
            modifiers[ref].add(f"{day:%B}".lower())
    seen: dict[str, str] = {}
    for ref in order:  # a word that marks two versions marks neither but the older
        modifiers[ref] = {m for m in modifiers[ref] if seen.setdefault(m, ref) == ref}
    for ref in order:  # "American": whatever else the party is called
        for modifier in tuple(modifiers[ref]):
            for party in names.parties.values():
                called = [v.lower().replace(".", " ").strip() for v in (party.name, *party.variants)]
                if modifier in called and party.type in ("state", "coalition"):
                    modifiers[ref] |= {
                        c for c in called if len(c.split()) <= 2 and seen.setdefault(c, ref) == ref
                    }
    authors = {
        ref: {
            v.lower().replace(".", " ").strip()
            for modifier in modifiers[ref]
            for party in names.parties.values()
            if party.type != "state"
            and any(v.lower().split()[0] == modifier for v in (party.name, *party.variants))
            for v in (party.name, *party.variants)
            if len(v.split()) <= 2 and not v.lower().endswith("officials")
        }
        for ref in order
    }
    years = tuple(sorted({plan.date.year for plan in plans.values() if plan.date}))
    return Versions(
        tuple(order),
        {ref: plans[ref].title for ref in order},
        {ref: tuple(sorted(found)) for ref, found in modifiers.items()},
        {ref: tuple(sorted(found)) for ref, found in aliases.items()},
        years,
        next(
            (
                r
                for r in order[1:]
                for a in plans[r].aliases
                if a.lower().split()[0] in ("revised", "updated", "new", "amended")
            ),
            None,
        ),
        frozenset(v.lower() for p in names.parties.values() for v in (p.name, *p.variants)),
        {ref: tuple(sorted(found)) for ref, found in authors.items()},
        {ref: _members(names, modifiers[ref]) for ref in order},
        tuple(v.lower() for v in (names.parties[principal].name, *names.parties[principal].variants))
        if principal
        else (),
        tuple(sorted(marked)),
    )


def _members(names: Names, modifiers: set[str]) -> tuple[str, ...]:
    """What the three are called one by one, and their capitals: "Britain, France and Germany"."""
    groups = [
        party
        for party in names.parties.values()
        if len(party.members) == 3 and any(v.lower() in modifiers for v in (party.name, *party.variants))
    ]
    return tuple(
        sorted(
            {
                v.lower()
                for group in groups
                for member in group.members
                for v in (names.parties[member].name, *names.parties[member].variants)
                if v.isalpha()
            }
        )
    )


def _number(word: str) -> int:
    if word.isdigit():
        return int(word)
    return _SMALL.get(word, 0)


def _points(number: int) -> set[str]:
    forms = {str(number)}
    if number in _TENS:
        forms.add(_TENS[number])
    elif 20 < number < 100:
        forms.add(f"{_TENS[number // 10 * 10]} {_UNITS[number % 10 - 1]}")
    return {
        f"{form} {noun}"
        for form in forms
        for noun in (
            "point",
            "points",
            "pointer",
            "item",
            "items",
            "clause",
            "clauses",
            "paragraph",
            "paragraphs",
            "provision",
            "provisions",
        )
    }
