"""Fields that say which term (or part) it is, not what it says."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from tracker.semantics.way import Outcome, Setting, Way, is_literal
from tracker.source import Route


class Key(Way):
    """Part of the identity: two values with different keys are different things, never a change."""

    name = "key"

    def accepts(self, kind: Any) -> bool:
        return kind is str or is_literal(kind)

    def compare(self, old: Any, new: Any, setting: Setting, label: str, route: Route) -> Iterator[Outcome]:
        return iter(())
