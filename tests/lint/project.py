"""A small project on disk: examples of rules stand in it as a user's files would."""

from __future__ import annotations

import textwrap
from datetime import date
from pathlib import Path

from tracker.lint.config import Config
from tracker.lint.desk import Desk
from tracker.lint.findings import Findings
from tracker.lint.inputs import Inputs
from tracker.lint.rule import Example
from tracker.lint.run import run

SCHEMA_LINE = "# yaml-language-server: $schema=../tracker/schema/plan.schema.json\n"
HEAD = 'version: draft\ntitle: A draft\ntext: full\ndate: "2025-11-20"\n'
NAMES = """# yaml-language-server: $schema=../tracker/schema/names.schema.json
parties:
  ukraine: {name: Ukraine, type: state}
  russia: {name: Russia, type: state}
  us: {name: United States, type: state}
places:
  donetsk: {name: Donetsk}
  zaporizhzhia-plant: {name: the power plant}
treaties:
  new-start: {name: New START}
bodies:
  peace-council: {name: Peace Council}
"""
SOURCES = """# yaml-language-server: $schema=../tracker/schema/sources.schema.json
wire-2025-11-20: {publisher: A wire service, date: "2025-11-20", independence_group: wire}
wire-copy-2025-11-20: {publisher: A paper, date: "2025-11-20", independence_group: wire}
daily-2025-11-21: {publisher: A daily, date: "2025-11-21"}
"""
TODAY = date(2026, 1, 1)


def files_of(example: Example) -> dict[str, str]:
    """The files that an example stands for."""
    if not isinstance(example, str):
        return {name: text.lstrip("\n") for name, text in example.items()}
    text = example.lstrip("\n")
    if text.startswith("- "):
        text = SCHEMA_LINE + HEAD + "provisions:\n" + textwrap.indent(text, "  ")
    return {"plans/draft.yaml": text}


def write_project(root: Path, files: dict[str, str]) -> None:
    given = {"plans/names.yaml": NAMES, "plans/sources.yaml": SOURCES}
    for name, text in {**given, **files}.items():
        path = root / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")


def checked(root: Path, *paths: str, config: Config | None = None) -> Findings:
    """The findings of the project, as of a fixed day."""
    config = config or Config()
    inputs = Inputs.of([str(root / path) for path in paths], root / "plans", config)
    desk = Desk(inputs.shelf, TODAY, config.originals)
    return run(inputs.targets(), desk, config)
