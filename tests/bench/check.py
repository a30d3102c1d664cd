"""How long `tracker check` takes, cold and on unchanged files, beside what only reads or only validates.

    python tests/bench/check.py [--files 2000] [--provisions 30] [--large 5000] [--runs 3]

Whole processes, the shortest of several runs; CPU seconds (of all processes together) beside them, for
machines that do other things meanwhile. (a) PyYAML's C loader over the same files in one process;
(b) check-jsonschema with the schema of plan files; (c) yamllint. Those that take much longer are run on
part of the files and marked `~`: their time is scaled up.
"""

# ruff: noqa: T201

from __future__ import annotations

import argparse
import os
import resource
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Sequence
from importlib.util import find_spec
from pathlib import Path
from typing import NamedTuple

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests.bench.generate import REPOSITORY, generate

LOAD = """
import sys, yaml
for path in sys.argv[1:]:
    with open(path, "rb") as file:
        yaml.load(file, Loader=yaml.CSafeLoader)
"""
TRACKER = [sys.executable, "-c", "from tracker.cli.main import run; run()", "check", "plans"]
SCHEMA = REPOSITORY / "tracker" / "schema" / "plan.schema.json"
SHARE = 10
"""What is much slower is run on one file in so many."""


class Spent(NamedTuple):
    wall: float
    cpu: float

    def times(self, factor: float) -> Spent:
        return Spent(self.wall * factor, self.cpu * factor)


def seconds(command: Sequence[str], folder: Path, *, before: Callable[[], object] = lambda: None) -> Spent:
    before()
    used = _children()
    start = time.perf_counter()
    done = subprocess.run(command, cwd=folder, capture_output=True, check=False, env=environment(folder))
    spent = Spent(time.perf_counter() - start, _children() - used)
    if done.returncode not in (0, 1):
        raise SystemExit(f"{command[:4]} failed: {done.stderr.decode()[-500:]}")
    return spent


def _children() -> float:
    used = resource.getrusage(resource.RUSAGE_CHILDREN)
    return used.ru_utime + used.ru_stime


def environment(folder: Path) -> dict[str, str]:
    return {**os.environ, "XDG_CACHE_HOME": str(folder / ".cache"), "PYTHONPATH": str(REPOSITORY)}


def measure(folder: Path, paths: list[Path], runs: int) -> list[tuple[str, Spent, bool]]:
    """Name, seconds, and whether they are scaled up."""

    def forget() -> None:
        shutil.rmtree(folder / ".cache", ignore_errors=True)

    def best(command: Sequence[str], before: Callable[[], object] = lambda: None) -> Spent:
        return min(seconds(command, folder, before=before) for _ in range(runs))

    names = [str(path.relative_to(folder)) for path in paths]
    part = names[::SHARE] if len(names) > SHARE else names
    factor = len(names) / len(part)
    found = [("tracker check, cold", best(TRACKER, forget), False)]
    seconds(TRACKER, folder)
    found.append(("tracker check, unchanged", best(TRACKER), False))
    found.append(("one process, cold", best([*TRACKER, "--jobs", "1", "--no-cache"]), False))
    found.append(("(a) yaml.load, CSafeLoader", best([sys.executable, "-c", LOAD, *names]), False))
    if SCHEMA.exists() and find_spec("check_jsonschema"):
        command = [sys.executable, "-m", "check_jsonschema", "--schemafile", str(SCHEMA), *part]
        found.append(("(b) check-jsonschema", seconds(command, folder).times(factor), factor > 1))
    if find_spec("yamllint"):
        command = [sys.executable, "-m", "yamllint", "-d", "relaxed", *part]
        found.append(("(c) yamllint", seconds(command, folder).times(factor), factor > 1))
    return found


def show(title: str, found: list[tuple[str, Spent, bool]]) -> None:
    cold, warm = found[0][1], found[1][1]
    print(f"\n{title}\n")
    for name, spent, scaled in found:
        mark = "~" if scaled else " "
        ratio = spent.wall / cold.wall
        print(f"  {name:28} {mark}{spent.wall:8.2f} s  {ratio:7.2f} x cold   {spent.cpu:8.2f} s CPU")
    times = {name[:3]: spent for name, spent, _ in found}
    print(f"\n  cold / (a)       {cold.wall / times['(a)'].wall:.2f}   (aim: at most 1)")
    if "(b)" in times:
        print(f"  (b) / cold       {times['(b)'].wall / cold.wall:.1f}   (aim: at least 10)")
    print(f"  unchanged / cold {warm.wall / cold.wall:.2f}   (aim: at most 0.20)")


def main() -> None:
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawTextHelpFormatter)
    parser.add_argument("--files", type=int, default=2000)
    parser.add_argument("--provisions", type=int, default=30)
    parser.add_argument("--large", type=int, default=5000)
    parser.add_argument("--runs", type=int, default=3)
    asked = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        for title, files, provisions in (
            (f"{asked.files:,} files of {asked.provisions} provisions", asked.files, asked.provisions),
            (f"one file of {asked.large:,} provisions", 1, asked.large),
        ):
            folder = Path(name) / f"{files}x{provisions}"
            paths = generate(folder, files, provisions)
            show(title, measure(folder, paths, asked.runs))


if __name__ == "__main__":
    main()
