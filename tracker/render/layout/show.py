"""A version, or some of its provisions, in full."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tracker.diagnostic import did_you_mean
from tracker.errors import TrackerError
from tracker.plan.issues import ISSUES
from tracker.plan.model import Fact, Plan, Provision, Reading
from tracker.plan.term import Term
from tracker.plan.words import MODALITIES, PRESENCES
from tracker.render.document import Block, Document, Entry, Heading, Line, Table, muted, plain
from tracker.render.layout.speech import day, evidence_words, kind_of_text, who_says
from tracker.semantics.fields import sentence
from tracker.semantics.way import Setting


def wanted(ref: str, plan: Plan, name: str | None) -> tuple[Provision, ...]:
    """All provisions, or those of one lineage or printed point. Raises TrackerError if there is none."""
    if name is None:
        return plan.provisions
    found = tuple(p for p in plan.provisions if name in (p.id, p.point))
    if not found:
        known = [p.id for p in plan.provisions] + [p.point for p in plan.provisions if p.point]
        raise TrackerError(f"{ref} has no provision `{name}`", help=did_you_mean(name, known))
    return found


def document(
    ref: str, plan: Plan, chosen: Sequence[Provision], names: Mapping[str, str], labels: Mapping[str, str]
) -> Document:
    """The head of the version, what is said about it, and the provisions chosen."""
    layout = _Layout(names, labels)
    blocks: list[Block] = [Table(tuple(layout.head(ref, plan)))]
    if chosen is plan.provisions or len(chosen) == len(plan.provisions):
        blocks += layout.facts(plan.facts)
        blocks.append(Heading(plain("Provisions"), 2))
    blocks += [layout.provision(provision) for provision in chosen]
    return Document(f"{plan.title} ({ref})", tuple(blocks))


class _Layout:
    def __init__(self, names: Mapping[str, str], labels: Mapping[str, str]) -> None:
        self.setting = Setting(names=names)
        self.labels = labels

    def head(self, ref: str, plan: Plan) -> Iterator[tuple[tuple, ...]]:  # type: ignore[type-arg]
        rows = {
            "version": f"{ref}  {plan.title}",
            "date": day(plan.date),
            "published": day(plan.published) if plan.published else "",
            "text": kind_of_text(plan),
            "revises": ", ".join(plan.revises),
            "draws on": ", ".join(plan.draws_on),
            "also called": ", ".join(plan.aliases),
            "status": plan.status or "",
        }
        for label, value in rows.items():
            if value:
                yield muted(label), plain(value)

    def facts(self, facts: Sequence[Fact]) -> Iterator[Block]:
        if facts:
            yield Heading(plain("What sources say about it"), 2)
        by_topic: dict[str, list[Fact]] = {}
        for fact in facts:
            by_topic.setdefault(fact.about, []).append(fact)
        for about, some in by_topic.items():
            lines = tuple(
                Line(
                    plain(self.setting.say(fact.value)),
                    aside=muted(who_says(fact.evidence, self.labels, self.setting.names)),
                )
                for fact in some
            )
            yield Entry(plain(about.replace("-", " ")), lines=lines)

    def provision(self, provision: Provision) -> Entry:
        return Entry(
            title=plain(provision.title),
            mark=provision.point or "",
            aside=muted(provision.id),
            lines=tuple(self._lines(provision)),
            anchor=provision.id,
        )

    def _lines(self, provision: Provision) -> Iterator[Line]:
        yield Line(plain(provision.summary))
        issue = ISSUES.get(provision.issue)
        yield Line(plain(f"{issue.title} ({provision.issue})" if issue else provision.issue), "issue")
        yield Line(plain(f"{provision.presence}: {PRESENCES[provision.presence]}"), "presence")
        if provision.modality:
            yield Line(plain(f"{provision.modality}: {MODALITIES[provision.modality]}"), "modality")
        yield from self._terms(provision.terms)
        if provision.deferred_to:
            yield Line(plain(self.setting.say(provision.deferred_to)), "left to")
        for was in provision.was:
            yield Line(plain(f"{was.id} ({was.how})"), "was")
        for reading in provision.readings:
            yield from self._reading(reading)
        for item in provision.evidence:
            yield Line(evidence_words(item, self.labels, self.setting.names), "evidence")

    def _terms(self, terms: Sequence[Term], indent: int = 0) -> Iterator[Line]:
        for term in terms:
            yield Line(plain(f"{term.title}: {sentence(term, self.setting)}"), "says", indent=indent)

    def _reading(self, reading: Reading) -> Iterator[Line]:
        who = " and ".join(map(self.setting.say, reading.held_by or ()))
        label = {"sources": "reported", "positions": "position", "witnesses": "in a copy"}[reading.because]
        rank = {1: " (first choice)", 2: " (fall-back)"}.get(reading.rank or 0, "")
        said = reading.summary or reading.presence
        yield Line(plain(f"{who}{rank}: {said}" if who else said), label)
        yield from self._terms(reading.terms, indent=1)
        for item in reading.evidence:
            yield Line(evidence_words(item, self.labels, self.setting.names), "", indent=1)
