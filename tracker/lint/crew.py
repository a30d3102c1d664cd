"""Many files, checked by several processes. Each reads, asks and forgets: only plain findings come back."""

from __future__ import annotations

import gc
import multiprocessing
import os
import signal
import sys
from collections.abc import Iterator, Sequence
from datetime import date
from pathlib import Path
from typing import Any, NamedTuple

from tracker.errors import TrackerError
from tracker.lint.desk import Desk
from tracker.lint.inputs import Spot, open_target
from tracker.lint.keys import digest_of
from tracker.lint.register import rules
from tracker.lint.run import check_file
from tracker.lint.stored import from_checked
from tracker.load.collector import relax
from tracker.load.shelf import Shelf

FEW = 2**20
"""Bytes of plan files that are not worth a second process."""
_BATCH = 16


class Yield(NamedTuple):
    """What a file yielded, as plain lists; `digest` is that of the bytes it was made from."""

    number: int
    digest: str
    checked: list[Any]


def jobs_for(asked: int | None, size: int) -> int:
    """How many processes: as asked, by default one per core, but one for little."""
    if asked is not None:
        return max(1, asked)
    if size <= FEW:
        return 1
    cores = len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count()
    return min(cores or 1, 61)


def examine_all(todo: Sequence[tuple[int, Spot]], desk: Desk, jobs: int) -> Iterator[Yield]:
    """What each file yields, in no particular order."""
    global _desk
    if jobs == 1 or len(todo) == 1:
        for index, spot in todo:
            yield _examine(index, spot, desk)
        return
    from concurrent.futures import BrokenExecutor, ProcessPoolExecutor, as_completed

    # a copy of this process knows the names, sources and rules already; elsewhere each begins anew
    fork = sys.platform.startswith("linux")
    _desk = desk
    _prepare(desk)
    arguments = (desk.shelf.root, desk.today, desk.originals)
    batches = [todo[i : i + _BATCH] for i in range(0, len(todo), _BATCH)]
    gc.freeze()  # what is there stays: the copies need not walk it, nor write to its pages
    pool = ProcessPoolExecutor(
        min(jobs, len(batches)),
        mp_context=multiprocessing.get_context("fork" if fork else "spawn"),
        initializer=_begin,
        initargs=arguments,
    )
    try:
        for done in as_completed([pool.submit(_examine_batch, batch) for batch in batches]):
            yield from done.result()
    except BrokenExecutor:
        raise TrackerError("a process that checked files has died", help="try `--jobs 1`") from None
    finally:
        pool.shutdown(wait=False, cancel_futures=True)
        gc.unfreeze()
        _desk = None


def _prepare(desk: Desk) -> None:
    """Have at hand, once and for all processes, what every file needs."""
    rules()
    _ = desk.names, desk.shelf.context, desk.sources, desk.runs


_desk: Desk | None = None


def _begin(root: Path | None, today: date, originals: Path | None) -> None:
    global _desk
    signal.signal(signal.SIGINT, signal.SIG_IGN)  # whoever began the work ends it
    relax()
    if _desk is None:
        _desk = Desk(Shelf(root), today, originals)


def _examine_batch(batch: Sequence[tuple[int, Spot]]) -> list[Yield]:
    assert _desk is not None
    found = [_examine(index, spot, _desk) for index, spot in batch]
    _desk.shelf.forget()
    return found


def _examine(index: int, spot: Spot, desk: Desk) -> Yield:
    assert spot.path is not None
    before = digest_of(spot.path, desk.shelf.root)
    checked = from_checked(check_file(open_target(spot.path, desk.shelf, asked=spot.asked), desk))
    # a file that is written to meanwhile is checked, but what is found is not kept
    return Yield(index, before if before == digest_of(spot.path, desk.shelf.root) else "", checked)
