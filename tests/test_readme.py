"""The README shows what the program prints; `TRACKER_GOLDEN=write` in the environment refreshes it."""

from __future__ import annotations

import os
import re
import shlex

from tests.cli.running import ROOT, tracker

README = ROOT / "README.md"
SHOWN = re.compile(
    r"(<!-- output: (?P<command>.+?) -->\n```text\n)(?P<text>.*?)(```\n<!-- /output -->)", re.DOTALL
)


def _run(command: str) -> str:
    line, _, filter_ = command.partition(" | ")
    program, *arguments = shlex.split(line)
    assert program == "tracker"
    done = tracker(*arguments)
    assert done.returncode in (0, 1), done.stderr
    lines = done.stdout.splitlines(keepends=True)
    if filter_:
        count = re.fullmatch(r"(head|tail) -n (\d+)", filter_)
        assert count, filter_
        lines = lines[: int(count[2])] if count[1] == "head" else lines[-int(count[2]) :]
    return "".join(lines)


def test_what_the_readme_shows_is_what_the_program_prints() -> None:
    text = README.read_text("utf-8")
    assert len(SHOWN.findall(text)) >= 3
    fresh = SHOWN.sub(lambda found: found[1] + _run(found["command"]) + found[4], text)
    if os.environ.get("TRACKER_GOLDEN") == "write":
        README.write_text(fresh, "utf-8")
    assert README.read_text("utf-8") == fresh


def test_the_python_example_runs() -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README.read_text("utf-8"), re.DOTALL)
    os.chdir(ROOT)
    exec(compile(example, "README.md", "exec"), {})


def test_the_yaml_example_is_valid() -> None:
    from tracker.load.shelf import Shelf

    (example,) = re.findall(r"```yaml\n(- id.*?)```", README.read_text("utf-8"), re.DOTALL)
    plan = f"version: example\ntitle: Example\ntext: full\nprovisions:\n{example}".encode()
    document = Shelf.find(ROOT / "plans").open_text(plan, "README.md")
    assert not document.broken, document.diagnostics
