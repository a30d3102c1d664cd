"""What stops a run. Everything else about a file is a diagnostic."""

from __future__ import annotations

from tracker.diagnostic import Report


class TrackerError(Exception):
    """The job cannot be done: shown as one line and exit code 2.

    `help` is the remedy; `report` holds the diagnostics when a broken file is the reason.
    """

    def __init__(self, message: str, *, help: str = "", report: Report | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.help = help
        self.report = report or Report()
