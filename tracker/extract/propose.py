"""From claims to a proposed plan: one per version, conflicts side by side, nothing guessed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any

from tracker.extract.citing import evidence_of
from tracker.extract.claims import Claim
from tracker.extract.lineages import Lineages, Match
from tracker.extract.unify import contradict, together
from tracker.load.articles.handed import Handed
from tracker.plan.model import Evidence, Plan, Provision, Reading
from tracker.plan.names import Names
from tracker.plan.term import Term
from tracker.semantics.fields import identity, sentence
from tracker.semantics.way import Setting
from tracker.source import Span


@dataclass(frozen=True)
class Draft:
    """A proposed version. `unplaced` are claims about it that a person has to place, with the reason."""

    version: str
    plan: Plan
    matches: dict[str, Match]
    placed: dict[int, str]
    """By `id()` of the claim, the lineage that it was given."""

    unplaced: tuple[tuple[Claim, str], ...] = ()


@dataclass
class _Value:
    """One value of one term, with the claims that state it; they contradict one another nowhere."""

    term: Term
    claims: list[Claim] = field(default_factory=list)


@dataclass
class _Held:
    """What is claimed of one lineage."""

    match: Match
    values: dict[str, list[_Value]] = field(default_factory=dict)
    removed: list[Claim] = field(default_factory=list)


def drafts(
    claims: Iterable[Claim], plans: Mapping[str, Plan], names: Names, sources: Mapping[str, Handed]
) -> tuple[Draft, ...]:
    """A draft of every version that claims speak of, oldest first. Claims without a version are left out.

    In what order the articles were handed in makes no difference.
    """
    by_version: dict[str, list[Claim]] = {}
    for claim in sorted(claims, key=_place):
        if claim.version is not None and claim.stance == "plan":
            by_version.setdefault(claim.version, []).append(claim)
    lineages = Lineages(plans)
    drafter = _Drafter(lineages, plans, names, sources)
    return tuple(drafter.draft(version, by_version[version]) for version in plans if version in by_version)


class _Drafter:
    def __init__(
        self,
        lineages: Lineages,
        plans: Mapping[str, Plan],
        names: Names,
        sources: Mapping[str, Handed],
    ) -> None:
        self.lineages, self.plans, self.names, self.sources = lineages, plans, names, sources
        self.setting = Setting(left_complete=False, right_complete=False, names=names.display)

    def draft(self, version: str, claims: list[Claim]) -> Draft:
        held: dict[str, _Held] = {}
        placed: dict[int, str] = {}
        unplaced: list[tuple[Claim, str]] = []
        for claim in claims:
            if claim.polarity == "denied":
                unplaced.append((claim, "a denial: it says only what the text does not hold"))
                continue
            match = self.lineages.match(claim.term, version)
            placed[id(claim)] = match.id
            one = held.setdefault(match.id, _Held(match))
            if claim.polarity == "removed":
                one.removed.append(claim)
            else:
                _put(one.values.setdefault(identity(claim.term), []), claim)
        ordered = sorted(held, key=self.lineages.order)
        provisions = tuple(self._provision(held[lineage]) for lineage in ordered)
        return Draft(
            version,
            self._plan(version, provisions),
            {lineage: held[lineage].match for lineage in ordered},
            placed,
            tuple(unplaced),
        )

    def _plan(self, version: str, provisions: tuple[Provision, ...]) -> Plan:
        curated = self.plans[version]
        head: dict[str, Any] = {
            "version": version,
            "curation": "extracted",
            "title": curated.title,
            "process": curated.process,
            "date": curated.date,
            "text": "reported",
            "provisions": provisions,
        }
        return Plan.model_validate({name: value for name, value in head.items() if value is not None})

    def _provision(self, held: _Held) -> Provision:
        match = held.match
        stated: dict[str, Any] = {"id": match.id, "title": match.title, "issue": match.issue}
        every = [value for values in held.values.values() for value in values]
        conflict = any(len(values) > 1 for values in held.values.values()) or (held.removed and every)
        if conflict:
            readings = self._readings(held)
            stated["summary"] = f"Sources differ: {'; '.join(r.summary or r.presence for r in readings)}."
            stated |= {"presence": "contested", "readings": readings}
        elif every:
            stated["summary"] = self._summary([value.term for value in every])
            claims = [claim for value in every for claim in value.claims]
            if modality := _agreed(claims):
                stated["modality"] = modality
            terms = tuple(value.term for value in every)
            stated |= {"presence": "reported", "terms": terms, "evidence": self._evidence(claims)}
        else:
            said = self._summary([claim.term for claim in held.removed])
            stated["summary"] = f"Said to be gone: {said[:1].lower()}{said[1:]}"
            stated |= {"presence": "removed", "evidence": self._evidence(held.removed)}
        return Provision.model_validate(stated)

    def _readings(self, held: _Held) -> tuple[Reading, ...]:
        """One reading per value in conflict; what is not in conflict goes with the sources that say it."""
        apart = [value for values in held.values.values() if len(values) > 1 for value in values]
        agreed = [value for values in held.values.values() if len(values) == 1 for value in values]
        if not apart:
            apart, agreed = agreed[:1], agreed[1:]
        taken: dict[int, list[_Value]] = {id(value): [value] for value in apart}
        for value in agreed:
            sources = {claim.source for claim in value.claims}
            homes = [v for v in apart if sources & {claim.source for claim in v.claims}] or apart
            for home in homes:
                if identity(value.term) not in {identity(v.term) for v in taken[id(home)]}:
                    taken[id(home)].append(value)
        readings = []
        for value in apart:
            group = taken[id(value)]
            claims = [claim for one in group for claim in one.claims]
            stated: dict[str, Any] = {
                "because": "sources",
                "summary": "; ".join(sentence(one.term, self.setting) or one.term.title for one in group),
                "presence": "reported",
                "modality": _agreed(claims),
                "terms": tuple(one.term for one in group),
                "evidence": self._evidence(claims),
            }
            readings.append(Reading.model_validate({k: v for k, v in stated.items() if v is not None}))
        if held.removed:
            readings.append(
                Reading(
                    because="sources",
                    summary="removed",
                    presence="removed",
                    evidence=self._evidence(held.removed),
                )
            )
        return tuple(readings)

    def _summary(self, terms: list[Term]) -> str:
        said = [f"{term.title}: {sentence(term, self.setting)}".rstrip(": ") for term in _distinct(terms)]
        joined = "; ".join(said)
        return f"{joined[:1].upper()}{joined[1:]}."

    def _evidence(self, claims: Iterable[Claim]) -> tuple[Evidence, ...]:
        found = [evidence_of(claim, self.sources, self.names) for claim in sorted(claims, key=_place)]
        return tuple(dict.fromkeys(found))


def _place(claim: Claim) -> tuple[str, Span, tuple[Span, ...]]:
    return (claim.source, claim.sentence, tuple(quote.span for quote in claim.quotes))


def _put(values: list[_Value], claim: Claim) -> None:
    """With the first value that the claim does not contradict, else as a value of its own."""
    for value in values:
        if not contradict(value.term, claim.term):
            value.term = together(value.term, claim.term)
            value.claims.append(claim)
            return
    values.append(_Value(claim.term, [claim]))


def _distinct(terms: list[Term]) -> list[Term]:
    return list({(identity(term), repr(term)): term for term in terms}.values())


def _agreed(claims: Iterable[Claim]) -> str | None:
    """The modality, where every claim that has one has the same."""
    found = {claim.modality for claim in claims if claim.modality}
    return found.pop() if len(found) == 1 else None
