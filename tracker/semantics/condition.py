"""Qualifiers that are there or not: in peacetime, without cause, under whose command."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Literal

from tracker.semantics.way import NONE, Outcome, Setting, Toward, Way, is_literal
from tracker.semantics.words import Word, Words, arrow
from tracker.source import Route


class Condition(Way):
    """An optional qualifier. `looser`: whether its presence or its absence is looser for the party bound."""

    name = "condition"

    def __init__(self, *, looser: Literal["present", "absent"] | None = None):
        self.looser = looser

    def accepts(self, kind: Any) -> bool:
        return kind is str or is_literal(kind)

    def differ(self, old: Any, new: Any, setting: Setting, label: str, route: Route) -> Iterator[Outcome]:
        gone, come = new in (None, NONE), old in (None, NONE)
        words: Words = arrow(setting.say(old), setting.say(new))
        toward: Toward | None = None
        if gone and come:
            # "none" said aloud and a full text without the qualifier come to the same
            yield replace(self.delta(old, new, words, label, route), editorial=True)
            return
        if come:
            words = (Word(f"+ {setting.say(new)}", "new"),)
        elif gone:
            words = (Word(f"- {setting.say(old)}", "old"),)
        if self.looser and gone != come:
            toward = "loosens" if come == (self.looser == "present") else "tightens"
        yield self.delta(old, new, words, label, route, toward)
