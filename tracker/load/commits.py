"""What commits did to plan files: for each the text before and after, read by git itself."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from tracker.errors import TrackerError
from tracker.load.document import Document, open_document
from tracker.load.git import run
from tracker.load.reader import decode
from tracker.load.shelf import RESERVED
from tracker.plan.model import Plan

MAX_COMMITS = 5_000


@dataclass(frozen=True)
class Touched:
    """One plan file that a commit changed; None where it did not exist before, or not afterwards."""

    path: str
    before: Document[Plan] | None
    after: Document[Plan] | None


@dataclass(frozen=True)
class Commit:
    """A commit, its day as its author's clock had it, and the plan files it changed."""

    id: str
    date: str
    author: str
    subject: str
    files: tuple[Touched, ...]


def commits(span: str, folder: Path) -> tuple[Commit, ...]:
    """The commits of `REV..REV` that changed plan files in a folder, newest first.

    A merge is left out: what it brings stands in the commits that it joins. Raises TrackerError for a
    span that git does not know.
    """
    first, dots, last = span.partition("..")
    if not dots or not first or first.startswith("-") or last.startswith((".", "-")):
        raise TrackerError(
            f"`{span}` is not of the form REV..REV", help="for instance `--from-git v1.0..HEAD`"
        )
    ends = [_commit(name, folder) for name in (first, last or "HEAD")]
    listed = run(
        "log",
        "--no-merges",
        f"--max-count={MAX_COMMITS + 1}",
        "-z",
        "--format=%x01%H%x00%cs%x00%an%x00%s",
        "--raw",
        "--no-abbrev",
        "--find-renames",
        "--relative",
        f"{ends[0]}..{ends[1]}",
        "--",
        ".",
        folder=folder,
    )
    reader = _Reader(folder)
    found = []
    for part in listed.decode("utf-8", "replace").split("\x01")[1:]:
        id_, date, author, subject, *raw = part.split("\0")
        if files := tuple(_touched(raw, reader)):
            found.append(Commit(id_, date, author, subject, files))
    if len(found) > MAX_COMMITS:
        raise TrackerError(f"`{span}` spans more than {MAX_COMMITS:,} commits", help="take a shorter span")
    return tuple(found)


def _commit(name: str, folder: Path) -> str:
    found = run("rev-parse", "--verify", "--end-of-options", f"{name}^{{commit}}", folder=folder)
    return found.decode("ascii", "replace").split()[-1]


class _Reader:
    """Plans by object name: what one commit left is what the next one found."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._read: dict[tuple[str, str], Document[Plan]] = {}

    def plan(self, blob: str, path: str) -> Document[Plan] | None:
        if not blob.strip("0"):
            return None
        if (blob, path) not in self._read:
            raw = run("cat-file", "blob", blob, folder=self._folder)
            # ids are not checked: the names of today say nothing about the files of then
            self._read[blob, path] = open_document(Plan, *decode(raw, path))
        return self._read[blob, path]


def _touched(raw: list[str], reader: _Reader) -> list[Touched]:
    """The changes of one commit: `:mode mode blob blob status`, path, and after a rename the new path."""
    found = []
    fields = iter(field.lstrip("\n") for field in raw)
    for head in fields:
        if not head.startswith(":"):
            continue
        _, _, old, new, status = head[1:].split(" ")
        path = former = next(fields)
        if status[0] in "RC":
            path = next(fields)
        if _is_plan(path):
            before = None if status[0] == "C" else reader.plan(old, former)
            found.append(Touched(path, before, reader.plan(new, path)))
    return found


def _is_plan(path: str) -> bool:
    below = PurePosixPath(path)
    return below.suffix == ".yaml" and not (len(below.parts) == 1 and below.stem in RESERVED)
