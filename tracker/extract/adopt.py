"""A proposed provision into a curated file: new, or as evidence or another reading of what stands there."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.edit.append import append
from tracker.edit.canonical import model_data
from tracker.edit.patch import patched
from tracker.errors import TrackerError
from tracker.extract.unify import contradict
from tracker.load.document import Document
from tracker.load.shelf import Shelf
from tracker.plan.model import Evidence, Plan, Provision, Reading
from tracker.plan.term import Term
from tracker.semantics.fields import identity
from tracker.source import Route


@dataclass(frozen=True)
class Adopted:
    """The curated file with the proposal in it, and what was done, in words. Equal texts: nothing new."""

    before: str
    after: str
    did: tuple[str, ...]


def adopt(document: Document[Plan], proposal: Provision, shelf: Shelf) -> Adopted:
    """Puts a proposal into the text of a curated file; comments and layout of the file stay.

    Raises TrackerError, and nothing is lost, if the file would not be valid afterwards.
    """
    before = document.source.text
    did: list[str] = []
    current = document
    for part in _parts(proposal):
        text, said = _one(current, part)
        did.append(said)
        if text != current.source.text:
            current = shelf.open_text(text.encode(), document.source.name)
            if current.broken:
                report = "; ".join(d.message for d in current.placed()[:2])
                raise TrackerError(
                    f"{document.source.name}: cannot take this in: {report}", help="edit it by hand"
                )
    after = current.source.text
    return Adopted(before, after, tuple(dict.fromkeys(did)))


def _parts(proposal: Provision) -> list[Provision]:
    """One provision per reading of a contested proposal: each finds its own place."""
    if not proposal.readings:
        return [proposal]
    return [
        proposal.model_copy(
            update={
                "presence": reading.presence,
                "modality": reading.modality,
                "terms": reading.terms,
                "evidence": reading.evidence,
                "readings": (),
                "summary": reading.summary or proposal.summary,
            }
        )
        for reading in proposal.readings
    ]


def _one(document: Document[Plan], part: Provision) -> tuple[str, str]:
    plan = document.model
    assert plan is not None
    number = next((i for i, p in enumerate(plan.provisions) if p.id == part.id), None)
    if number is None:
        data = model_data(part)
        edit = append(document.source, ("provisions",), [data])
        return patched(document.source.text, [edit]), "adds the provision"
    provision = plan.provisions[number]
    route: Route = ("provisions", number)
    home = _home(provision, part)
    if home is None:
        reading = Reading(
            because="sources",
            summary=part.summary,
            presence=part.presence,
            modality=part.modality,
            terms=part.terms,
            evidence=part.evidence,
        )
        stated = {k: v for k, v in model_data(reading).items() if v != []}
        edit = append(document.source, (*route, "readings"), [stated])
        return patched(document.source.text, [edit]), "adds a reading: sources differ"
    stands: Provision | Reading = provision if home < 0 else provision.readings[home]
    known: set[tuple[str, str | None, str]] = {
        (item.source, item.quote, item.supports) for item in stands.evidence
    }
    fresh = [item for item in part.evidence if not _known(item, known)]
    if not fresh:
        return document.source.text, "adds nothing: this evidence stands there"
    inner: Route = () if home < 0 else ("readings", home)
    edit = append(document.source, (*route, *inner, "evidence"), [model_data(item) for item in fresh])
    where = f" of the reading “{stands.summary}”" if isinstance(stands, Reading) else ""
    return patched(document.source.text, [edit]), f"adds {_many(len(fresh))} of evidence{where}"


def _home(provision: Provision, part: Provision) -> int | None:
    """Where the evidence belongs: in a reading by number, -1 for the provision itself, nowhere yet."""
    readings = [(i, r) for i, r in enumerate(provision.readings) if r.because == "sources"]
    if (provision.terms or not readings) and _fits(provision.presence, provision.terms, part):
        return -1
    for number, reading in readings:
        if _fits(reading.presence, reading.terms, part, strictly=True):
            return number
    return None


def _fits(presence: str, terms: tuple[Term, ...], part: Provision, *, strictly: bool = False) -> bool:
    if (presence == "removed") != (part.presence == "removed"):
        return False
    held = {identity(term): term for term in terms}
    shared = [(held[identity(term)], term) for term in part.terms if identity(term) in held]
    if any(contradict(one, other) for one, other in shared):
        return False
    if part.presence == "removed":
        return True
    return bool(shared) if strictly or terms else presence not in ("deferred", "open", "contested")


def _known(item: Evidence, known: set[tuple[str, str | None, str]]) -> bool:
    return (item.source, item.quote, item.supports) in known or any(
        source == item.source and quote and item.quote and (item.quote in quote or quote in item.quote)
        for source, quote, supports in known
        if supports == item.supports
    )


def _many(count: int) -> str:
    return "one piece" if count == 1 else f"{count} pieces"
