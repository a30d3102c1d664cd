"""Plan files out of git: read by git itself, with an argument list and no shell."""

from __future__ import annotations

import subprocess
from pathlib import Path

from tracker.errors import TrackerError

_TIMEOUT = 60


def run(*arguments: str, folder: Path | None = None) -> bytes:
    """What git prints. Raises TrackerError in git's own words if it fails or is missing."""
    try:
        done = subprocess.run(
            ["git", *arguments],
            cwd=folder,
            capture_output=True,
            timeout=_TIMEOUT,
            check=False,
            stdin=subprocess.DEVNULL,
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
    if reference.startswith("-"):
        raise TrackerError(f"`{reference}` is not a revision", help="a revision does not start with a dash")
    return run("show", "--end-of-options", reference, folder=folder)


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
