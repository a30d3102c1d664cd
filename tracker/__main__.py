"""`python -m tracker`, the same as `tracker`."""

from tracker.cli.main import run

run()
