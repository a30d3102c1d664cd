"""Python's garbage collector, paused while a large tree is built."""

from __future__ import annotations

import gc
from collections.abc import Iterator
from contextlib import contextmanager


@contextmanager
def collector_paused() -> Iterator[None]:
    """Nothing becomes garbage before the tree stands, yet the collector would walk it again and again.

    Leaves the collector as it was found, also when an exception passes through.
    """
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


def relax() -> None:
    """Let the collector walk far less often: plain values and immutable models leave few cycles behind."""
    gc.set_threshold(50_000, 20, 100)


@contextmanager
def collector_relaxed() -> Iterator[None]:
    """The collector relaxed for a while, then as it was."""
    before = gc.get_threshold()
    relax()
    try:
        yield
    finally:
        gc.set_threshold(*before)
