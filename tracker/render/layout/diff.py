"""A comparison as a document: the two versions, the counts, then every change by kind."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tracker.diff.change import KINDS, Change, ChangeKind, Comparison, ReadingChange, Side, Version, points
from tracker.diff.combined import terms_of
from tracker.plan.model import Evidence
from tracker.render.document import Block, Document, Entry, Heading, Line, Paragraph, Table, muted, plain
from tracker.render.layout.speech import (
    after_arrow,
    day,
    direction,
    evidence_words,
    kind_of_text,
    who_says,
)
from tracker.semantics.fields import bound_by, fields_of, heading, sentence
from tracker.semantics.way import Delta, Setting
from tracker.semantics.words import Word, Words, joined

_SILENCE = {
    "unknown": "Nothing is known about these in {right}; that is no sign of removal.",
    "silent": "Not in the list read out of {right}; that is no sign of removal.",
    "absent": "The full text of {right} lacks them; {left} is not known in full, so none counts as removed.",
}
_FIRST = {
    "unknown": "{left} is not known well enough to say whether it had them.",
    "silent": "Not in the list read out of {left}; it may have had them.",
    "absent": "Not in the full text of {left}; {right} is no complete text, so none counts as added.",
}


@dataclass(frozen=True)
class Options:
    """What to show beyond the changes of substance: evidence, what is unchanged, counts only."""

    evidence: bool = False
    unchanged: bool = False
    stat: bool = False
    labels: Mapping[str, str] = field(default_factory=dict)


def document(comparison: Comparison, options: Options) -> Document:
    """The whole comparison, or with `stat` its head only."""
    blocks: list[Block] = [_versions(comparison), Paragraph(counts(comparison))]
    if not options.stat:
        layout = _Layout(comparison, options)
        for kind in KINDS:
            changes = comparison.of_kind(kind)
            if changes and (kind != "unchanged" or options.unchanged):
                blocks += layout.group(kind, changes)
    title = f"{comparison.left.ref} -> {comparison.right.ref}"
    return Document(title, tuple(blocks))


def _versions(comparison: Comparison) -> Table:
    return Table(
        tuple(
            (
                (Word(version.ref, "strong"),),
                plain(version.plan.title),
                plain(day(version.plan.date)),
                plain(kind_of_text(version.plan)),
            )
            for version in (comparison.left, comparison.right)
        )
    )


def counts(comparison: Comparison) -> Words:
    """`3 modified · 2 contested · …`, kinds that do not occur left out, the auditor's word last."""
    found = comparison.counts()
    said = [plain(f"{number} {_tally(kind, comparison)}") for kind, number in found.items()]
    if not any(kind != "unchanged" for kind in found):
        said.insert(0, plain("no differences"))
    last: Words = plain("nothing unexplained")
    if comparison.unexplained:
        last = (Word(f"{comparison.unexplained} unexplained", "bad"),)
    return joined([*said, last], " · ")


def _tally(kind: ChangeKind, comparison: Comparison) -> str:
    if kind == "removed" and comparison.right.plan.text == "reported":
        return "removed (reported)"
    if kind == "not-reported" and comparison.right.plan.text == "read-aloud":
        return "not in the list read out"
    return KINDS[kind].tally


