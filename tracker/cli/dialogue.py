"""Questions to a person, and a text in their editor. Plain lines: any terminal will do."""

from __future__ import annotations

import os
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from tracker.cli.output import put
from tracker.errors import TrackerError


def ask(question: str) -> str | None:
    """One line of an answer without blanks around it; None where input ends.

    Raises TrackerError if there is no standard input at all.
    """
    if sys.stdin is None:
        raise TrackerError("there is no standard input to answer with", help="run it in a terminal")
    put(question)
    line = sys.stdin.readline()
    return line.strip() if line else None


def edit(text: str, suffix: str = ".yaml") -> str:
    """A text as it comes back from $VISUAL or $EDITOR. Raises TrackerError if there is none or it fails."""
    command = os.environ.get("VISUAL") or os.environ.get("EDITOR")
    if not command:
        raise TrackerError("no editor is set", help="set EDITOR, or accept and edit the file afterwards")
    with tempfile.TemporaryDirectory(prefix="tracker-") as folder:
        path = Path(folder) / f"proposal{suffix}"
        path.write_text(text, encoding="utf-8")
        try:
            ended = subprocess.run([*shlex.split(command), str(path)], check=False).returncode
        except (OSError, ValueError) as error:
            raise TrackerError(f"the editor `{command}` does not start: {error}") from None
        if ended:
            raise TrackerError(f"the editor ended with {ended}: the proposal stays as it was")
        try:
            return path.read_text(encoding="utf-8")
        except (OSError, UnicodeDecodeError) as error:
            raise TrackerError(f"what the editor left cannot be read: {error}") from None
