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
