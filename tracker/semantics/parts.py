"""Keyed parts of a term: one region of many, one trigger of many. One level deep."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import Any, Literal, get_args, get_origin

from tracker.semantics.fields import canonical, compare_fields, heading, identity, sentence
from tracker.semantics.way import NONE, Delta, Outcome, Setting, Toward, Unstated, Way, is_literal, plain
from tracker.semantics.words import Word, arrow
from tracker.source import Route


class Parts(Way):
    """A list of nested models whose own fields carry markers; parts with the same key are the same part.

    `looser`: whether `more` or `fewer` parts is looser for the party bound (more triggers: tighter).
    A part that a text not complete leaves out is not stated, never dropped.
    """

    name = "parts"

    def __init__(self, *, looser: Literal["more", "fewer"] | None = None):
        self.looser = looser

    def accepts(self, kind: Any) -> bool:
        if is_literal(kind):
            return get_args(kind) == (NONE,)
        item = get_args(kind)[:1] if get_origin(kind) is tuple else ()
        return bool(item) and isinstance(item[0], type) and hasattr(item[0], "model_fields")

    def phrase(self, value: Any, setting: Setting) -> str:
        if not value or value == NONE:
            return setting.say(value)
        return "; ".join(sentence(part, setting) for part in value)

    def canonical(self, value: Any) -> Any:
        if value == NONE:
            return {NONE: NONE}
        return {identity(part): canonical(part) for part in value or ()}

    def compare(self, old: Any, new: Any, setting: Setting, label: str, route: Route) -> Iterator[Outcome]:
        before, after = _keyed(old), _keyed(new)
        if not before and not after:
            # "none" said aloud and a full text without any part come to the same
            for outcome in super().compare(old, new, setting, label, route):
                yield replace(outcome, editorial=True) if isinstance(outcome, Delta) else outcome
            return
        if NONE in (old, new):
            words = arrow(self.phrase(old, setting), self.phrase(new, setting))
            yield replace(self.delta(old, new, words, label, (*route, NONE)), editorial=True)
        left_says_all = setting.left_complete or old == NONE
        right_says_all = setting.right_complete or new == NONE
        for key, part in before.items():
            if key in after:
                place = heading(part, setting)
                for outcome in compare_fields(part, after[key], setting, (*route, key)):
                    yield replace(outcome, label=f"{place}: {outcome.label}")
            elif right_says_all:
                words = (Word(f"- {sentence(part, setting)}", "old"),)
                yield self.delta(part, None, words, label, (*route, key), self._toward(more=False))
            else:
                yield self._unstated(part, setting, label, (*route, key), "right")
        for key, part in after.items():
            if key in before:
                continue
            if left_says_all:
                words = (Word(f"+ {sentence(part, setting)}", "new"),)
                yield self.delta(None, part, words, label, (*route, key), self._toward(more=True))
            else:
                yield self._unstated(part, setting, label, (*route, key), "left")

    def _unstated(
        self, part: Any, setting: Setting, label: str, route: Route, silent: Literal["left", "right"]
    ) -> Unstated:
        place = f"{label} {heading(part, setting)}"
        return Unstated(place, route, plain(part), sentence(part, setting), silent)

    def _toward(self, *, more: bool) -> Toward | None:
        if self.looser is None:
            return None
        return "loosens" if more == (self.looser == "more") else "tightens"


def _keyed(value: Any) -> dict[str, Any]:
    return {} if value in (None, NONE) else {identity(part): part for part in value}
