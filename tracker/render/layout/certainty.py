"""How well the two sides of a change are known."""

from __future__ import annotations

from tracker.diff.change import Change, Version


def unverified(change: Change, left: Version, right: Version) -> str:
    """A warning where a change of substance rests on evidence that nobody has read again; else nothing."""
    if not change.deltas and change.kind not in ("removed", "added"):
        return ""
    weak = [
        version.ref
        for version, sides in ((left, change.left), (right, change.right))
        if sides and not any(e.verified for s in sides for e in s.provision.evidence)
    ]
    return f"{' and '.join(weak)} not verified" if weak else ""
