"""Repairs that change how a file is written and not what it says."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import unified_diff
from itertools import groupby
from pathlib import Path
from typing import Any

from tracker.edit.patch import Edit, patched, rewrite
from tracker.lint.findings import Finding, Findings
from tracker.load.document import open_document
from tracker.load.reader import read
from tracker.load.shelf import Shelf
from tracker.load.yaml import parse
from tracker.plan.model import Plan
from tracker.source import Source, Span

_UNSEEN = re.compile("[\u200b-\u200d\u2060\ufeff]")


@dataclass(frozen=True)
class Rewrite:
    """A file, what stands in it and what is to stand in it. `refused` says why it is left alone."""

    path: Path
    name: str
    before: str
    after: str
    count: int
    refused: str = ""

    def diff(self) -> str:
        """The change as a unified diff."""
        old, new = (text.splitlines(keepends=True) for text in (self.before, self.after))
        lines = unified_diff(old, new, f"a/{self.name}", f"b/{self.name}")
        return "".join(
            line if line.endswith("\n") else f"{line}\n\\ No newline at end of file\n" for line in lines
        )

    def write(self) -> None:
        """Raises TrackerError if the file has changed since it was read, or cannot be written."""
        rewrite(self.path, self.before, self.after)


def rewrites(findings: Findings, shelf: Shelf) -> Iterator[Rewrite]:
    """What can be repaired, file by file. Raises TrackerError if a file can no longer be read."""
    fixable = (finding for finding in findings.fresh() if finding.repairs)
    for name, found in groupby(fixable, key=lambda finding: finding.place.path):
        source, wrong = read(Path(name), name)
        if not wrong:
            yield _rewrite(source, list(found), shelf)


def _rewrite(source: Source, found: list[Finding], shelf: Shelf) -> Rewrite:
    text = source.text
    repairs = [repair for finding in found for repair in finding.repairs]
    path = source.path or Path(source.name)
    if any(text[r.start : r.end] != r.before for r in repairs):
        return Rewrite(path, source.name, text, text, 0, "it changed while it was checked")
    after = patched(text, [Edit(Span(r.start, r.end), r.after) for r in repairs])
    before_says, after_says = (_says(Source(source.name, t, source.path), shelf) for t in (text, after))
    if before_says is None:
        return Rewrite(path, source.name, text, text, 0, "it cannot be read as it stands")
    if before_says != after_says:
        return Rewrite(path, source.name, text, text, 0, "a repair would change what it says")
    return Rewrite(path, source.name, text, after, len(found))


def _says(source: Source, shelf: Shelf) -> Any:
    """What a file says, without what a repair may touch; None where it is broken."""
    if source.name.endswith(".md"):
        return _UNSEEN.sub("", source.text)
    if Path(source.name).stem in ("names", "sources"):
        parsed = parse(source)
        return None if parsed.diagnostics else _bare(parsed.data)
    document = open_document(Plan, source, (), shelf.context)
    return _bare(document.model.model_dump(mode="json")) if document.model else None


def _bare(value: Any, key: str = "") -> Any:
    if isinstance(value, str):
        return _UNSEEN.sub("", value)
    if isinstance(value, dict):
        return {_bare(k): _bare(v, str(k)) for k, v in value.items()}
    if isinstance(value, list | tuple):
        items = [_bare(item) for item in value]
        if key == "evidence":  # the same evidence twice says no more than once
            items = [item for i, item in enumerate(items) if item not in items[:i]]
        return items
    return value
