"""An earlier state of a plans folder: as a git revision had it, or as another folder has it."""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path

from tracker.errors import TrackerError
from tracker.load import git
from tracker.load.document import Document, open_document
from tracker.load.reader import MAX_BYTES, decode, read_bytes
from tracker.load.shelf import RESERVED
from tracker.plan.model import Plan


@dataclass
class Past:
    """The texts of plan files by reference. `label` is what people call that state; nothing is read twice.

    Names are not checked in it: what was declared then says nothing of what may be written now.
    """

    label: str
    texts: dict[str, bytes]
    _plans: dict[str, Document[Plan]] = field(default_factory=dict, repr=False)

    def document(self, ref: str) -> Document[Plan]:
        """One plan as it was then."""
        if ref not in self._plans:
            self._plans[ref] = open_document(Plan, *decode(self.texts[ref], f"{self.label}:{ref}.yaml"))
        return self._plans[ref]


def past(against: str, plans: Path | None) -> Past:
    """The folder `plans` as it was at a git revision, or, where `against` is a folder, as it is there.

    Raises TrackerError if there is no such state.
    """
    if plans is None:
        raise TrackerError("`--against` compares a whole plans folder, and there is none here")
    if against and not against.startswith("-") and Path(against).is_dir():
        return _of_folder(Path(against))
    files = [blob for blob in git.tree(against, plans) if _is_plan(blob.path)]
    found = git.contents([blob for blob in files if blob.size <= MAX_BYTES], plans)
    return Past(against, {_ref(blob.path): found.get(blob.path, b"") for blob in files})


def _of_folder(folder: Path) -> Past:
    """A plans folder, or a project that has one."""
    root = folder / "plans" if (folder / "plans").is_dir() else folder
    texts = {}
    for path in sorted(root.rglob("*.y*ml")):
        below = path.relative_to(root).as_posix()
        if _is_plan(below) and path.is_file():
            texts[_ref(below)] = read_bytes(path) or b""
    if not texts:
        raise TrackerError(f"{folder} holds no plan files", help="`--against` takes a revision or a folder")
    return Past(folder.as_posix(), texts)


def _is_plan(below: str) -> bool:
    path = Path(below)
    hidden = any(part.startswith(".") for part in path.parts)
    reserved = len(path.parts) == 1 and path.stem in RESERVED
    return path.suffix in (".yaml", ".yml") and not hidden and not reserved


def _ref(below: str) -> str:
    return Path(below).with_suffix("").as_posix()
