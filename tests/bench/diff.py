"""How long a comparison takes, held against deepdiff's own command on the same files.

    python tests/bench/diff.py [--runs 15] [--large-runs 3]

Whole processes, wall clock, standard output thrown away. The two sides of a pair run one after the other,
turn about, so that whatever else the machine does falls on both; what is printed is the median of the
ratios of such pairs. No absolute time is claimed, and nothing here is a test.
"""

from __future__ import annotations

import argparse
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from statistics import median
from time import perf_counter

REPOSITORY = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(REPOSITORY))  # as a script, this file sees its own folder only

from tests.bench.generate import plan  # noqa: E402

LARGE = 5000
START = "  - id: "
_KINDS = range(6)
"""The generator's templates follow one another in turns of six."""
SCRIPTS = Path(sys.executable).parent
TRACKER = (str(SCRIPTS / "tracker"),)
DEEP = (str(SCRIPTS / "deep"), "diff")
PYTHON = (sys.executable, "-c")


def seconds(command: Sequence[str], folder: Path) -> float:
    """One run of a command. Raises CalledProcessError if it fails: a crash is quick, and no result."""
    begun = perf_counter()
    subprocess.run(command, cwd=folder, stdout=subprocess.DEVNULL, stderr=subprocess.PIPE, check=True)
    return perf_counter() - begun


def ratios(ours: Sequence[str], theirs: Sequence[str], folder: Path, runs: int) -> list[float]:
    """Our time over theirs, pair by pair; every second pair begins with the other."""
    seconds(ours, folder)  # what is compiled and cached at the first run is not compared
    found = []
    for number in range(runs):
        if number % 2:
            other = seconds(theirs, folder)
            found.append(seconds(ours, folder) / other)
        else:
            own = seconds(ours, folder)
            found.append(own / seconds(theirs, folder))
    return found


def large_pair(folder: Path) -> tuple[str, str]:
    """Two drafts of 5,000 provisions, a tenth of which differ, in a folder of their own."""
    (folder / "plans").mkdir()
    (left, old), (right, new) = plan(0, LARGE), plan(1, LARGE)
    before, after = old.split(START), new.split(START)
    # from one draft to the next a fifth differs, each sixth provision for the most part: every other of those
    mixed = [b if i // len(_KINDS) % 2 else a for i, (b, a) in enumerate(zip(before, after, strict=True))]
    for name, text in ((left, old), (right, START.join([after[0], *mixed[1:]]))):
        (folder / "plans" / f"{name}.yaml").write_text(text, encoding="utf-8")
    return left, right


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--runs", type=int, default=15, help="pairs of runs of what is quick")
    parser.add_argument("--large-runs", type=int, default=3, help="pairs of runs on 5,000 provisions")
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as place:
        folder = Path(place)
        left, right = large_pair(folder)
        rows = (
            (
                "`tracker --help` / `import typer`",
                ((*TRACKER, "--help"), (*PYTHON, "import typer"), REPOSITORY, asked.runs),
                "at most 1.3",
            ),
            (
                "`tracker diff original geneva` / `deep diff` of the two files",
                (
                    (*TRACKER, "diff", "original", "geneva"),
                    (*DEEP, "plans/original.yaml", "plans/geneva.yaml"),
                    REPOSITORY,
                    asked.runs,
                ),
                "at most 1",
            ),
            (
                f"`tracker diff` of {LARGE:,} provisions / `deep diff` of the two files",
                (
                    (*TRACKER, "diff", left, right),
                    (*DEEP, f"plans/{left}.yaml", f"plans/{right}.yaml"),
                    folder,
                    asked.large_runs,
                ),
                "at most 0.1",
            ),
        )
        print(f"{'ours / theirs':<70} {'median':>7} {'least':>6} {'most':>6}  aim")  # noqa: T201
        for label, run, aim in rows:
            if not run[-1]:
                continue
            found = ratios(*run)
            print(  # noqa: T201
                f"{label:<70} {median(found):>7.2f} {min(found):>6.2f} {max(found):>6.2f}  {aim}", flush=True
            )


if __name__ == "__main__":
    main()
