"""The revision graph, time downward: which version follows from which."""

from __future__ import annotations

from markupsafe import Markup

from tracker.render.layout.speech import day, kind_of_text
from tracker.render.site.dossier import Dossier
from tracker.render.site.drawing.text import fitted

_ROW, _LANE, _TOP, _WIDTH = 76, 30, 26, 360


def graph(dossier: Dossier) -> Markup:
    """Versions as points, oldest on top; solid lines for revisions, dashed ones for what was drawn on."""
    refs = [version.ref for version in dossier.matrix.versions]
    lanes = _lanes(dossier, refs)
    at = {ref: (20 + _LANE * lanes[ref], _TOP + _ROW * i) for i, ref in enumerate(refs)}
    left = 20 + _LANE * max(lanes.values()) + 26
    parts = []
    for ref in refs:
        plan = dossier.versions[ref]
        for parents, name in ((plan.draws_on, "draws"), (plan.revises, "revises")):
            parts += [_edge(at[parent], at[ref], name) for parent in parents if parent in at]
    for ref in refs:
        plan = dossier.versions[ref]
        x, y = at[ref]
        kind = "full" if plan.complete else "part"
        parts.append(Markup('<circle class="{}" cx="{}" cy="{}" r="7"/>').format(kind, x, y))
        for dy, name, size, text in (
            (-3, "name", 16, plan.title),
            (15, "date", 12.5, day(plan.date)),
            (31, "date", 12.5, kind_of_text(plan)),
        ):
            line = Markup('<text class="{}" x="{}" y="{}">{}</text>')
            parts.append(line.format(name, left, y + dy, fitted(text, _WIDTH - left, size)))
    height = _TOP + _ROW * (len(refs) - 1) + 48
    return Markup('<svg class="graph" viewBox="0 0 {} {}" role="img" aria-label="{}">{}</svg>').format(
        _WIDTH, height, _spoken(dossier, refs), Markup("").join(parts)
    )


def _edge(start: tuple[int, int], end: tuple[int, int], name: str) -> Markup:
    (x1, y1), (x2, y2) = start, end
    if x1 == x2:
        path = f"M{x1} {y1}V{y2}"
    elif name == "draws":
        path = f"M{x1} {y1}C{x1} {(y1 + y2) // 2} {x2} {(y1 + y2) // 2} {x2} {y2}"
    else:
        path = f"M{x1} {y1}C{x1} {y1 + 44} {x2} {y1 + 30} {x2} {min(y2, y1 + 72)}V{y2}"
    return Markup('<path class="{}" d="{}"/>').format(name, path)


def _lanes(dossier: Dossier, refs: list[str]) -> dict[str, int]:
    """The line that leads to the latest version is the main one; others stand beside it."""
    main, current = set[str](), refs[-1] if refs else ""
    while current and current not in main:
        main.add(current)
        current = dossier.matrix.before.get(current, "")
    lanes: dict[str, int] = {}
    others = 0
    for ref in refs:
        if ref not in main:
            others = others % 3 + 1  # more than three lines beside would leave no room for words
        lanes[ref] = 0 if ref in main else others
    return lanes


def _spoken(dossier: Dossier, refs: list[str]) -> str:
    said = []
    for ref in refs:
        plan = dossier.versions[ref]
        titles = [dossier.versions[p].title for p in plan.revises if p in dossier.versions]
        drawn = [dossier.versions[p].title for p in plan.draws_on if p in dossier.versions]
        words = f"{plan.title}, {day(plan.date)}, {kind_of_text(plan)}"
        words += f", revises {' and '.join(titles)}" if titles else ""
        said.append(words + (f", draws on {' and '.join(drawn)}" if drawn else ""))
    return "Versions: " + "; ".join(said)
