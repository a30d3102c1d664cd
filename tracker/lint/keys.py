"""What the findings in a file depend on: its content, and all that rules may look at beside it."""

from __future__ import annotations

import hashlib
from pathlib import Path

from tracker.edit.mark import sources_of
from tracker.errors import TrackerError
from tracker.lint.config import Config
from tracker.lint.inputs import Inputs
from tracker.load.reader import read_bytes


def digest_of(path: Path, root: Path | None = None) -> str:
    """What the content of a file is known by; empty where it cannot be read.

    A draft is held against the files that it says it was made from: they are part of it.
    """
    try:
        raw = read_bytes(path)
    except TrackerError:
        return ""
    if raw is None:
        return ""
    state = hashlib.sha256(raw)
    if root is not None and b"# source: " in raw:
        for made_from, _ in sources_of(raw.decode("utf-8", "replace")):
            if made_from.path and not Path(made_from.path).is_absolute():
                state.update(digest_of(root.parent / made_from.path).encode())
    return state.hexdigest()


def surroundings(inputs: Inputs, config: Config) -> str:
    """All that the findings in one file depend on beside its own text."""
    from tracker.lint.store import program

    shelf = inputs.shelf
    beside: list[Path] = [shelf.root / f"{name}.yaml" for name in ("names", "sources")] if shelf.root else []
    beside += shelf.held_sources.values()
    originals = config.originals
    if originals is not None and originals.is_dir():
        beside += sorted(path for path in originals.iterdir() if path.is_file())
    state = [program(), inputs.desk.today.isoformat(), str(originals), config.settings.model_dump_json()]
    state += [f"{path.name} {digest_of(path)}" for path in beside]
    return hashlib.sha256("\n".join(state).encode()).hexdigest()
