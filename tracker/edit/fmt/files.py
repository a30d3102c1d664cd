"""The files of a plans folder that can be formatted, and what each of them holds."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from pathlib import Path
from typing import Any

from tracker.errors import TrackerError
from tracker.load.shelf import RESERVED

_SUFFIXES = (".yaml", ".yml")


def files_in(paths: Iterable[Path]) -> Iterator[Path]:
    """Every file named, and the YAML files in every folder named, each once.

    Raises TrackerError for a path that leads nowhere.
    """
    seen: set[Path] = set()
    for path in paths:
        if path.is_dir():
            found = sorted(p for p in path.rglob("*") if p.suffix in _SUFFIXES and not _hidden(p, path))
        elif path.exists():
            found = [path]
        else:
            raise TrackerError(f"{path} does not exist", help="check the path and the folder you are in")
        for each in found:
            if (key := each.resolve()) not in seen:
                seen.add(key)
                yield each


def model_of(path: Path) -> Any:
    """What a file holds, told by its name: a plan, or one of the reserved files beside the plans."""
    from tracker.plan.cited import Cited
    from tracker.plan.model import Plan
    from tracker.plan.names import Names
    from tracker.plan.waivers import Waivers

    if path.stem not in RESERVED or path.resolve().parent.name != "plans":
        return Plan
    return {"names": Names, "sources": dict[str, Cited], "waivers": Waivers}.get(path.stem, dict[str, Any])


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)
