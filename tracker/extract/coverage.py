"""Which sources support, contradict or never mention each provision of a version."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass

from tracker.extract.unify import contradict
from tracker.plan.model import Evidence, Plan, Provision, Reading
from tracker.plan.term import Term
from tracker.semantics.fields import identity


@dataclass(frozen=True, slots=True)
class Backing:
    """One source's word on a provision. `found`: `coded` in the file as evidence, or `extracted`."""

    source: str
    found: str
    hedge: str
    may_belong_to: str = ""


@dataclass(frozen=True, slots=True)
class Covered:
    """One provision, or one of the readings that sources differ on (`reading` says which)."""

    lineage: str
    title: str
    point: str
    presence: str
    reading: str
    supports: tuple[Backing, ...]
    contradicts: tuple[Backing, ...]
    silent: tuple[str, ...]
    independent: int
    """Supporting sources, those that repeat one another counted once."""


@dataclass(frozen=True, slots=True)
class _Voice:
    terms: tuple[Term, ...]
    presence: str
    backing: Backing
    home: Provision | Reading


def coverage(
    plan: Plan,
    extracted: Iterable[Plan],
    sources: Iterable[str],
    group: Callable[[str], str] = lambda source: source,
) -> tuple[Covered, ...]:
    """The coverage of every provision: `extracted` are drafts of the version, `sources` all that count."""
    others: dict[str, list[_Voice]] = {}
    for draft in extracted:
        for provision in draft.provisions:
            others.setdefault(provision.id, []).extend(_voices(provision, "extracted"))
    coded = {item.source for provision in plan.provisions for item in _evidence(provision)}
    universe = sorted({*sources, *coded, *(v.backing.source for voices in others.values() for v in voices)})
    return tuple(
        covered
        for provision in plan.provisions
        for covered in _of(provision, others.get(provision.id, []), universe, group)
    )


def _of(
    provision: Provision, others: list[_Voice], universe: list[str], group: Callable[[str], str]
) -> Iterator[Covered]:
    own = _voices(provision, "coded")
    voices = [*own, *others]
    readings: list[Reading | None] = [r for r in provision.readings if r.because == "sources"]
    if provision.terms or not readings:
        readings = [None]
    for reading in readings:
        stated = provision if reading is None else reading
        supports: dict[str, Backing] = {}
        against: dict[str, Backing] = {}
        for voice in voices:
            side = supports if _agrees(voice, stated) else against
            known = side.get(voice.backing.source)
            if known is None or known.found == "extracted":
                side[voice.backing.source] = voice.backing
        heard = {voice.backing.source for voice in voices}
        yield Covered(
            provision.id,
            provision.title,
            provision.point or "",
            stated.presence,
            "" if reading is None else reading.summary or reading.presence,
            tuple(supports[source] for source in sorted(supports)),
            tuple(against[source] for source in sorted(against) if source not in supports),
            tuple(source for source in universe if source not in heard),
            len({group(source) for source in supports}),
        )


def _agrees(voice: _Voice, stated: Provision | Reading) -> bool:
    """Whether what a source says can be true together with what is stated; a term left out denies nothing."""
    if voice.home is stated:
        return True
    if isinstance(stated, Reading) and voice.backing.found == "coded":
        return False  # the file itself holds the two apart
    if (voice.presence == "removed") != (stated.presence == "removed"):
        return False
    apart = {voice.presence, stated.presence} & {"deferred", "open"}
    if apart and voice.presence != stated.presence:
        return False
    known: Mapping[str, Term] = {identity(term): term for term in stated.terms}
    shared = [(known[identity(term)], term) for term in voice.terms if identity(term) in known]
    if any(contradict(one, other) for one, other in shared):
        return False
    return bool(shared) or not (voice.terms and stated.terms) or not isinstance(stated, Reading)


def _voices(provision: Provision, found: str) -> list[_Voice]:
    stated: list[Provision | Reading] = [
        provision,
        *(r for r in provision.readings if r.because == "sources"),
    ]
    return [
        _Voice(
            one.terms, one.presence, Backing(item.source, found, item.hedge, item.may_belong_to or ""), one
        )
        for one in stated
        for item in one.evidence
    ]


def _evidence(provision: Provision) -> Iterator[Evidence]:
    yield from provision.evidence
    for reading in provision.readings:
        yield from reading.evidence
