"""What the tests of all ways share: one comparison in brief, and the mirror that every way obeys."""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import Any

from hypothesis import strategies as st

from tracker.semantics.way import Delta, Outcome, Setting, Unstated, Way, flip
from tracker.semantics.words import text_of

FULL = Setting(names={"nato": "NATO", "europe": "Europe", "kyiv": "Kyiv"})
LEFT_PARTIAL = Setting(left_complete=False)
RIGHT_PARTIAL = Setting(right_complete=False)
BOTH_PARTIAL = Setting(left_complete=False, right_complete=False)

settings_of_sides = st.builds(Setting, left_complete=st.booleans(), right_complete=st.booleans())


def outcomes(way: Way, old: Any, new: Any, setting: Setting = FULL) -> list[Outcome]:
    return list(way.compare(old, new, setting, "label", ("field",)))


def said(way: Way, old: Any, new: Any, setting: Setting = FULL) -> list[tuple[str, str | None]]:
    """Each outcome in words, with its direction; a field not stated as `(…)`."""
    found: list[tuple[str, str | None]] = []
    for outcome in outcomes(way, old, new, setting):
        if isinstance(outcome, Unstated):
            found.append((f"({outcome.words})", None))
        else:
            found.append((text_of(outcome.words), outcome.toward))
    return found


def only(way: Way, old: Any, new: Any, setting: Setting = FULL) -> Outcome:
    (outcome,) = outcomes(way, old, new, setting)
    return outcome


def substance(outcome: Outcome) -> str:
    """An outcome without its words, as text that can be counted."""
    if isinstance(outcome, Unstated):
        return repr(("unstated", outcome.label, outcome.route, outcome.value, outcome.silent))
    moved = sorted((name, len(value)) for name, value in outcome.detail if name in ("gained", "lost"))
    return repr(replace(outcome, words=(), detail=tuple(moved)))


def reflected(outcome: Outcome) -> str:
    """The substance that the mirrored comparison must have."""
    if isinstance(outcome, Unstated):
        return substance(replace(outcome, silent="left" if outcome.silent == "right" else "right"))
    turned = {"gained": "lost", "lost": "gained"}
    return substance(
        replace(
            outcome,
            old=outcome.new,
            new=outcome.old,
            toward=outcome.toward and flip(outcome.toward),
            detail=tuple((turned.get(name, name), value) for name, value in outcome.detail),
        )
    )


def check_mirror(found: list[Outcome], mirrored: list[Outcome]) -> None:
    """`mirrored` says the same seen from the other side: sides swapped, directions flipped."""
    assert Counter(map(reflected, found)) == Counter(map(substance, mirrored))


def check_way(way: Way, old: Any, new: Any, setting: Setting) -> None:
    """What holds of every way: the mirror; silence is no change; equal values differ in nothing."""
    found = outcomes(way, old, new, setting)
    check_mirror(found, outcomes(way, new, old, setting.swapped()))
    assert outcomes(way, old, old, setting) == []
    if (old is None and not setting.left_complete) or (new is None and not setting.right_complete):
        assert not any(isinstance(outcome, Delta) for outcome in found)
    for outcome in found:
        if isinstance(outcome, Delta):
            assert outcome.way == way.name or way.name == "parts"
            assert text_of(outcome.words)
        else:
            assert outcome.words
