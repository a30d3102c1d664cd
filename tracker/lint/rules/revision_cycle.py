"""A version follows, by way of others, from itself.

Then no order of the versions exists, and no ancestor can lend its value to a provision not reported.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.diagnostic import Severity
from tracker.lint.outline import Folder
from tracker.lint.rule import Fault

CODE = "REV002"
SEVERITY = Severity.ERROR
SCOPE = "folder"
BAD = {
    "plans/first.yaml": """
version: first
title: The first text
text: full
date: "2025-11-10"
revises: [second]
""",
    "plans/second.yaml": """
version: second
title: The second text
text: full
date: "2025-11-10"
revises: [first]
""",
}
GOOD = {
    "plans/first.yaml": """
version: first
title: The first text
text: full
date: "2025-11-10"
""",
    "plans/second.yaml": """
version: second
title: The second text
text: full
date: "2025-11-10"
revises: [first]
""",
}


def check(folder: Folder) -> Iterator[Fault]:
    seen: set[frozenset[str]] = set()
    for ref in folder.outlines:
        cycle = _cycle(ref, folder)
        if cycle and frozenset(cycle) not in seen:
            seen.add(frozenset(cycle))
            outline = folder.outlines[ref]
            field = "revises" if cycle[1] in outline.revises else "draws_on"
            i = getattr(outline, field).index(cycle[1])
            yield Fault(
                f"`{ref}` follows from itself: {' -> '.join(cycle)}",
                (field, i),
                help="take out the reference to the later version",
                values=tuple(sorted(set(cycle))),
                ref=ref,
            )


def _cycle(start: str, folder: Folder) -> list[str]:
    """The shortest way from a version back to itself, by its parents; empty if there is none."""
    came: dict[str, str] = {}
    frontier = [start]
    while frontier:
        following = []
        for ref in frontier:
            outline = folder.outlines.get(ref)
            for parent in (*outline.revises, *outline.draws_on) if outline else ():
                if parent == start:
                    way = [start, ref]
                    while way[-1] != start:
                        way.append(came[way[-1]])
                    return list(reversed(way)) if ref != start else [start, start]
                if parent not in came:
                    came[parent] = ref
                    following.append(parent)
        frontier = following
    return []
