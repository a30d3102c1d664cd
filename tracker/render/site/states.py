"""In which state a version holds a provision, as a reader sees it: a sign and words, never colour alone."""

from __future__ import annotations

from typing import NamedTuple


class State(NamedTuple):
    sign: str
    words: str


STATES: dict[str, State] = {
    "in-text": State("●", "in the text"),
    "reported": State("◐", "reported"),
    "placeholder": State("□", "placeholder"),
    "open": State("◇", "open"),
    "deferred": State("↗", "left to others"),
    "removed": State("×", "removed"),
    "contested": State("≠", "contested"),
    "absent": State("–", "not in the text"),
    "silent": State("○", "not in the list read out"),
    "unknown": State("?", "not reported"),
}
"""By the words of plan files and those that are derived; `absent`, `silent` and `unknown` are no removals."""
