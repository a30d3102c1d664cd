"""What a provision says, as against how we put it: the part of a file that may not change in silence."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from tracker.plan.model import Provision, Reading
from tracker.plan.term import Term
from tracker.semantics.fields import canonical, compare_fields, fields_of, identity
from tracker.semantics.way import Delta, Setting

_STATED = ("presence", "modality", "deferred_to")


def edits(old: Provision, new: Provision, *, complete: bool) -> Iterator[tuple[str, tuple[str, ...]]]:
    """The fields in which a provision was edited in substance, with the values before and after.

    Where the text is not known as a whole (`complete` false), what the file states for the first time is
    learned, not changed; what it states no longer is taken back, and that is a change.
    """
    if (old.point or "") != (new.point or ""):
        yield "point", (old.point or "", new.point or "")
    yield from _stated(old, new, complete)
    before, after = _by_holder(old.readings), _by_holder(new.readings)
    for holder in [*before, *(holder for holder in after if holder not in before)]:
        was, is_ = before.get(holder, []), after.get(holder, [])
        if len(is_) > len(was) and not complete:
            # one more report: those known before must still be among them
            is_ = [reading for reading in is_ if _plain(reading) in map(_plain, was)]
        if sorted(map(_plain, was)) != sorted(map(_plain, is_)):
            yield "readings", (*map(_plain, was), "", *map(_plain, is_))


def _stated(old: Any, new: Any, complete: bool) -> Iterator[tuple[str, tuple[str, ...]]]:
    for name in _STATED:
        before, after = getattr(old, name), getattr(new, name)
        if before != after and (complete or before is not None):
            yield name, (str(before or ""), str(after or ""))
    yield from _terms(old.terms, new.terms, complete)


def _terms(old: Iterable[Term], new: Iterable[Term], complete: bool) -> Iterator[tuple[str, tuple[str, ...]]]:
    before, after = ({identity(term): term for term in terms} for terms in (old, new))
    for key, term in before.items():
        if key not in after:
            yield "terms", (key, "")
            continue
        # the left side decides whether what is new counts; what is gone always does
        setting = Setting(left_complete=complete, right_complete=True)
        for outcome in compare_fields(term, after[key], setting):
            if isinstance(outcome, Delta) and not outcome.editorial:
                where = ".".join(str(step) for step in outcome.route)
                yield f"terms.{key}.{where}", (str(outcome.old), str(outcome.new))
    for key in after:
        if key not in before and complete:
            yield "terms", ("", key)


def _by_holder(readings: Iterable[Reading]) -> dict[tuple[str, ...], list[Reading]]:
    found: dict[tuple[str, ...], list[Reading]] = {}
    for reading in readings:
        key = (reading.because, str(reading.rank or ""), *(reading.held_by or ()))
        found.setdefault(key, []).append(reading)
    return found


def _plain(reading: Reading) -> str:
    """A reading as plain text in which neither order nor wording shows."""
    stated = [str(getattr(reading, name) or "") for name in _STATED]
    return " / ".join([*stated, *sorted(_said(term) for term in reading.terms)])


def _said(term: Term) -> str:
    prose = {field.name for field in fields_of(type(term)) if field.way.editorial}
    values = {k: v for k, v in canonical(term).items() if v is not None and k not in prose}
    return f"{identity(term)} {sorted(values.items(), key=str)}"
