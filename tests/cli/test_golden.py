"""What `tracker` prints on the real plans, to the letter. `TRACKER_GOLDEN=write` writes it anew."""

from __future__ import annotations

import os
from itertools import permutations
from pathlib import Path

import pytest

from tests.cli.running import tracker

GOLDEN = Path(__file__).parent / "golden"
VERSIONS = ("original", "european", "geneva", "twenty-point")
COMMANDS = {
    **{f"diff-{a}-{b}.txt": ("diff", a, b) for a, b in permutations(VERSIONS, 2)},
    "diff-original-geneva.md": ("diff", "original", "geneva", "--format", "markdown"),
    "diff-original-geneva.json": ("diff", "original", "geneva", "--format", "json"),
    "diff-original-geneva-evidence.txt": (
        "diff", "original", "geneva", "--evidence", "--only", "contested", "--issue", "sec.force_cap",
    ),
    "diff-original-european-stat.txt": ("diff", "original", "european", "--stat"),
    "list.txt": ("list",),
    "show-geneva-limit.txt": ("show", "geneva", "armed-forces-limit"),
    "show-original.txt": ("show", "original"),
}  # fmt: skip


@pytest.mark.parametrize("name", COMMANDS)
def test_golden(name: str) -> None:
    done = tracker(*COMMANDS[name])
    assert (done.returncode, done.stderr) == (0, "")
    path = GOLDEN / name
    if os.environ.get("TRACKER_GOLDEN") == "write":
        path.write_text(done.stdout, "utf-8")
    assert done.stdout == path.read_text("utf-8")


def test_every_golden_is_held_against_a_command() -> None:
    assert {path.name for path in GOLDEN.iterdir()} == set(COMMANDS)


@pytest.mark.parametrize("name", [name for name in COMMANDS if name.endswith(".txt")])
def test_nothing_is_wider_than_the_terminal(name: str) -> None:
    widest = max(map(len, (GOLDEN / name).read_text("utf-8").splitlines()))
    assert widest <= 80
