"""Before, after, and the exact set of changes: each folder in `cases/` is a case.

`before.yaml` and `after.yaml` hold what follows the head of a plan file; their `text:` line is the head.
`changes.txt` holds one line per change, then its typed changes, indented:

    KIND  LINEAGES
      FIELD: WORDS [DIRECTION]
      ? FIELD (not stated on that side)
"""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker.diff.change import Change, Version
from tracker.diff.compare import compare
from tracker.load.document import open_document
from tracker.plan.model import Plan
from tracker.semantics.way import Delta, Outcome
from tracker.semantics.words import text_of
from tracker.source import Source

CASES = sorted(path for path in (Path(__file__).parent / "cases").iterdir() if path.is_dir())


def _plan(path: Path) -> Plan:
    text = f"version: {path.stem}\ntitle: {path.stem}\n" + path.read_text("utf-8")
    document = open_document(Plan, Source(str(path), text))
    assert document.model is not None and not document.broken, document.diagnostics
    return document.model


def _lines(change: Change) -> Iterator[str]:
    yield f"{change.kind}  {', '.join(change.lineages)}"
    yield from _outcomes(change.outcomes)
    for reading in change.readings:
        who = ", ".join(reading.reading.held_by or ())
        yield f"  {reading.side} {reading.reading.because} {who}".rstrip()
        yield from (f"  {line}" for line in _outcomes(reading.outcomes))
    yield from (f"  unexplained {place}" for place in change.unexplained)


def _outcomes(outcomes: tuple[Outcome, ...]) -> Iterator[str]:
    for outcome in outcomes:
        if isinstance(outcome, Delta):
            toward = f" [{outcome.toward} {', '.join(outcome.bound)}]" if outcome.toward else ""
            yield f"  {outcome.label}: {text_of(outcome.words)}{toward}"
        else:
            yield f"  ? {outcome.label} ({outcome.silent})"


@pytest.mark.parametrize("case", CASES, ids=lambda path: path.name)
def test_case(case: Path) -> None:
    left, right = _plan(case / "before.yaml"), _plan(case / "after.yaml")
    comparison = compare(Version("before", left), Version("after", right))
    found = [line for change in comparison.changes for line in _lines(change)]
    assert found == (case / "changes.txt").read_text("utf-8").splitlines()


def test_there_are_cases() -> None:
    assert len(CASES) >= 10
