"""A claim: that a source says of a version that it has, lost, or never had certain terms."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from tracker.source import Span

if TYPE_CHECKING:
    from tracker.plan.term import Term


@dataclass(frozen=True)
class Quote:
    """A verbatim slice of the source at its span; `words` is never rewritten."""

    words: str
    span: Span


@dataclass(frozen=True)
class Claim:
    """One claim with everything a reviewer needs to judge it.

    `version` is None where the source does not say which text it means. `basis` tells how the version was
    found: explicit, definite ("the plan"), lead-in, carried, contrast, relative, shared. `sentence` is the
    passage; `context` holds the spans before it that a value or the version rests on. `found_by` is
    `patterns`, or `language-model` where a model proposed kind and values.
    """

    version: str | None
    basis: str
    term: Term
    polarity: str
    hedge: str
    source: str
    quotes: tuple[Quote, ...]
    sentence: Span
    speaker: str | None = None
    modality: str | None = None
    stance: str = "plan"
    context: tuple[Span, ...] = ()
    group: str = ""
    found_by: str = "patterns"

    @property
    def kind(self) -> str:
        return self.term.kind_name()

    @property
    def terms(self) -> dict[str, Any]:
        """The typed values without the kind, as plan files write them."""
        values: dict[str, Any] = self.term.model_dump(mode="json", exclude_unset=True)
        values.pop("kind", None)
        return values

    def plain(self) -> dict[str, Any]:
        """The claim as data, for JSON."""
        return {
            "version": self.version,
            "basis": self.basis,
            "kind": self.kind,
            "terms": self.terms,
            "modality": self.modality,
            "polarity": self.polarity,
            "stance": self.stance,
            "hedge": self.hedge,
            "speaker": self.speaker,
            "source": self.source,
            "quotes": [{"quote": q.words, "start": q.span.start, "end": q.span.end} for q in self.quotes],
            "sentence": {"start": self.sentence.start, "end": self.sentence.end},
            "context": [{"start": s.start, "end": s.end} for s in self.context],
            "found_by": self.found_by,
        }


@dataclass(frozen=True)
class Rejected:
    """A candidate that did not stand on the words of its source, and why."""

    kind: str
    values: dict[str, Any]
    sentence: Span
    source: str
    why: str


@dataclass(frozen=True)
class Unmatched:
    """A sentence that looks like plan content and yielded no claim; `why` says how far it got."""

    sentence: Span
    source: str
    version: str | None
    why: str
    kinds: tuple[str, ...] = field(default=())
