"""One file of a check, opened."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from tracker.load.document import Document


@dataclass(frozen=True)
class Target:
    """A file to check. `asked` is false for one that is only read because others refer to it."""

    ref: str
    document: Document[Any]
    asked: bool = True
