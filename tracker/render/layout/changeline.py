"""One change in one line: point and title, for whom it loosens, old and new, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from tracker.diff.change import Change, Comparison
from tracker.plan.model import Evidence
from tracker.render.document import Line, plain
from tracker.render.layout.change import ChangeLayout, Options
from tracker.render.layout.notes import Notes
from tracker.semantics.words import Word, Words, joined

_MARKED = {
    "settled": "no longer open",
    "deferred": "left to others",
    "split": "split",
    "merged": "merged",
}
"""Kinds that share a heading with another, and so are named in the line."""


class ChangeLines(ChangeLayout):
    """The changes of one comparison as lines; evidence goes to the footnotes."""

    def __init__(self, comparison: Comparison, notes: Notes) -> None:
        super().__init__(comparison, Options())
        self.notes = notes

    def head(self, change: Change) -> Words:
        """The printed number and the title, and in brackets what is to be known about the change."""
        entry = self.entry(change)
        mark = f"{entry.mark} " if entry.mark else ""
        title: Words = (Word(mark + change.title, "strong"),)
        aside = "; ".join(filter(None, (_MARKED.get(change.kind, ""), self._aside(change))))
        return (*title, Word(f" ({aside})")) if aside else title

    def line(self, change: Change) -> Words:
        """The whole change."""
        parts = _parts(self._lines(change))
        told = any(word.role == "note" for part in parts for word in part)
        # what the readings and the new text rest on is noted there; all else at the end of the line
        notes = () if told else self.notes.refer(self._evidence_of(change))
        body = joined(parts, "; ")
        return (*self.head(change), *(plain(": ") if body else ()), *body, *notes)

    def brief(self, change: Change) -> Words:
        """The change up to its first typed values, without notes; where there are none, its head."""
        deltas = [words for words in map(_bare, self._deltas(change)) if words]
        readings = [
            _bare(Line(self._seen(r, d), "" if len(change.readings) == 1 else self._voice(r.reading.because)))
            for r in change.readings
            for d in r.deltas
            if r.side == "right" and d.way == "measure"
        ]
        shown = (readings or deltas)[:1]
        return (*self.head(change), *(plain(": ") if shown else ()), *joined(shown))

    def _voice(self, because: str) -> str:
        return {"sources": "in one report", "positions": "in one position"}.get(because, "in one copy")

    def _who(self, evidence: Sequence[Evidence]) -> Words:
        return self.notes.refer(evidence)

    def _evidence_of(self, change: Change) -> Iterable[Evidence]:
        """What the newer text rests on, or the older one where there is no newer."""
        return change.evidence("right") or change.evidence("left")


def _parts(lines: Iterable[Line]) -> list[Words]:
    """Statements as parts of a sentence; what stands indented below one follows it in brackets."""
    parts: list[Words] = []
    inner: list[Words] = []

    def close() -> None:
        if inner:
            parts[-1] = (*parts[-1], Word(" ("), *joined(inner, ", "), Word(")"))
            inner.clear()

    for line in lines:
        if line.indent and parts:
            inner.append(_bare(line))
            continue
        close()
        parts.append(_bare(line))
    close()
    return parts


def _bare(line: Line) -> Words:
    """A statement with its label; full stops inside a sentence would end it."""
    words = line.words
    if words and words[-1].text.endswith("."):
        words = (*words[:-1], words[-1]._replace(text=words[-1].text[:-1]))
    label = plain(f"{line.label}: ") if line.label else ()
    if not line.aside:
        return (*label, *words)
    if line.aside[0].role == "note":
        return (*label, *words, *line.aside)
    return (*label, *words, Word(" ("), *line.aside, Word(")"))
