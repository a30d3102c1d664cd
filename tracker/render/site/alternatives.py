"""Readings of a provision as alternatives: who holds each, what it says, on whose word."""

from __future__ import annotations

from dataclasses import dataclass

from tracker.plan.model import Evidence, Provision, Reading
from tracker.render.site.dossier import Dossier
from tracker.render.site.states import STATES
from tracker.semantics.fields import sentence

_BECAUSE = {"sources": "reported", "positions": "position", "witnesses": "in a copy"}


@dataclass(frozen=True)
class Alternative:
    """`holder`: a party with its rank, or how the reading is known; `terms`: typed values, one a line."""

    holder: str
    text: str
    terms: tuple[str, ...]
    evidence: tuple[Evidence, ...]


def alternatives(provision: Provision, dossier: Dossier) -> tuple[Alternative, ...]:
    """Every reading of a provision, in the order of its file."""
    return tuple(_alternative(reading, dossier) for reading in provision.readings)


def _alternative(reading: Reading, dossier: Dossier) -> Alternative:
    say = dossier.setting.say
    holder = " and ".join(map(say, reading.held_by or ())) or _BECAUSE[reading.because]
    holder += {1: ", first choice", 2: ", fall-back"}.get(reading.rank or 0, "")
    terms = tuple(f"{term.title}: {sentence(term, dossier.setting)}" for term in reading.terms)
    text = reading.summary or (STATES[reading.presence].words if not terms else "")
    return Alternative(holder, text, terms, reading.evidence)
