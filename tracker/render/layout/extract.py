"""What a stack of articles gave: the drafts, then what a person has to look at."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import TYPE_CHECKING

from tracker.plan.model import Provision, Reading
from tracker.render.document import (
    Block,
    Document,
    Entry,
    Heading,
    Line,
    Paragraph,
    Table,
    muted,
    plain,
    strong,
)
from tracker.render.layout.explain_stages import stages
from tracker.render.layout.speech import evidence_words
from tracker.semantics.fields import sentence
from tracker.semantics.way import Setting

if TYPE_CHECKING:
    from tracker.extract.claims import Claim
    from tracker.extract.propose import Draft
    from tracker.extract.stack import Stack
    from tracker.source import Span

_LONGEST = 300


def document(
    stack: Stack, names: Mapping[str, str], labels: Mapping[str, str], *, explain: bool = False
) -> Document:
    """The drafts by version, the claims that stand nowhere, and the sentences that gave none."""
    layout = _Layout(stack, names, labels)
    blocks = [*layout.stages(), *layout.body()] if explain else [*layout.body()]
    return Document("Extraction", tuple(blocks))


class _Layout:
    def __init__(self, stack: Stack, names: Mapping[str, str], labels: Mapping[str, str]) -> None:
        self.stack, self.labels = stack, labels
        self.setting = Setting(names=names)

    def stages(self) -> Iterator[Block]:
        for reading in self.stack.readings:
            yield from stages(reading)

    def body(self) -> Iterator[Block]:
        stack = self.stack
        count = sum(len(draft.plan.provisions) for draft in stack.drafts)
        yield Paragraph(
            plain(
                f"{_many(len(stack.sources), 'article')}, {_many(len(stack.claims), 'claim')}, "
                f"{_many(count, 'provision')} proposed for {_many(len(stack.drafts), 'version')}"
            )
        )
        for draft in stack.drafts:
            yield from self._draft(draft)
        if stack.unattributed:
            yield Heading(plain("Claims without a version"), 2)
            yield Paragraph(
                muted("The source does not say which text it means; nothing is placed by guessing.")
            )
            for claim in stack.unattributed:
                yield self._claim(claim)
        if stack.unmatched:
            yield Heading(plain("Sentences to look at"), 2)
            yield Paragraph(muted("They look like plan content and gave no claim."))
            rows = tuple(
                (
                    muted(f"{self._label(item.source)}:{self._line(item.source, item.sentence)}"),
                    plain(self._words(item.source, item.sentence)),
                    muted(item.why),
                )
                for item in stack.unmatched
            )
            yield Table(rows, ("source", "sentence", "why"))
        if stack.rejected:
            yield Heading(plain("Refused"), 2)
            rows = tuple(
                (
                    muted(f"{self._label(item.source)}:{self._line(item.source, item.sentence)}"),
                    plain(item.kind),
                    plain(item.why),
                )
                for item in stack.rejected
            )
            yield Table(rows, ("source", "kind", "why"))

    def _draft(self, draft: Draft) -> Iterator[Block]:
        yield Heading(plain(f"{draft.plan.title} ({draft.version})"), 2)
        for provision in draft.plan.provisions:
            match = draft.matches[provision.id]
            aside = provision.id if match.known else f"{provision.id} (new)"
            lines = list(self._provision(provision))
            evidence = [*provision.evidence, *(e for r in provision.readings for e in r.evidence)]
            sources = {item.source for item in evidence}
            count = self.stack.independent(sources)
            standing = "sources differ" if provision.readings else _many(count, "independent source")
            lines.append(Line(muted(standing), "stands on"))
            if match.others:
                lines.append(Line(muted(", ".join(match.others)), "or"))
            yield Entry(plain(provision.title), aside=muted(aside), lines=tuple(lines))
        for claim, why in draft.unplaced:
            yield self._claim(claim, why)

    def _provision(self, provision: Provision) -> Iterator[Line]:
        for term in provision.terms:
            yield Line(plain(sentence(term, self.setting) or term.title), "says")
        if not provision.terms and not provision.readings:
            yield Line(plain(provision.summary), provision.presence)
        for item in provision.evidence:
            yield Line(evidence_words(item, self.labels, self.setting.names), "evidence")
        for reading in provision.readings:
            yield from self._reading(reading)

    def _reading(self, reading: Reading) -> Iterator[Line]:
        yield Line(strong(reading.summary or reading.presence), "some say")
        for item in reading.evidence:
            yield Line(evidence_words(item, self.labels, self.setting.names), "", indent=1)

    def _claim(self, claim: Claim, why: str = "") -> Entry:
        said = sentence(claim.term, self.setting)
        title = f"{claim.term.title}: {said}" if said else claim.term.title
        lines = [Line(plain(self._words(claim.source, claim.sentence)), self._label(claim.source))]
        if why:
            lines.append(Line(muted(why), "not placed"))
        speaker = f"{claim.hedge}, {self.setting.say(claim.speaker)}" if claim.speaker else claim.hedge
        return Entry(plain(title), aside=muted(f"{claim.polarity}, {speaker}"), lines=tuple(lines))

    def _words(self, source: str, span: Span) -> str:
        text = " ".join(span.slice(self.stack.sources[source].source.text).split())
        return text if len(text) <= _LONGEST else f"{text[:_LONGEST].rsplit(' ', 1)[0]} …"

    def _line(self, source: str, span: Span) -> int:
        return self.stack.sources[source].source.position(span.start).line

    def _label(self, source: str) -> str:
        return self.labels.get(source, source)


def _many(count: int, what: str) -> str:
    return f"{count} {what}" if count == 1 else f"{count} {what}s"
