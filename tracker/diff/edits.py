"""What editors changed in plan files: the coding of a text, not the text."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from tracker.diff.change import Change, Comparison, Version
from tracker.diff.compare import compare
from tracker.load.commits import Commit, Touched
from tracker.plan.model import Correction, Plan, Provision

HEAD = ("title", "aliases", "process", "date", "published", "revises", "draws_on", "text", "status", "facts")


@dataclass(frozen=True)
class FileEdit:
    """One file before and after a commit.

    `what`: `added`, `deleted`, `changed`, or `unreadable` where a side does not load. `corrections`: those
    newly declared. `head`: fields of the version itself that differ. `evidence`: provisions of which only
    the evidence or the history differs. `marked` and `unmarked`: provisions now, or no longer, listed as
    removed from the text, which is no change between two texts that lack them.
    """

    path: str
    what: str
    plan: Plan | None = None
    comparison: Comparison | None = None
    corrections: tuple[Correction, ...] = ()
    head: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    marked: tuple[Provision, ...] = ()
    unmarked: tuple[Provision, ...] = ()

    def corrects(self, change: Change) -> bool:
        """Whether a correction made with it names the provision."""
        return not {correction.provision for correction in self.corrections}.isdisjoint(change.lineages)


def edits(commit: Commit, names: Mapping[str, str]) -> tuple[FileEdit, ...]:
    """What a commit did to each plan file, in the order of the paths."""
    return tuple(_edit(touched, names) for touched in sorted(commit.files, key=lambda t: t.path))


def _edit(touched: Touched, names: Mapping[str, str]) -> FileEdit:
    path, before, after = touched.path, touched.before, touched.after
    if any(side is not None and side.model is None for side in (before, after)):
        return FileEdit(path, "unreadable")
    old = before.model if before else None
    new = after.model if after else None
    if old is None or new is None:
        return FileEdit(path, "deleted" if new is None else "added", plan=new or old)
    # in a file every provision that is not listed is not there: whatever the text, the file is complete
    left, right = (Version(path, plan.model_copy(update={"text": "full"})) for plan in (old, new))
    comparison = compare(left, right, names=names)
    differing = {
        id_ for change in comparison.changes if change.kind != "unchanged" for id_ in change.lineages
    }
    former = {provision.id: provision for provision in old.provisions}
    kept = {provision.id for provision in new.provisions}
    return FileEdit(
        path,
        "changed",
        plan=new,
        comparison=comparison,
        corrections=tuple(c for c in new.corrections if c not in old.corrections),
        head=tuple(name for name in HEAD if getattr(old, name) != getattr(new, name)),
        evidence=tuple(
            p.id for p in new.provisions if p.id in former and p != former[p.id] and p.id not in differing
        ),
        marked=tuple(p for p in new.provisions if p.id not in former and p.id not in differing),
        unmarked=tuple(p for p in old.provisions if p.id not in kept and p.id not in differing),
    )
