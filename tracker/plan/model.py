"""A version of a plan as one file holds it."""

from __future__ import annotations

from typing import Annotated, Literal

from pydantic import Field

from tracker.plan.issues import IssueCode
from tracker.plan.term import AnyTerm, Closed
from tracker.plan.values import Date, LineageId, PartyId, PlanRef, Slug, SourceId, Text
from tracker.plan.words import MAX_QUOTE_WORDS as MAX_QUOTE_WORDS
from tracker.plan.words import Hedge, How, Modality, Presence, TextStatus


class Evidence(Closed):
    """Where a coded value comes from: a named source and, where its words are held, a short phrase of it."""

    source: Annotated[SourceId, Field(description="id of a digest in seeds/ or of an entry in sources.yaml")]
    quote: Annotated[
        str | None,
        Field(
            min_length=1,
            max_length=400,
            description="a phrase of the source, verbatim, at most 8 words; only where its words are held",
        ),
    ] = None
    locator: Annotated[Text | None, Field(description="where in the source: a point, a paragraph")] = None
    hedge: Annotated[Hedge, Field(description="how far the source itself vouches for it")] = "asserted"
    speaker: Annotated[PartyId | None, Field(description="who said it, as far as the source tells")] = None
    verified: Annotated[bool, Field(description="false: recalled or second-hand, not read again")] = True
    supports: Annotated[
        Literal["terms", "presence", "removal"], Field(description="what it is evidence of")
    ] = "terms"
    may_belong_to: Annotated[
        PlanRef | None, Field(description="another version that the source may have confused with this one")
    ] = None
    note: Annotated[Text | None, Field(description="what a reader of this evidence should know")] = None


class Was(Closed):
    """A lineage that this provision comes from."""

    id: LineageId
    how: How


class Reading(Closed):
    """One of several values, where one will not do.

    `sources`: reports contradict one another; `positions`: parties differ, `held_by` whom, `rank` 1 for
    their first choice; `witnesses`: copies or translations of one text differ.
    """

    because: Literal["sources", "positions", "witnesses"]
    held_by: Annotated[tuple[PartyId, ...] | None, Field(description="who holds the position")] = None
    rank: Annotated[int | None, Field(ge=1, le=9, description="1: first choice, 2: fall-back")] = None
    summary: Annotated[Text | None, Field(description="the reading in a few words of our own")] = None
    presence: Presence
    modality: Modality | None = None
    terms: tuple[AnyTerm, ...] = ()
    deferred_to: Slug | None = None
    evidence: tuple[Evidence, ...] = ()


class Provision(Closed):
    """The smallest commitment of a plan. Its `id` is its lineage: the same in every version, for good."""

    id: Annotated[LineageId, Field(description="the lineage: permanent, never encodes a number")]
    point: Annotated[
        str | None, Field(pattern=r"^\S(?:.{0,30}\S)?$", description="the printed number, as text")
    ] = None
    title: Annotated[Text, Field(description="a short name in our own words")]
    issue: Annotated[IssueCode, Field(description="what it is about: see `tracker explain ISSUE`")]
    summary: Annotated[Text, Field(description="what it says, in our own words")]
    modality: Annotated[Modality | None, Field(description="how it binds")] = None
    presence: Annotated[Presence, Field(description="in what sense this version contains it")]
    terms: Annotated[tuple[AnyTerm, ...], Field(description="what it says, in typed values")] = ()
    readings: Annotated[
        tuple[Reading, ...], Field(description="values side by side where one will not do")
    ] = ()
    evidence: tuple[Evidence, ...] = ()
    was: Annotated[tuple[Was, ...], Field(description="the lineages it comes from, if its id is new")] = ()
    deferred_to: Annotated[Slug | None, Field(description="who or what is to settle it")] = None

    @property
    def contested(self) -> bool:
        return sum(reading.because == "sources" for reading in self.readings) >= 2 and not self.terms

    @property
    def held(self) -> bool:
        """Whether the version has something at this lineage: all but a removal."""
        return self.presence != "removed"


class Fact(Closed):
    """What a source says about the version itself: facts conflict too, so each has its evidence."""

    about: Annotated[
        Literal[
            "author", "input", "recipient", "made-known-by", "points", "place", "status", "leaning", "related"
        ],
        Field(description="what the fact is about"),
    ]
    value: Annotated[str | int, Field(description="a party id, a number, or a few words")]
    evidence: tuple[Evidence, ...] = ()


class Correction(Closed):
    """A published version is history: what was mended in this file, when and why."""

    date: Date
    reason: Text
    provision: LineageId | None = None


class Plan(Closed):
    """One version of a plan. `version` names the text described; an extracted file describes the same one."""

    version: Annotated[PlanRef, Field(description="which text this file describes")]
    curation: Annotated[
        Literal["curated", "extracted"], Field(description="coded by hand, or drafted from sources")
    ] = "curated"
    title: Text
    aliases: Annotated[tuple[Text, ...], Field(description="names under which sources speak of it")] = ()
    process: Annotated[Slug | None, Field(description="the negotiation it belongs to")] = None
    date: Annotated[Date | None, Field(description="when the version was made or surfaced")] = None
    published: Annotated[Date | None, Field(description="when its content became public")] = None
    revises: Annotated[tuple[PlanRef, ...], Field(description="the versions it is a revision of")] = ()
    draws_on: Annotated[tuple[PlanRef, ...], Field(description="versions it took parts from")] = ()
    text: Annotated[TextStatus, Field(description="how the text is known")]
    status: Annotated[Text | None, Field(description="what became of it")] = None
    facts: tuple[Fact, ...] = ()
    corrections: tuple[Correction, ...] = ()
    provisions: tuple[Provision, ...] = ()

    @property
    def complete(self) -> bool:
        """Whether a provision that is not listed is known to be absent."""
        return self.text == "full"
