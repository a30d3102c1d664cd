"""The baseline: findings known when a folder began to be checked. They are counted and marked, never fail."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any, NamedTuple

from tracker.diagnostic import Subject
from tracker.edit.write import write_atomically
from tracker.errors import TrackerError
from tracker.lint.findings import Finding, Findings
from tracker.lint.judge import place
from tracker.lint.register import rules
from tracker.lint.scope import Looked
from tracker.load.reader import read
from tracker.load.shelf import Shelf
from tracker.source import Source, Span

FORMAT, VERSION = "tracker.baseline", 1
NAME = "baseline.json"


class Known(NamedTuple):
    """One entry: what is known, how often, and a word on it for people."""

    code: str
    plan: str
    lineage: str
    fingerprint: str
    times: int
    about: str


@dataclass(frozen=True)
class Baseline:
    """A baseline as read from its file."""

    source: Source
    entries: tuple[Known, ...]

    def mark(self, findings: list[Finding], looked: Looked) -> list[Finding]:
        """The findings, known ones marked, and a remark for each entry that no longer applies."""
        left = {entry.fingerprint: entry.times for entry in self.entries}
        out = []
        for finding in sorted(findings, key=Finding.sort_key):
            key = finding.fingerprint
            if finding.state == "new" and left.get(key, 0) > 0:
                left[key] -= 1
                finding = replace(finding, state="baselined", reason="in the baseline")
            elif finding.state == "waived" and left.get(key, 0) > 0:
                left[key] -= 1  # in both: it still applies
            out.append(finding)
        outdated = (e for e in self.entries if left[e.fingerprint] and looked.covers(e.code, e.plan))
        return [*out, *map(self._outdated, outdated)]

    def _outdated(self, entry: Known) -> Finding:
        rule = rules()["BAS001"]
        at = max(self.source.text.find(entry.fingerprint), 0)
        return Finding(
            rule.code,
            rule.name,
            rule.severity,
            f"{entry.code} no longer finds this in {entry.plan}: {entry.about}",
            place(self.source, Span(at, at + len(entry.fingerprint))),
            "write the baseline anew with `--write-baseline`",
            subject=Subject("baseline", entry.lineage, entry.code, (entry.fingerprint,)),
        )


def read_baseline(shelf: Shelf, path: Path | None = None) -> Baseline | None:
    """The baseline at a path, by default that of the folder, if it has one.

    Raises TrackerError for a file that cannot be read or is no baseline.
    """
    if path is None:
        path = shelf.root / NAME if shelf.root else None
        if path is None or not path.exists():
            return None
    name = shelf.display(path)
    source, wrong = read(path, name)
    try:
        entries = _entries(json.loads(source.text)) if not wrong else None
    except (ValueError, RecursionError):
        entries = None
    if entries is None:
        raise TrackerError(f"{name} is no baseline", help="write it anew with `--write-baseline`")
    return Baseline(source, entries)


def take_as_known(findings: Findings, looked: Looked, shelf: Shelf, path: Path | None = None) -> Findings:
    """Write the baseline anew; the same findings, all of them known now.

    Raises TrackerError if there is no folder to put it in, or it cannot be written.
    """
    if path is None and shelf.root is None:
        raise TrackerError("no plans folder to keep a baseline in", help="name one with `--baseline`")
    target = path or shelf.root / NAME  # type: ignore[operator]
    old = read_baseline(shelf, target) if target.exists() else None
    write_atomically(target, baseline_text(findings.findings, old, looked))
    now = read_baseline(shelf, target)
    assert now is not None
    return replace(findings, findings=tuple(now.mark(list(findings.findings), looked)))


def baseline_text(findings: Iterable[Finding], old: Baseline | None, looked: Looked) -> str:
    """The file for what is found now; of what was not looked at the old entries stay."""
    kept = [e for e in old.entries if not looked.covers(e.code, e.plan)] if old else []
    found = [f for f in findings if f.state != "waived" and f.code != "BAS001"]
    counts = Counter(f.fingerprint for f in found)
    fresh = {
        f.fingerprint: Known(
            f.code, f.subject.plan, f.subject.lineage, f.fingerprint, counts[f.fingerprint], _about(f)
        )
        for f in found
    }
    entries = sorted({**{e.fingerprint: e for e in kept}, **fresh}.values())
    # one entry a line: two branches that change the baseline merge like text
    lines = ",\n".join("    " + json.dumps(e._asdict(), ensure_ascii=False) for e in entries)
    inside = f"[\n{lines}\n  ]" if lines else "[]"
    return f'{{\n  "format": "{FORMAT}",\n  "format_version": {VERSION},\n  "findings": {inside}\n}}\n'


def _about(finding: Finding) -> str:
    rule = rules()[finding.code]
    return " ".join(filter(None, (rule.name, finding.subject.lineage, finding.subject.field)))


def _entries(data: Any) -> tuple[Known, ...] | None:
    if not isinstance(data, dict) or (data.get("format"), data.get("format_version")) != (FORMAT, VERSION):
        return None
    if not isinstance(data.get("findings"), list):
        return None
    found = []
    for item in data["findings"]:
        if not isinstance(item, dict) or set(item) != set(Known._fields):
            return None
        entry = Known(**item)
        texts = (entry.code, entry.plan, entry.lineage, entry.fingerprint, entry.about)
        if not all(isinstance(text, str) for text in texts) or type(entry.times) is not int:
            return None
        found.append(entry)
    return tuple(found)
