"""`tracker extract --format json`, version 1. Within a version keys are only ever added."""

from __future__ import annotations

from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field

from tracker.extract.claims import Claim
from tracker.extract.stack import Stack
from tracker.source import Span

NAME, VERSION = "claims", 1

Hedge = Literal["asserted", "reported", "attributed"]


class Shape(BaseModel):
    model_config = ConfigDict(extra="forbid")


class Stretch(Shape):
    """Code points of the source's text, counted from 0; the end is not included."""

    start: int
    end: int


class Quoted(Stretch):
    """The verbatim slice at its span, at most eight words."""

    quote: str


class OneClaim(Shape):
    """What a source says of a version. `version` is null where the source does not say which one it means."""

    id: int = Field(description="the number of the claim in this list")
    version: str | None
    basis: str = Field(description="how the version was found: explicit, lead-in, carried, contrast …")
    lineage: str | None = Field(description="the lineage proposed for it; null where nothing is proposed")
    kind: str
    terms: dict[str, Any] = Field(description="as in plan.schema.json, without the kind")
    modality: str | None
    polarity: Literal["included", "removed", "denied"]
    stance: str
    hedge: Hedge
    speaker: str | None
    source: str
    quotes: list[Quoted]
    sentence: Stretch
    context: list[Stretch] = Field(description="what a value or the version rests on before the sentence")
    found_by: Literal["patterns", "language-model"] = Field(description="who proposed kind and values")


class OneSource(Shape):
    """An article as it was read. Spans refer to the text whose sha256 is `text_sha256`."""

    id: str
    name: str
    format: str
    sha256: str = Field(description="of the file's bytes")
    text_sha256: str = Field(description="of the text in UTF-8")
    characters: int
    independence_group: str | None
    story: str = Field(description="the first source that printed the same report; itself where none did")


class Looked(Stretch):
    """A sentence that looks like plan content and gave no claim; or what was refused in one."""

    source: str
    text: str
    why: str
    version: str | None = None
    kinds: list[str]


class Said(Shape):
    """A remark on an article."""

    code: str
    severity: Literal["error", "warning", "info"]
    message: str
    source: str


class OneMerged(Shape):
    """Claims on one term of one version. `readings` are the values that sources give, by number of claim."""

    version: str | None
    kind: str
    key: list[str]
    polarity: str
    status: Literal["corroborated", "single source", "in conflict"]
    sources: int = Field(description="prints of one report counted once")
    readings: list[list[int]]


class Claims(Shape):
    """All claims from a stack of articles, in the order of the articles and their sentences."""

    format: Literal["tracker.claims"] = "tracker.claims"
    format_version: Literal[1] = 1
    sources: list[OneSource]
    claims: list[OneClaim]
    merged: list[OneMerged]
    review: list[Looked] = Field(description="sentences that look like plan content and gave no claim")
    rejected: list[Looked] = Field(description="what did not stand on the words of its source")
    diagnostics: list[Said]


def data(stack: Stack) -> dict[str, Any]:
    """The public data of an extraction."""
    lineages = _lineages(stack)
    numbers = {id(claim): number for number, claim in enumerate(stack.claims)}
    return Claims(
        sources=[
            OneSource(
                id=one.id,
                name=one.source.name,
                format=one.format,
                sha256=one.sha256,
                text_sha256=reading.article.sha256,
                characters=len(one.source.text),
                independence_group=one.group or None,
                story=stack.stories.get(one.id, one.id),
            )
            for one, reading in zip(stack.sources.values(), stack.readings, strict=True)
        ],
        claims=[_claim(number, claim, lineages) for number, claim in enumerate(stack.claims)],
        merged=[
            OneMerged.model_validate(
                {
                    "version": one.version,
                    "kind": one.kind,
                    "key": list(one.key),
                    "polarity": one.polarity,
                    "status": one.status,
                    "sources": one.sources,
                    "readings": [[numbers[id(claim)] for claim in reading] for reading in one.readings],
                }
            )
            for one in stack.merged
        ],
        review=[
            Looked(
                source=item.source,
                text=_text(stack, item.source, item.sentence),
                why=item.why,
                version=item.version,
                kinds=list(item.kinds),
                start=item.sentence.start,
                end=item.sentence.end,
            )
            for item in stack.unmatched
        ],
        rejected=[
            Looked(
                source=item.source,
                text=_text(stack, item.source, item.sentence),
                why=item.why,
                kinds=[item.kind],
                start=item.sentence.start,
                end=item.sentence.end,
            )
            for item in stack.rejected
        ],
        diagnostics=[
            Said(code=d.code, severity=str(d.severity), message=d.message, source=d.source.name)
            for d in stack.diagnostics
        ],
    ).model_dump(mode="json")


def _claim(number: int, claim: Claim, lineages: dict[int, str]) -> OneClaim:
    return OneClaim(id=number, lineage=lineages.get(id(claim)), **claim.plain())


def _lineages(stack: Stack) -> dict[int, str]:
    """The lineage that each placed claim was given."""
    return {key: lineage for draft in stack.drafts for key, lineage in draft.placed.items()}


def _text(stack: Stack, source: str, span: Span) -> str:
    return span.slice(stack.sources[source].source.text)


def schema() -> dict[str, Any]:
    """The JSON Schema of this version."""
    return Claims.model_json_schema()
