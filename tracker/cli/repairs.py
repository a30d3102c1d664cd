"""Repairs of a check, written or shown."""

from __future__ import annotations

from tracker.cli.output import note, put
from tracker.lint.findings import Findings
from tracker.lint.repair import rewrites
from tracker.load.shelf import Shelf
from tracker.render.formats.terminal import safe


def repair(findings: Findings, shelf: Shelf, *, write: bool) -> bool:
    """Write what can be repaired, or show it as a diff; whether there is anything.

    Raises TrackerError if a file changed meanwhile or cannot be written.
    """
    done = files = 0
    for change in rewrites(findings, shelf):
        if change.refused:
            note(f"{change.name}: not repaired: {change.refused}")
            continue
        if write:
            change.write()
        else:
            put("".join(f"{safe(line)}\n" for line in change.diff().split("\n")[:-1]))
        done, files = done + change.count, files + 1
    if write:
        note(f"{done} repaired in {files} file{'' if files == 1 else 's'}" if done else "nothing to repair")
    return bool(done)
