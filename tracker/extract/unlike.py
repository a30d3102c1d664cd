"""What is denied of one text by contrast with another: "unlike the first draft, it does not bar …"."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.extract.attribution import Mention
    from tracker.extract.scene import Scene
    from tracker.extract.stance import Blocked
    from tracker.extract.zone import Zone

_NOT = frozenset(["not", "no", "neither", "nor", "doesn't", "don't", "didn't", "without"])


def unlike(
    scene: Scene, zone: Zone, blocks: list[Blocked], mentions: list[Mention]
) -> tuple[str | None, list[tuple[int, int]]]:
    """The version that a zone is set against, and the negated words that hold for that one."""
    texts = scene.words.texts
    other = [
        m.versions[0]
        for m in mentions
        if m.versions and zone.versions != m.versions and "unlike" in texts[max(0, m.start - 2) : m.start]
    ]
    negated = [
        (b.start, b.end)
        for b in blocks
        if b.why in ("silence", "position") and _NOT & {*texts[b.start : b.end]}
    ]
    negated += [
        (h.start, zone.end)
        for h in scene.within(("polarity", "lacks"), zone.start, zone.end)
        if other and _NOT & {*texts[h.start : h.end]}
    ]
    return (other[0] if other else None), negated
