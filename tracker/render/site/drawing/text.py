"""Text in figures: as long as there is room for it."""

from __future__ import annotations

from markupsafe import Markup, escape

from tracker.render.site.markup import shown


def fitted(text: str, width: float, size: float) -> Markup:
    """The text, cut with an ellipsis where it would be wider than `width`; half the size per character."""
    room = max(3, int(width / (size * 0.52)))
    text = shown(text)
    return escape(text if len(text) <= room else text[: room - 1].rstrip() + "…")
