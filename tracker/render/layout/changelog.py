"""A changelog as a document: version by version, the weighty changes first, then all by kind."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from tracker.diff.change import Change, ChangeKind, Version
from tracker.diff.changelog import Changelog, Release, Step
from tracker.plan.cited import Cited
from tracker.plan.issues import ISSUES
from tracker.plan.model import Plan
from tracker.render.document import Block, Bullets, Document, Fold, Heading, Paragraph, muted, plain
from tracker.render.layout.changeline import ChangeLines
from tracker.render.layout.diff import FIRST, SILENCE, tally
from tracker.render.layout.notes import Notes, prefixes
from tracker.render.layout.speech import day, kind_of_text
from tracker.semantics.words import Word, Words, joined


@dataclass(frozen=True)
class Section:
    """Kinds of change under one heading; `folded` where their number says enough at first."""

    heading: str
    kinds: tuple[ChangeKind, ...]
    folded: bool = False


SECTIONS = (
    Section("Added", ("added",)),
    Section("Changed", ("modified", "settled")),
    Section("Removed", ("removed",)),
    Section("Contested", ("contested",)),
    Section("Left open", ("left-open", "deferred")),
    Section("Replaced", ("replaced", "split", "merged")),
    Section("First known", ("first-known",)),
    Section("Not in the text", ("not-in-text",)),
    Section("Not reported", ("not-reported",), folded=True),
    Section("Renumbered", ("renumbered",), folded=True),
    Section("Reworded", ("reworded",), folded=True),
    Section("Unchanged as far as reported", ("unchanged",), folded=True),
)


def document(changelog: Changelog, sources: Mapping[str, Cited]) -> Document:
    """All versions, newest first."""
    blocks: list[Block] = []
    prefix = prefixes(release.version.ref for release in changelog.releases)
    for release in changelog.releases:
        notes = Notes(prefix[release.version.ref], sources, changelog.names)
        blocks += _release(release, notes, changelog.names)
        if notes:
            blocks.append(notes.block())
    if not blocks:
        blocks.append(Paragraph(plain("No versions yet.")))
    return Document("Changelog", tuple(blocks))


def section_of(change: Change, step: Step) -> str:
    """The heading under which a change stands; empty if it is left out."""
    if change.kind == "unchanged" and not _by_report(step):
        return ""
    return next(_heading(section, [change]) for section in SECTIONS if change.kind in section.kinds)


def made_known(plan: Plan, names: Mapping[str, str], notes: Notes) -> Words:
    """Who made a version known, by each account that there is."""
    facts = [fact for fact in plan.facts if fact.about == "made-known-by"]
    said = [
        (*plain(names.get(str(fact.value), str(fact.value))), *notes.refer(fact.evidence)) for fact in facts
    ]
    return joined(said, "; ")


def summary(plan: Plan) -> str:
    """A first version in two sentences: how much it says, and about what."""
    held = [p for p in plan.provisions if p.held]
    points = {p.point for p in held if p.point}
    said = f"The first version: {_many(len(held), 'provision')}"
    if points:
        said += f" under {_many(len(points), 'printed number')}"
    issues = Counter(ISSUES[p.issue].title for p in held if p.issue in ISSUES)
    most = [f"{title} ({number})" for title, number in sorted(issues.items(), key=lambda i: (-i[1], i[0]))]
    return f"{said}. Most are about: {', '.join(most[:5])}." if most else f"{said}."


def _release(release: Release, notes: Notes, names: Mapping[str, str]) -> Iterator[Block]:
    plan, ref = release.version.plan, release.version.ref
    yield Heading(plain(f"{plan.title} ({ref}), {day(plan.date)}"), 2, anchor=ref)
    yield Paragraph(_about(release, notes, names))
    if not release.steps:
        yield Paragraph(plain(summary(plan)))
    for step in release.steps:
        several = len(release.steps) > 1
        if several:
            yield Heading(plain(f"{ref} against {step.comparison.left.ref}"), 3)
        yield from _step(step, notes, 4 if several else 3, _where(step, several))


def _about(release: Release, notes: Notes, names: Mapping[str, str]) -> Words:
    plan = release.version.plan
    said: list[Words] = [plain(kind_of_text(plan).capitalize())]
    if known := made_known(plan, names, notes):
        said.append((Word("made known by "), *known))
    if plan.published and plan.published != plan.date:
        said.append(plain(f"published {day(plan.published)}"))
    if plan.revises:
        missing = (f"{parent} (not here)" if parent in release.missing else parent for parent in plan.revises)
        said.append(plain(f"revises {', '.join(missing)}"))
    if plan.draws_on:
        said.append(plain(f"draws on {', '.join(plan.draws_on)}"))
    return (*joined(said, "; "), Word("."))


def _where(step: Step, several: bool) -> str:
    """What makes the headings of one step unlike those of all others, so that each can be linked to."""
    ref = step.comparison.right.ref
    return f"in {ref} against {step.comparison.left.ref}" if several else f"in {ref}"


def _step(step: Step, notes: Notes, level: int, where: str) -> Iterator[Block]:
    lines = ChangeLines(step.comparison, notes)
    yield Paragraph(counts(step))
    if step.weighty:
        yield Heading(plain(f"Most weighty {where}"), level)
        first = (
            (Word(f"{tally(change.kind, step.comparison)}: "), *lines.brief(change))
            for change, _ in step.weighty
        )
        yield Bullets(tuple(first), ordered=True)
    for section in SECTIONS:
        changes = [change for kind in section.kinds for change in step.comparison.of_kind(kind)]
        if changes and section_of(changes[0], step):
            title = _heading(section, changes)
            said = f"{title} of{where[2:]}" if title.endswith(" out") else f"{title} {where}"
            heading = Heading(plain(said), level)
            yield from _section(section, changes, lines, heading)


def _section(
    section: Section, changes: Sequence[Change], lines: ChangeLines, heading: Heading
) -> Iterator[Block]:
    yield heading
    left, right = lines.left, lines.right
    silent = change_is_silent(changes[0])
    for basis in dict.fromkeys(change.basis if silent else "" for change in changes):
        some = [change for change in changes if change.basis == basis or not silent]
        spoken = FIRST if section.kinds == ("first-known",) else SILENCE
        said = spoken.get(basis, "").format(left=left.ref, right=right.ref) if silent else ""
        bullets = Bullets(tuple(lines.line(change) for change in some))
        if section.folded:
            yield Fold(plain(f"{_many(len(some), 'provision')}. {said}".strip()), (bullets,))
            continue
        if said:
            yield Paragraph(muted(said))
        yield bullets


def change_is_silent(change: Change) -> bool:
    """Whether it is a change of what is known, and so needs a word on what it does not mean."""
    return change.kind in ("first-known", "not-in-text", "not-reported")


def _heading(section: Section, changes: Sequence[Change]) -> str:
    if section.kinds == ("not-reported",) and {change.basis for change in changes} == {"silent"}:
        return "Not in the list read out"
    return section.heading


def counts(step: Step) -> Words:
    """How many changes of each kind there are against the older version."""
    comparison = step.comparison
    found = [f"{number} {tally(kind, comparison)}" for kind, number in comparison.counts().items()]
    said = f"{' · '.join(found)}." if comparison.differs else "No differences."
    loose = f" {comparison.unexplained} unexplained." if comparison.unexplained else ""
    return (Word(f"Against {comparison.left.ref}: "), Word(said), *plain(loose))


def _by_report(step: Step) -> bool:
    sides: tuple[Version, ...] = (step.comparison.left, step.comparison.right)
    return any(version.plan.text in ("reported", "partial") for version in sides)


def _many(number: int, what: str) -> str:
    return f"{number} {what}" if number == 1 else f"{number} {what}s"
