"""A number over the versions."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from markupsafe import Markup

from tracker.render.site.drawing.text import fitted
from tracker.render.site.values import Mark, Series

_HEIGHT, _TOP, _BOTTOM, _COLUMN = 176, 26, 34, 150


def plot(line: Series, titles: Sequence[str]) -> Markup:
    """Versions from left to right, the number upward from nothing; `none` on a line of its own above.

    Full points are values of a version, hollow ones single readings or positions.
    """
    width = _COLUMN * len(titles)
    numbers = [mark.value for mark in line.marks if mark.value is not None]
    most = max(numbers, default=Decimal(0)) or Decimal(1)
    parts = [Markup('<path class="axis" d="M0 {}H{}"/>').format(_HEIGHT - _BOTTOM, width)]
    for i, title in enumerate(titles):
        parts.append(_text("date", _x(i), _HEIGHT - 12, fitted(title, _COLUMN - 8, 12.5)))
    firm = [(_x(mark.version), _y(mark, most)) for mark in line.marks if mark.firm]
    if len(firm) > 1:
        path = "M" + "L".join(f"{x} {y}" for x, y in firm)
        parts.append(Markup('<path class="trend" d="{}"/>').format(path))
    placed: list[tuple[int, int]] = []
    for mark in sorted(line.marks, key=lambda mark: mark.firm):
        x, y = _x(mark.version), _y(mark, most)
        shape = '<circle class="{}" cx="{}" cy="{}" r="5"/>'
        parts.append(Markup(shape).format("firm" if mark.firm else "maybe", x, y))
        if (x, y) not in placed:
            placed.append((x, y))
            parts.append(_text("value", x, y - 10, fitted(mark.words, _COLUMN - 8, 12.5)))
    said = "; ".join(
        f"{titles[mark.version]}: {mark.words}{'' if mark.firm else ' (one reading)'}" for mark in line.marks
    )
    return Markup('<svg class="plot" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        width, _HEIGHT, f"{line.title}. {said}", Markup("").join(parts)
    )


def _x(version: int) -> int:
    return _COLUMN * version + _COLUMN // 2


def _y(mark: Mark, most: Decimal) -> int:
    if mark.value is None:
        return _TOP
    room = _HEIGHT - _BOTTOM - _TOP - 44
    return _HEIGHT - _BOTTOM - int(mark.value / most * room)


def _text(name: str, x: int, y: int, text: Markup) -> Markup:
    return Markup('<text class="{}" x="{}" y="{}" text-anchor="middle">{}</text>').format(name, x, y, text)
