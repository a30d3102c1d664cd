"""What editors changed, commit by commit: not what the plans changed, and so under headings of their own."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from tracker.diff.change import Change, Comparison
from tracker.diff.edits import FileEdit
from tracker.load.commits import Commit
from tracker.render.document import Block, Bullets, Document, Heading, Paragraph, plain
from tracker.render.layout.changeline import ChangeLines
from tracker.render.layout.notes import Notes
from tracker.semantics.words import Word, Words

_SAID = {
    "added": "now coded",
    "removed": "no longer coded",
    "reworded": "reworded",
    "renumbered": "renumbered",
}
_WHAT = {
    "added": "New file",
    "deleted": "File deleted",
    "unreadable": "The file does not load in this commit or in the one before",
}


def document(found: Sequence[tuple[Commit, tuple[FileEdit, ...]]], names: Mapping[str, str]) -> Document:
    """All commits that changed plan files, newest first."""
    blocks: list[Block] = [
        Paragraph(
            plain(
                "What editors changed in the plan files; what the plans say of one another is not told here."
            )
        )
    ]
    for commit, files in found:
        short = commit.id[:10]
        blocks.append(Heading(plain(f"{commit.subject.strip() or 'No message'} ({short}), {commit.date}"), 2))
        for edit in files:
            blocks.append(Heading(plain(f"{edit.path} in {short}"), 3))
            blocks += _file(edit, names)
    if not found:
        blocks.append(Paragraph(plain("No commit changed a plan file.")))
    return Document("Changes in the plan files", tuple(blocks))


def statements(edit: FileEdit, names: Mapping[str, str]) -> list[Words]:
    """What happened in one file, one line each."""
    if edit.what != "changed":
        counted = f": {len(edit.plan.provisions)} provisions" if edit.what == "added" and edit.plan else ""
        return [plain(f"{_WHAT[edit.what]}{counted}")]
    return list(_statements(edit, names))


def _file(edit: FileEdit, names: Mapping[str, str]) -> Iterator[Block]:
    said = statements(edit, names)
    if said:
        yield Bullets(tuple(said))
    else:
        yield Paragraph(plain("Nothing that the plan says: comments or layout only."))


def _statements(edit: FileEdit, names: Mapping[str, str]) -> Iterator[Words]:
    for correction in edit.corrections:
        about = f" of {correction.provision}" if correction.provision else ""
        yield (Word(f"Correction{about}", "strong"), Word(f" ({correction.date}): {correction.reason}"))
    for name in edit.head:
        yield plain(f"The version's {name.replace('_', ' ')} changed")
    if edit.comparison is not None:
        lines = _Lines(edit.comparison, Notes("e", {}, names))
        for change in edit.comparison.changes:
            if change.kind != "unchanged":
                mark = _SAID.get(change.kind, "coding changed")
                declared = "correction, " if edit.corrects(change) else ""
                yield (Word(f"{declared}{mark}: "), *lines.line(change))
    for said, some in (
        ("now listed as removed", edit.marked),
        ("no longer listed as removed", edit.unmarked),
    ):
        for provision in some:
            yield (Word(f"{said}: "), Word(provision.title, "strong"), Word(f": {provision.summary}"))
    if edit.evidence:
        yield plain(f"Only evidence or history changed: {', '.join(edit.evidence)}")


class _Lines(ChangeLines):
    """Lines without notes: what was edited is told, not what it rests on."""

    def __init__(self, comparison: Comparison, notes: Notes) -> None:
        super().__init__(comparison, notes)

    def _noted(self, change: Change, lines: list) -> list:  # type: ignore[type-arg]
        return lines

    def _who(self, evidence: object) -> Words:
        return ()

    def head(self, change: Change) -> Words:
        mark = f"{change.mark} " if change.mark else ""
        return (Word(mark + change.title, "strong"),)
