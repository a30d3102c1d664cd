"""One value out of several, with no order among them."""

from __future__ import annotations

from typing import Any

from tracker.semantics.way import Way, is_literal


class Choice(Way):
    """A word, an id or yes/no: `law -> law ratified`."""

    name = "choice"

    def accepts(self, kind: Any) -> bool:
        return kind in (str, bool) or is_literal(kind)
