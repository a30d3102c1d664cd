"""Counts per kind of change as stacked bars, one for each pair of neighbours."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from markupsafe import Markup

from tracker.diff.change import KINDS, ChangeKind
from tracker.render.site.drawing.text import fitted

_WIDTH, _ROW, _BAR = 640, 64, 26


def bars(rows: Sequence[tuple[str, Mapping[ChangeKind, int]]]) -> Markup:
    """One bar per row on a common scale; the table beside it has every number."""
    most = max((sum(counts.values()) for _, counts in rows), default=0) or 1
    parts = []
    for i, (label, counts) in enumerate(rows):
        y = i * _ROW
        parts.append(
            Markup('<text class="name" x="0" y="{}">{}</text>').format(y + 16, fitted(label, _WIDTH, 14))
        )
        x = 0.0
        for kind, number in counts.items():
            width = number / most * _WIDTH
            parts.append(
                Markup(
                    '<rect class="f-{}" x="{}" y="{}" width="{}" height="{}"><title>{}</title></rect>'
                ).format(
                    kind,
                    f"{x:.1f}",
                    y + 24,
                    f"{max(width - 1.5, 1):.1f}",
                    _BAR,
                    f"{number} {KINDS[kind].tally}",
                )
            )
            if width > 22:
                parts.append(
                    Markup('<text class="on-{}" x="{}" y="{}" text-anchor="middle">{}</text>').format(
                        kind, f"{x + width / 2 - 0.75:.1f}", y + 24 + 18, number
                    )
                )
            x += width
    said = "; ".join(
        f"{label}: " + ", ".join(f"{n} {KINDS[kind].tally}" for kind, n in counts.items())
        for label, counts in rows
    )
    return Markup('<svg class="bars" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        _WIDTH, _ROW * len(rows) - 8, f"Changes by kind. {said}", Markup("").join(parts)
    )