class _Layout:
    def __init__(self, comparison: Comparison, options: Options) -> None:
        self.left, self.right = comparison.left, comparison.right
        self.options = options
        self.setting = Setting(
            comparison.left.plan.complete, comparison.right.plan.complete, comparison.names
        )

    def group(self, kind: ChangeKind, changes: Sequence[Change]) -> Iterator[Block]:
        title = KINDS[kind].heading
        if kind == "not-reported" and {change.basis for change in changes} == {"silent"}:
            title = "Not in the list read out"
        yield Heading((Word(title),), 2)
        for basis in dict.fromkeys(change.basis for change in changes):
            sentences = _SILENCE if kind in ("not-reported", "not-in-text") else _FIRST
            some = [change for change in changes if change.basis == basis]
            if basis in sentences and kind in ("not-reported", "not-in-text", "first-known"):
                said = sentences[basis].format(left=self.left.ref, right=self.right.ref)
                yield Paragraph(muted(said))
            for change in some:
                yield self.entry(change)

    def entry(self, change: Change) -> Entry:
        old, new = points(change.left), points(change.right)
        mark = ", ".join(old or new)
        if old and new and old != new:
            mark = f"{', '.join(old)} -> {', '.join(new)}"
        lines = tuple(self._lines(change))
        if self.options.evidence:
            lines += tuple(self._evidence(change))
        return Entry(
            title=plain(change.title),
            mark=mark,
            aside=plain(self._aside(change)),
            lines=lines,
            anchor=change.lineages[0],
        )

    def _aside(self, change: Change) -> str:
        if change.kind == "first-known" and all(not side.provision.held for side in change.right):
            return "as a removal"
        if change.kind == "not-reported" and all(not side.provision.held for side in change.left):
            return f"already removed in {self.left.ref}"
        if not change.readings:
            return direction(change.deltas, self.setting)
        sources = [r for r in change.readings if r.reading.because == "sources"]
        said = {direction(reading.deltas, self.setting) for reading in sources}
        if len(sources) > 1 and len(said) == 1 and "" not in said:
            return f"{said.pop()} on every reading"
        return ""

    def _lines(self, change: Change) -> Iterator[Line]:
        if not change.left or not change.right:
            yield from self._one_sided(change)
            return
        if change.kind in ("replaced", "split", "merged"):
            yield from self._became(change)
        if change.readings and change.kind in ("contested", "left-open", "settled", "replaced"):
            yield from self._readings(change)
        elif change.kind in ("removed", "deferred", "added") or not change.deltas:
            yield from self._summaries(change)
        yield from self._deltas(change)
        yield from self._unstated(change)
        for place in change.unexplained:
            yield Line((Word(f"differs at {place}, and no typed change explains it", "bad"),), "unexplained")

    def _one_sided(self, change: Change) -> Iterator[Line]:
        for side in change.left or change.right:
            several = len(change.left or change.right) > 1
            yield Line(plain(side.provision.summary), side.provision.id if several else self._whose(change))
        for side in change.known:
            if side.version.plan.version in (self.left.plan.version, self.right.plan.version):
                continue
            point = f" {side.provision.point}" if side.provision.point else ""
            yield Line(muted(side.provision.summary), f"{side.version.ref}{point}")

    def _whose(self, change: Change) -> str:
        return "was" if change.left else "now"

    def _became(self, change: Change) -> Iterator[Line]:
        for label, sides in (("was", change.left), ("now", change.right)):
            for side in sides:
                point = f"{side.provision.point}  " if side.provision.point else ""
                yield Line((Word(point), Word(side.provision.summary)), label)

    def _summaries(self, change: Change) -> Iterator[Line]:
        if change.kind in ("unchanged", "renumbered"):
            return
        if change.kind == "reworded":
            for delta in change.wording:
                if delta.way == "prose":
                    yield Line(delta.words, delta.label)
            return
        yield Line(plain(change.left[0].provision.summary), "was")
        yield Line(
            plain(change.right[0].provision.summary),
            "now",
            muted(self._sources(change.right[0].provision.evidence)),
        )

    def _readings(self, change: Change) -> Iterator[Line]:
        both = bool({r.side for r in change.readings} == {"left", "right"})
        for name, sides, label in (("left", change.left, "was"), ("right", change.right, "now")):
            if change.kind != "replaced":
                for side in sides:
                    if not side.provision.readings:
                        yield Line(self._stated(side), label)
            letters = iter("abcdefghijklmnopqrstuvwxyz")
            for reading in change.readings:
                if reading.side == name:
                    before = "was " if name == "left" else "now " if both else ""
                    yield from self._reading(reading, letters, before)

    def _stated(self, side: Side) -> Words:
        """A firm side among readings: its terms if they are few, else its summary."""
        terms = terms_of([side])
        if len(terms) == 1:
            return plain(sentence(next(iter(terms.values())), self.setting))
        return plain(side.provision.summary)

    def _reading(self, change: ReadingChange, letters: Iterator[str], before: str) -> Iterator[Line]:
        reading = change.reading
        if reading.because == "positions":
            label = " and ".join(map(self.setting.say, reading.held_by or ())) or "position"
            label += {1: ", first choice", 2: ", fall-back"}.get(reading.rank or 0, "")
        elif reading.because == "witnesses":
            label = "in a copy"
        else:
            label = f"{next(letters, '…')})"
        label = before + label
        deltas = change.deltas
        aside = muted(self._sources(reading.evidence))
        if len(deltas) == 1 and deltas[0].way == "measure":
            yield Line(self._seen(change, deltas[0]), label, aside)
            return
        said = reading.summary or self._presence(reading.presence)
        if not reading.summary and reading.terms:
            said = "; ".join(sentence(term, self.setting) for term in reading.terms)
        yield Line(plain(said), label, aside)
        for delta in deltas:
            words = self._seen(change, delta)
            yield Line((Word(f"{self._label(delta, {})}: "), *words), "", indent=1)

    def _seen(self, change: ReadingChange, delta: Delta) -> Words:
        return after_arrow(delta.words) if change.side == "right" and delta.way == "measure" else delta.words

    def _presence(self, presence: str) -> str:
        return {"removed": "removed", "deferred": "left to others"}.get(presence, "in the text")

    def _deltas(self, change: Change) -> Iterator[Line]:
        terms = {**terms_of(change.left), **terms_of(change.right)}
        mixed = not direction(change.deltas, self.setting)
        for delta in change.deltas:
            if delta.route == ("deferred_to",):
                if delta.new:
                    yield Line(plain(self.setting.say(delta.new)), "left to")
                continue
            aside = muted(direction([delta], self.setting)) if mixed else ()
            yield Line(delta.words, self._label(delta, terms), aside)

    def _label(self, delta: Delta, terms: Mapping[str, object]) -> str:
        """The field, and which term it belongs to where there are several or the term has two keys."""
        if delta.way == "term" or len(delta.route) < 3:
            return "term" if delta.way == "term" else delta.label
        term = terms.get(str(delta.route[1]))
        if term is None:
            return delta.label
        keys = sum(f.is_key for f in fields_of(type(term)))  # type: ignore[arg-type]
        if len(terms) > 1 or keys > 1:
            which = heading(term, self.setting)  # type: ignore[arg-type]
            return f"{which}: {delta.label}" if which else delta.label
        return delta.label

    def _unstated(self, change: Change) -> Iterator[Line]:
        if change.kind in ("unchanged", "removed", "deferred", "added", "not-in-text", "renumbered"):
            return
        for side, version in (("left", self.left), ("right", self.right)):
            fields = {u.label for u in change.unstated if u.silent == side}
            for reading in change.readings:
                fields |= {
                    u.label
                    for u in reading.outcomes
                    if not isinstance(u, Delta) and u.silent == side and len(u.route) > 2
                }
            if change.kind == "contested" and side == "right":
                fields |= self._open_conditions(change, version)
            if fields:
                yield Line(muted(f"not stated in {version.ref}: {', '.join(sorted(fields))}"))

    def _open_conditions(self, change: Change, version: Version) -> set[str]:
        """Qualifiers of a contested term on which no reading of this version speaks."""
        readings = [r.reading for r in change.readings if r.side == "right" and r.reading.terms]
        terms = [term for reading in readings for term in reading.terms if bound_by(term)]
        if (
            not terms
            or version.plan.complete
            or any(term.kind_name() != terms[0].kind_name() for term in terms)
        ):
            return set()
        return {
            f.label
            for f in fields_of(type(terms[0]))
            if f.way.name == "condition" and all(getattr(term, f.name) is None for term in terms)
        }

    def _sources(self, evidence: Sequence[Evidence]) -> str:
        return who_says(evidence, self.options.labels, self.setting.names)

    def _evidence(self, change: Change) -> Iterator[Line]:
        for version, sides in ((self.left, change.left), (self.right, change.right)):
            for side in sides:
                items = [*side.provision.evidence]
                for reading in side.provision.readings:
                    items += reading.evidence
                for item in items:
                    yield Line(evidence_words(item, self.options.labels, self.setting.names), version.ref)
