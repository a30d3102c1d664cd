"""One change as an entry: its number and title, for whom it loosens, and every typed change in words."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field

from tracker.diff.change import Change, Comparison, ReadingChange, Side
from tracker.diff.combined import terms_of
from tracker.plan.model import Evidence
from tracker.render.document import Entry, Line, muted, plain
from tracker.render.layout.certainty import unverified
from tracker.render.layout.speech import after_arrow, direction, evidence_words, who_says
from tracker.render.layout.unstated import unstated_fields
from tracker.semantics.fields import fields_of, heading, sentence
from tracker.semantics.way import Delta, Setting
from tracker.semantics.words import Word, Words

_SHORT = 90
"""Characters up to which typed values are shown instead of the summary."""


@dataclass(frozen=True)
class Options:
    """What to show beyond the changes of substance: evidence, what is unchanged, counts only.

    `labels`: how sources are called, by id. `texts`: whether the summaries of both sides are among the
    lines; a page that shows the texts beside the lines says no.
    """

    evidence: bool = False
    unchanged: bool = False
    stat: bool = False
    texts: bool = True
    labels: Mapping[str, str] = field(default_factory=dict)


class ChangeLayout:
    """Lays out the changes of one comparison."""

    def __init__(self, comparison: Comparison, options: Options) -> None:
        self.left, self.right = comparison.left, comparison.right
        self.options = options
        self.setting = Setting(
            comparison.left.plan.complete, comparison.right.plan.complete, comparison.names
        )

    @property
    def by_report(self) -> bool:
        """Whether a side is known from reports: then it is news that something is reported as it was."""
        return {self.left.plan.text, self.right.plan.text} & {"reported", "partial"} != set()

    def entry(self, change: Change) -> Entry:
        lines = tuple(self._lines(change))
        if self.options.evidence:
            lines += tuple(self._evidence(change))
        return Entry(
            title=plain(change.title),
            mark=change.mark,
            aside=plain(self._aside(change)),
            lines=lines,
            anchor=change.lineages[0],
        )

    def _aside(self, change: Change) -> str:
        if change.kind == "first-known" and all(not side.provision.held for side in change.right):
            return "as a removal"
        if change.kind == "not-reported" and all(not side.provision.held for side in change.left):
            return f"already removed in {self.left.ref}"
        if not any(r.reading.because != "witnesses" for r in change.readings):
            known = unverified(change, self.left, self.right)
            return "; ".join(filter(None, (direction(change.deltas, self.setting), known)))
        sources = [r for r in change.readings if r.reading.because == "sources"]
        said = [direction(reading.deltas, self.setting) for reading in sources]
        if len(said) > 1 and len(set(filter(None, said))) == 1:
            toward = next(filter(None, said))
            return f"{toward} on every reading" if all(said) else f"{toward}, if at all"
        return ""

    def _lines(self, change: Change) -> Iterator[Line]:
        if not change.left or not change.right:
            yield from self._one_sided(change)
            return
        if change.kind in ("replaced", "split", "merged"):
            yield from self._became(change)
        if change.readings and change.kind in ("contested", "left-open", "settled", "replaced"):
            yield from self._readings(change)
        elif change.kind in ("removed", "deferred", "added", "settled") or not change.deltas:
            yield from self._summaries(change)
        if change.kind not in ("removed", "added"):
            yield from self._deltas(change)
        yield from self._unstated(change)
        for place in change.unexplained:
            yield Line((Word(f"differs at {place}, and no typed change explains it", "bad"),), "unexplained")

    def _one_sided(self, change: Change) -> Iterator[Line]:
        for side in (change.left or change.right) if self.options.texts else ():
            several = len(change.left or change.right) > 1
            yield Line(plain(side.provision.summary), side.provision.id if several else self._whose(change))
        for side in change.known:
            if side.version.plan.version in (self.left.plan.version, self.right.plan.version):
                continue
            point = f" {side.provision.point}" if side.provision.point else ""
            same = any(side.provision.summary == s.provision.summary for s in change.left or change.right)
            said = "the same" if same else side.provision.summary
            yield Line(muted(said), f"{side.version.ref}{point}")

    def _whose(self, change: Change) -> str:
        return "was" if change.left else "now"

    def _became(self, change: Change) -> Iterator[Line]:
        for label, sides in (("was", change.left), ("now", change.right)) if self.options.texts else ():
            for side in sides:
                point = f"{side.provision.point}  " if side.provision.point else ""
                yield Line((Word(point, "strong"), Word(side.provision.summary)), label)

    def _summaries(self, change: Change) -> Iterator[Line]:
        if not self.options.texts:
            return
        if change.kind in ("unchanged", "renumbered"):
            if change.kind == "unchanged" and self.by_report:
                evidence = [e for s in (*change.left, *change.right) for e in s.provision.evidence]
                source = self._who(evidence if len(evidence) < 4 else change.evidence("right"))
                yield Line(plain(change.right[0].provision.summary), "now", source)
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
            self._who(change.right[0].provision.evidence),
        )

    def _readings(self, change: Change) -> Iterator[Line]:
        both = bool({r.side for r in change.readings} == {"left", "right"})
        for name, sides, label in (("left", change.left, "was"), ("right", change.right, "now")):
            if change.kind != "replaced":
                for side in sides:
                    # where copies differ the main text stands; where reports or parties do there is none
                    firm = all(reading.because == "witnesses" for reading in side.provision.readings)
                    if firm and (said := self._stated(side)):
                        yield Line(said, label)
            letters = iter("abcdefghijklmnopqrstuvwxyz")
            told = set()
            for reading in change.readings:
                known = (
                    reading.reading.summary,
                    reading.reading.held_by,
                    self._sources(reading.reading.evidence),
                )
                if reading.side == name and (known not in told or not reading.reading.summary):
                    told.add(known)
                    before = "was " if name == "left" else "now " if both else ""
                    yield from self._reading(reading, letters, before)

    def _stated(self, side: Side) -> Words:
        """A firm side among readings: its terms if they are few, else its summary."""
        said = [sentence(term, self.setting) for term in terms_of([side]).values()]
        short = len(said) == 1 and "," in said[0] and len(said[0]) <= _SHORT
        if not short and not self.options.texts:
            return ()
        return plain(said[0] if short else side.provision.summary)

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
        aside = self._who(reading.evidence)
        if len(deltas) == 1 and deltas[0].way == "measure":
            yield Line(self._seen(change, deltas[0]), label, aside)
            return
        said = reading.summary or self._presence(reading.presence)
        if not reading.summary and reading.terms:
            said = "; ".join(sentence(term, self.setting) for term in reading.terms)
        yield Line(plain(said), label, aside)
        for delta in deltas:
            words = self._seen(change, delta)
            field: Words = () if delta.way == "term" else (Word(f"{self._label(delta, {})}: "),)
            yield Line((*field, *words), indent=1)

    def _seen(self, change: ReadingChange, delta: Delta) -> Words:
        return after_arrow(delta.words) if change.side == "right" and delta.way == "measure" else delta.words

    def _presence(self, presence: str) -> str:
        return {"removed": "removed", "deferred": "left to others"}.get(presence, "in the text")

    def _deltas(self, change: Change) -> Iterator[Line]:
        terms = {**terms_of(change.left), **terms_of(change.right)}
        mixed = not direction(change.deltas, self.setting)
        for delta in change.deltas:
            if delta.route == ("modality",) and "defers" in (delta.old, delta.new):
                continue  # "left to" says it
            if delta.route == ("deferred_to",):
                if delta.new:
                    yield Line(plain(self.setting.say(delta.new)), "left to")
                continue
            if delta.way == "term" and change.kind == "replaced":
                continue  # both texts stand above
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
        if change.kind in ("removed", "deferred", "added", "not-in-text", "renumbered"):
            return
        for side, version in (("left", self.left), ("right", self.right)):
            if fields := unstated_fields(change, side, version):
                yield Line(muted(f"not stated in {version.ref}: {', '.join(sorted(fields))}"))

    def _who(self, evidence: Sequence[Evidence]) -> Words:
        """Who says so, as an aside of a line."""
        return muted(self._sources(evidence))

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
