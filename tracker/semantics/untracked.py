"""Fields that are no part of what a provision says: kinds, evidence."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tracker.semantics.way import Outcome, Setting, Way
from tracker.source import Route


class Untracked(Way):
    """Never compared. Every use needs its reason in the field's description."""

    name = "untracked"

    def accepts(self, kind: Any) -> bool:
        return True

    def compare(self, old: Any, new: Any, setting: Setting, label: str, route: Route) -> Iterator[Outcome]:
        return iter(())
