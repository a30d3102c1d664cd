"""A comparison as a document: the two versions, the counts, then every change by kind."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from tracker.diff.change import KINDS, Change, ChangeKind, Comparison
from tracker.render.document import Block, Document, Heading, Paragraph, Table, muted, plain
from tracker.render.layout.change import ChangeLayout, Options
from tracker.render.layout.speech import day, kind_of_text
from tracker.semantics.words import Word, Words, joined

SILENCE = {
    "unknown": "Nothing is known about these in {right}; that is no sign of removal.",
    "silent": "Not in the list read out of {right}; that is no sign of removal.",
    "absent": "The full text of {right} lacks them; {left} is not known in full, so none counts as removed.",
}
FIRST = {
    "unknown": "{left} is not known well enough to say whether it had them.",
    "silent": "Not in the list read out of {left}; it may have had them.",
    "absent": "Not in the full text of {left}; {right} is no complete text, so none counts as added.",
}


_SPOKEN: dict[ChangeKind, dict[str, str]] = {
    "not-reported": SILENCE,
    "not-in-text": SILENCE,
    "first-known": FIRST,
}


def document(comparison: Comparison, options: Options) -> Document:
    """The whole comparison, or with `stat` its head only."""
    blocks: list[Block] = [_versions(comparison), Paragraph(counts(comparison))]
    if not options.stat:
        layout = ChangeLayout(comparison, options)
        for kind in KINDS:
            changes = comparison.of_kind(kind)
            if changes and (kind != "unchanged" or options.unchanged or layout.by_report):
                blocks += _group(layout, kind, changes)
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
    said = [plain(f"{number} {tally(kind, comparison)}") for kind, number in found.items()]
    if not any(kind != "unchanged" for kind in found):
        said.insert(0, plain("no differences"))
    last: Words = plain("nothing unexplained")
    if comparison.unexplained:
        last = (Word(f"{comparison.unexplained} unexplained", "bad"),)
    return joined([*said, last], " · ")


def tally(kind: ChangeKind, comparison: Comparison) -> str:
    if kind == "removed" and comparison.right.plan.text == "reported":
        return "removed (reported)"
    if kind == "not-reported" and comparison.right.plan.text == "read-aloud":
        return "not in the list read out"
    return KINDS[kind].tally


def _group(layout: ChangeLayout, kind: ChangeKind, changes: Sequence[Change]) -> Iterator[Block]:
    title = KINDS[kind].heading
    if kind == "not-reported" and {change.basis for change in changes} == {"silent"}:
        title = "Not in the list read out"
    if kind == "unchanged" and layout.by_report:
        title = "Unchanged as far as reported"
    yield Heading((Word(title),), 2)
    if kind not in _SPOKEN:
        for change in changes:
            yield layout.entry(change)
        return
    for basis in dict.fromkeys(change.basis for change in changes):
        if said := _SPOKEN[kind].get(basis):
            yield Paragraph(muted(said.format(left=layout.left.ref, right=layout.right.ref)))
        for change in changes:
            if change.basis == basis:
                yield layout.entry(change)
