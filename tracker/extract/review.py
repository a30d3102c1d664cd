"""A walk through the proposals of a draft: what was decided, in an order that can be gone back."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, ValidationError

from tracker.diagnostic import Report, Severity
from tracker.edit.canonical import model_data
from tracker.edit.dump import dump
from tracker.edit.patch import rewrite
from tracker.edit.write import write_atomically
from tracker.errors import TrackerError
from tracker.extract.adopt import Adopted, adopt
from tracker.load.document import Document
from tracker.load.shelf import Shelf
from tracker.plan.model import Plan, Provision

Decision = Literal["accepted", "edited", "rejected"]


class _Hunk(BaseModel):
    """What undoes an acceptance: at `start` the new text gives way to the old, if the file is still that."""

    model_config = ConfigDict(extra="forbid")
    start: int
    old: str
    new: str
    sha256: str


class _Decided(BaseModel):
    model_config = ConfigDict(extra="forbid")
    lineage: str
    fingerprint: str
    decision: Decision
    undo: _Hunk | None = None


class _State(BaseModel):
    """The state file, beside the draft: reviews resume from it."""

    model_config = ConfigDict(extra="forbid")
    format: Literal["tracker.review"] = "tracker.review"
    format_version: Literal[1] = 1
    decided: list[_Decided] = []


@dataclass
class Review:
    """The proposals of one draft and the curated file they go into."""

    draft: Document[Plan]
    curated: Path
    state_path: Path
    shelf: Shelf
    state: _State

    @classmethod
    def of(cls, path: Path, shelf: Shelf) -> Review:
        """Raises TrackerError if the draft, the curated file or the state cannot be used."""
        draft = shelf.open(path)
        if unknown := _undeclared(draft):
            those = ", ".join(f"`{source}`" for source in unknown)
            raise TrackerError(
                f"{shelf.display(path)} rests on {those}: neither in seeds/ nor in sources.yaml",
                help="begin a digest with `tracker sources add FILE --id ID`, or cite it in sources.yaml",
            )
        if draft.model is None or draft.broken:
            raise TrackerError(f"{shelf.display(path)} cannot be used", report=Report.of(draft.placed()))
        if draft.model.curation != "extracted":
            raise TrackerError(
                f"{shelf.display(path)} is no draft: its curation is `curated`",
                help="name a file in plans/extracted/",
            )
        curated = (shelf.root or path.parent) / f"{draft.model.version}.yaml"
        if not curated.is_file():
            raise TrackerError(
                f"there is no {shelf.display(curated)} to take proposals in",
                help="describe the version there first",
            )
        state_path = path.with_suffix(".review.json")
        return cls(draft, curated, state_path, shelf, _load(state_path))

    @property
    def proposals(self) -> tuple[Provision, ...]:
        assert self.draft.model is not None
        return self.draft.model.provisions

    def undecided(self) -> list[Provision]:
        """The proposals without a decision; one that a new draft has changed comes up again."""
        known = {(one.lineage, one.fingerprint) for one in self.state.decided}
        return [p for p in self.proposals if (p.id, fingerprint(p)) not in known]

    def document(self) -> Document[Plan]:
        """The curated file as it is now. Raises TrackerError if it is broken."""
        found = Shelf(self.shelf.root).open(self.curated)
        if found.broken:
            raise TrackerError(f"{found.source.name} cannot be used", report=Report.of(found.placed()))
        return found

    def trial(self, proposal: Provision) -> Adopted:
        """What accepting would do; nothing is written."""
        return adopt(self.document(), proposal, self.shelf)

    def accept(self, proposal: Provision, edited: Provision | None = None) -> Adopted:
        """Moves a proposal, or what became of it in the editor, into the curated file."""
        adopted = adopt(self.document(), edited or proposal, self.shelf)
        if adopted.before != adopted.after:
            rewrite(self.curated, adopted.before, adopted.after)
        try:
            self._decide(proposal, "edited" if edited else "accepted", _hunk(adopted))
        except TrackerError:  # what is not on record could not be undone
            if adopted.before != adopted.after:
                rewrite(self.curated, adopted.after, adopted.before)
            raise
        return adopted

    def reject(self, proposal: Provision) -> None:
        self._decide(proposal, "rejected", None)

    def undo(self) -> str | None:
        """Takes the last decision back; its lineage, or None if there is none.

        Raises TrackerError if the curated file has changed since: nothing of it is touched then.
        """
        if not self.state.decided:
            return None
        last = self.state.decided[-1]
        if last.undo is not None:
            current = self.document().source.text
            if _sha(current) != last.undo.sha256:
                name = self.shelf.display(self.curated)
                raise TrackerError(
                    f"{name} has changed since `{last.lineage}` was accepted: not undone",
                    help="take it out by hand",
                )
            start, end = last.undo.start, last.undo.start + len(last.undo.new)
            rewrite(self.curated, current, current[:start] + last.undo.old + current[end:])
        self.state.decided.pop()
        self._save()
        return last.lineage

    def count(self, *decisions: Decision) -> int:
        return sum(one.decision in decisions for one in self.state.decided)

    def _decide(self, proposal: Provision, decision: Decision, undo: _Hunk | None) -> None:
        one = _Decided(lineage=proposal.id, fingerprint=fingerprint(proposal), decision=decision, undo=undo)
        self.state.decided.append(one)
        try:
            self._save()
        except TrackerError:
            self.state.decided.pop()
            raise

    def _save(self) -> None:
        data: dict[str, Any] = self.state.model_dump(mode="json", exclude_none=True)
        write_atomically(self.state_path, json.dumps(data, indent=1, ensure_ascii=False) + "\n")


def fingerprint(proposal: Provision) -> str:
    """Of everything that a proposal says: a changed one is a new one."""
    return _sha(dump(model_data(proposal)))[:16]


def _undeclared(draft: Document[Plan]) -> list[str]:
    """The sources that the draft names and nobody has declared, if that is all that is wrong with it."""
    faults = [d for d in draft.placed() if d.severity == Severity.ERROR]
    if any(d.code != "unknown-source" or d.span is None for d in faults):
        return []
    return sorted({d.span.slice(draft.source.text) for d in faults if d.span is not None})


def _load(path: Path) -> _State:
    try:
        return _State.model_validate_json(path.read_bytes())
    except FileNotFoundError:
        return _State()
    except (ValidationError, OSError):
        raise TrackerError(
            f"{path} is no state of a review", help="delete it to begin anew; curated files stay as they are"
        ) from None


def _hunk(adopted: Adopted) -> _Hunk | None:
    before, after = adopted.before, adopted.after
    if before == after:
        return None
    start = next(
        (i for i, (a, b) in enumerate(zip(before, after, strict=False)) if a != b),
        min(len(before), len(after)),
    )
    tail = 0
    while tail < min(len(before), len(after)) - start and before[-1 - tail] == after[-1 - tail]:
        tail += 1
    return _Hunk(
        start=start,
        old=before[start : len(before) - tail],
        new=after[start : len(after) - tail],
        sha256=_sha(after),
    )


def _sha(text: str) -> str:
    return sha256(text.encode()).hexdigest()
