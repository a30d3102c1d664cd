"""What one side of a change states and the other, not being a full text, leaves open."""

from __future__ import annotations

from tracker.diff.change import Change, Version
from tracker.semantics.fields import bound_by, fields_of
from tracker.semantics.way import Unstated

_FORMAL = {("modality",), ("deferred_to",), ("point",)}
"""Fields that nobody misses where a report leaves them out."""


def unstated_fields(change: Change, side: str, version: Version) -> set[str]:
    """The labels of fields on which the version at `side` is silent."""
    fields = {u.label for u in change.unstated if u.silent == side and u.route not in _FORMAL}
    for reading in change.readings:
        silent = (u for u in reading.outcomes if isinstance(u, Unstated) and u.silent == side)
        fields |= {u.label for u in silent if len(u.route) > 2}
    if change.kind == "contested" and side == "right":
        fields |= _open_conditions(change, version)
    return fields


def _open_conditions(change: Change, version: Version) -> set[str]:
    """Qualifiers of a contested term on which no reading of this version speaks."""
    readings = [r.reading for r in change.readings if r.side == "right"]
    terms = [term for reading in readings for term in reading.terms if bound_by(term)]
    if not terms or version.plan.complete or len({term.kind_name() for term in terms}) > 1:
        return set()
    return {
        f.label
        for f in fields_of(type(terms[0]))
        if f.way.name == "condition" and all(getattr(term, f.name) is None for term in terms)
    }
