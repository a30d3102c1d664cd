"""Plan files out of git: read by git itself, with an argument list and no shell."""

from __future__ import annotations

import os
import subprocess
from pathlib import Path
from typing import NamedTuple

from tracker.errors import TrackerError

_TIMEOUT = 60
_FILES = ("100644", "100755")
"""The modes of files; links and other repositories are not followed."""


class Blob(NamedTuple):
    """One file of a revision: its path below the folder asked about, its object, its size in bytes."""

    path: str
    object: str
    size: int


def run(*arguments: str, folder: Path | None = None, input: bytes | None = None) -> bytes:
    """What git prints. Raises TrackerError in git's own words if it fails or is missing."""
    try:
        done = subprocess.run(
            ["git", *arguments],
            cwd=folder,
            capture_output=True,
            timeout=_TIMEOUT,
            check=False,
            input=input or b"",
            # never a question that nobody is there to answer
            env={**os.environ, "GIT_TERMINAL_PROMPT": "0"},
        )
    except FileNotFoundError:
        raise TrackerError("git is not installed", help="install git, or compare with a folder") from None
    except subprocess.TimeoutExpired:
        raise TrackerError("git did not answer in time") from None
    if done.returncode:
        said = done.stderr.decode("utf-8", "replace").strip().splitlines()
        raise TrackerError(f"git: {said[0] if said else 'failed'}", help=_remedy(folder))
    return done.stdout


def blob(reference: str, folder: Path | None = None) -> bytes:
    """The content of `REVISION:path`. Raises TrackerError if git does not have it."""
    _require_no_option(reference)
    return run("show", "--end-of-options", reference, folder=folder)


def commit(revision: str, folder: Path) -> str:
    """The commit that a revision means, in the repository around a folder.

    Raises TrackerError if it means none; in a shallow clone with the command that fetches the past.
    """
    _require_no_option(revision)
    run("rev-parse", "--show-toplevel", folder=folder)  # no repository at all has words of its own
    try:
        # verified to be one object: what follows is handed only the name of that
        found = run("rev-parse", "--verify", "--quiet", f"{revision}^{{commit}}", folder=folder)
    except TrackerError as error:
        help_ = error.help or "`git log --oneline` and `git branch --all` list what there is"
        raise TrackerError(f"git knows no revision `{revision}`", help=help_) from None
    return found.decode("ascii", "replace").strip()


def tree(revision: str, folder: Path) -> list[Blob]:
    """The files below a folder as a revision had them; none if it had no such folder."""
    listed = run("ls-tree", "-r", "-l", "-z", commit(revision, folder), folder=folder)
    found = []
    for entry in listed.split(b"\0"):
        about, _, path = entry.partition(b"\t")
        mode, _, rest = about.decode("ascii", "replace").partition(" ")
        if mode in _FILES:
            _, object_, size = rest.split()
            found.append(Blob(os.fsdecode(path), object_, int(size)))
    return found


def contents(blobs: list[Blob], folder: Path) -> dict[str, bytes]:
    """The contents of many files by path, from one git process."""
    if not blobs:
        return {}
    asked = "".join(f"{item.object}\n" for item in blobs).encode("ascii")
    answer = run("cat-file", "--batch", folder=folder, input=asked)
    found: dict[str, bytes] = {}
    at = 0
    for item in blobs:
        head, _, _ = answer[at : at + 200].partition(b"\n")
        words = head.split()
        if len(words) != 3:
            raise TrackerError(f"git has lost the content of {item.path}", help="run `git fsck`")
        at += len(head) + 1
        size = int(words[2])
        found[item.path] = answer[at : at + size]
        at += size + 1
    return found


def _require_no_option(text: str) -> None:
    if text.startswith("-"):
        raise TrackerError(f"`{text}` is not a revision", help="a revision does not start with a dash")


def _remedy(folder: Path | None) -> str:
    """A shallow clone lacks the past: say how to get it."""
    try:
        done = subprocess.run(
            ["git", "rev-parse", "--is-shallow-repository"],
            cwd=folder,
            capture_output=True,
            timeout=10,
            check=False,
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    shallow = done.stdout.strip() == b"true"
    return "this clone is shallow: run `git fetch --unshallow` (in CI: `fetch-depth: 0`)" if shallow else ""
