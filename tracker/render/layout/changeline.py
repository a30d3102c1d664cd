"""One change in one line: point and title, for whom it loosens, old and new, and who says so."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace

from tracker.diff.change import Change, Comparison, ReadingChange, Side
from tracker.diff.combined import terms_of
from tracker.plan.model import Evidence
from tracker.render.document import Line, plain
from tracker.render.layout.change import ChangeLayout, Options
from tracker.render.layout.notes import Notes
from tracker.semantics.words import Word, Words, joined, text_of

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
        self.comparison = comparison
        self.notes = notes

    def head(self, change: Change) -> Words:
        """The printed number and the title, and in brackets what is to be known about the change."""
        mark = f"{change.mark} " if change.mark else ""
        title: Words = (Word(mark + change.title, "strong"),)
        weak = (
            ""
            if change.left or any(e.verified for s in change.right for e in _evidence_of(s))
            else "not verified"
        )
        said = dict.fromkeys((_MARKED.get(change.kind, ""), self._aside(change), weak))
        aside = "; ".join(filter(None, said))
        return (*title, Word(f" ({aside})")) if aside else title

    def line(self, change: Change) -> Words:
        """The whole change."""
        lines = self._noted(change, list(self._lines(change)))
        body = joined(_parts(lines), "; ")
        return (*self.head(change), *(plain(": ") if body else ()), *body)

    def brief(self, change: Change) -> Words:
        """The change with its first typed value, without notes; where there is none, its head."""
        numbers = {
            text_of(self._seen(reading, delta)): self._seen(reading, delta)
            for reading in change.readings
            for delta in reading.deltas
            if reading.side == "right" and delta.way == "measure"
        }
        shown = joined(numbers.values(), ", or ")
        if not shown and change.kind in ("modified", "replaced", "settled"):
            typed = [d for d in change.deltas if d.route[0] == "terms" and d.way != "term"]
            terms = {**terms_of(change.left), **terms_of(change.right)}
            shown = joined((*plain(f"{self._label(d, terms)}: "), *d.words) for d in typed[:1])
        return (*self.head(change), *(plain(": ") if shown else ()), *shown)

    def evidence(self, change: Change) -> tuple[Evidence, ...]:
        """All that the newer text rests on, its readings included, or the older where there is no newer."""
        found: dict[str, Evidence] = {}
        for side in change.right or change.left:
            read = (item for reading in side.provision.readings for item in reading.evidence)
            found.update((repr(item), item) for item in (*side.provision.evidence, *read))
        return tuple(found.values())

    def _who(self, evidence: Sequence[Evidence]) -> Words:
        return self.notes.refer(evidence)

    def _one_sided(self, change: Change) -> Iterator[Line]:
        """With the positions or reports that a newly known provision holds."""
        lines = list(super()._one_sided(change))
        sides = len(change.left or change.right)
        yield from lines[:sides]
        letters = iter("abcdefghijklmnopqrstuvwxyz")
        for side in change.right:
            for reading in side.provision.readings:
                told = ReadingChange("right", side.provision.id, reading, (), ())
                yield from self._reading(told, letters, "")
        yield from lines[sides:]

    def _unstated(self, change: Change) -> Iterator[Line]:
        """In a changelog only what is said counts, and what nobody can explain."""
        return iter(line for line in super()._unstated(change) if line.label == "unexplained")

    def _noted(self, change: Change, lines: list[Line]) -> list[Line]:
        """The lines, those that tell what a text says with notes on what that text rests on."""
        told = any(line.aside for line in lines)
        if change.kind in ("not-reported", "not-in-text"):
            return lines  # what the older text rests on stands under its own version
        sides = change.right or change.left
        own = [i for i, line in enumerate(lines) if line.label in ("now", *(s.provision.id for s in sides))]
        if len(own) == len(sides):
            evidence = (side.provision.evidence if told else _evidence_of(side) for side in sides)
            pieces = dict(zip(own, evidence, strict=True))
        elif told or not lines:
            return lines
        else:
            whole = len(lines) if change.left and change.right else len(change.left or change.right)
            pieces = {min(whole, len(lines)) - 1: tuple(e for side in sides for e in _evidence_of(side))}
        return [
            replace(line, aside=self.notes.refer(pieces[i])) if i in pieces and not line.aside else line
            for i, line in enumerate(lines)
        ]


def _evidence_of(side: Side) -> tuple[Evidence, ...]:
    """What a provision rests on; of an open one, what the positions rest on."""
    provision = side.provision
    return provision.evidence or tuple(e for reading in provision.readings for e in reading.evidence)


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
