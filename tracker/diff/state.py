"""In what state each side holds a provision, and which kind of change two states make."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Literal

from tracker.diff.change import ChangeKind, ReadingChange, Side
from tracker.plan.model import Plan
from tracker.semantics.way import Delta, Outcome, Setting

State = Literal["firm", "contested", "open", "deferred", "removed", "absent", "silent", "unknown"]
GONE = ("removed",)
_MISSING = ("absent", "silent", "unknown")
_UNSETTLED: dict[str, ChangeKind] = {"contested": "contested", "open": "left-open", "deferred": "deferred"}


def state_of(sides: Sequence[Side], plan: Plan | None = None) -> State:
    """The state of provisions taken together, the least settled one naming it.

    With none, it is derived: `absent` from a full text, `silent` in a text read aloud, else `unknown`.
    """
    if not sides:
        assert plan is not None
        return "absent" if plan.complete else "silent" if plan.text == "read-aloud" else "unknown"
    presences = {side.provision.presence for side in sides}
    if presences == {"removed"}:
        return "removed"
    if "contested" in presences:
        return "contested"
    if presences & {"open", "placeholder"}:
        return "open"
    return "deferred" if presences <= {"deferred", "removed"} else "firm"


def kind_of(
    before: State,
    after: State,
    setting: Setting,
    relation: ChangeKind | None = None,
    outcomes: Sequence[Outcome] = (),
    readings: Sequence[ReadingChange] = (),
    *,
    renumbered: bool = False,
) -> ChangeKind | None:
    """The kind of change that leads from one state to the other; None where neither side holds anything.

    Only complete texts remove and add by silence; see `tests/diff/test_state.py` for the whole table.
    """
    if before in _MISSING or after in _MISSING or "removed" in (before, after):
        return _presence(before, after, setting)
    deltas = [o for o in outcomes if isinstance(o, Delta)]
    substance = any(not delta.editorial for delta in deltas)
    unlike = before != after or substance or bool(readings)
    if unlike and "contested" in (before, after):
        return "contested"
    if relation and "deferred" not in (before, after):
        return relation
    if before != after:
        # the left side in the way in which it was unsettled, the right one first
        return _UNSETTLED.get(after) or "settled"
    if relation:
        return relation
    if substance or [r for r in readings if r.reading.because != "witnesses"]:
        return _UNSETTLED.get(after, "modified") if readings and not substance else "modified"
    if renumbered:
        return "renumbered"
    # the words of a text not known whole are ours: two summaries that differ prove nothing
    words_known = setting.left_complete and setting.right_complete
    return "reworded" if words_known and any(d.way == "prose" for d in deltas) else "unchanged"


def _presence(before: State, after: State, setting: Setting) -> ChangeKind | None:
    left_lacks, right_lacks = before in (*_MISSING, *GONE), after in (*_MISSING, *GONE)
    if left_lacks and right_lacks:
        if before == after == "removed":
            return "unchanged"
        if "removed" not in (before, after) or "absent" in (before, after):
            return None
        # the removal is news to whom the other text said nothing, and forgotten on the way back
        return "first-known" if after == "removed" else "not-reported"
    if right_lacks:
        if after == "removed" or (after == "absent" and setting.left_complete):
            return "removed"
        return "not-in-text" if after == "absent" else "not-reported"
    if after in _UNSETTLED:
        return _UNSETTLED[after] if before == "removed" else "first-known"
    if before in ("removed", "absent") and setting.right_complete:
        return "added"
    return "first-known"
