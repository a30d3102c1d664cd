"""A whole check: what is known from earlier runs, what has to be looked at, and what comes of it."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from tracker.errors import TrackerError
from tracker.lint.assemble import assemble
from tracker.lint.baseline import Baseline
from tracker.lint.config import Config
from tracker.lint.findings import Findings
from tracker.lint.inputs import Inputs
from tracker.lint.scope import Looked
from tracker.lint.work import Others, Work
from tracker.load.collector import collector_relaxed

if TYPE_CHECKING:
    from tracker.lint.store import Store
    from tracker.load.past import Past


def sweep(
    inputs: Inputs,
    config: Config,
    *,
    jobs: int | None = 1,
    store: Store | None = None,
    past: Past | None = None,
    baseline: Baseline | None = None,
    seen: Callable[[], None] | None = None,
) -> tuple[Findings, Looked]:
    """The findings of a check, and what was looked at.

    `jobs` None: as many processes as there are cores, if the files are worth it. `store` keeps what is
    found for the next run. With `past`, the history rules are asked, too. `seen` is called after each file.
    """
    with collector_relaxed():
        work = Work(inputs, config, store)
        checked, others = work.known() or work.done(jobs, seen)
        asked = {file.path: ref for file, (spot, ref) in zip(checked, work.files, strict=True) if spot.asked}
        looked = Looked(config, asked, whole=len(asked) == len(checked), history=past is not None)
        if past is not None:
            for path, found in _history(past, work).items():
                others[path] = [*others.get(path, ()), *found]
        return assemble(checked, others, looked, inputs.shelf, inputs.desk.today, baseline), looked


def _history(past: Past, work: Work) -> Others:
    """What became of the plans since an earlier state. Only those that changed are opened."""
    from tracker.lint.history import Present, check_history
    from tracker.load.reader import read_bytes

    present = {}
    asked = []
    for spot, ref in work.plans():
        try:
            raw = work.inputs.text if spot.path is None else read_bytes(spot.path)
        except TrackerError:  # the check of the file itself has said so
            continue
        present[ref] = Present(raw or b"", work.opener(ref))
        if spot.asked:
            asked.append(ref)
    return check_history(past, present, work.inputs.desk, asked)
