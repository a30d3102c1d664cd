"""Ordered steps: what comes first, what follows."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, get_args, get_origin

from tracker.semantics.way import NONE, Outcome, Setting, Way, is_literal
from tracker.semantics.words import Word, Words, arrow
from tracker.source import Route


class Steps(Way):
    """A sequence in which the order matters: `- withdrawal` or the whole old and new order."""

    name = "steps"

    def accepts(self, kind: Any) -> bool:
        return get_origin(kind) is tuple and all(k is str or is_literal(k) for k in get_args(kind)[:1])

    def phrase(self, value: Any, setting: Setting) -> str:
        return " > ".join(map(setting.say, value)) if isinstance(value, tuple) else setting.say(value)

    def differ(self, old: Any, new: Any, setting: Setting, label: str, route: Route) -> Iterator[Outcome]:
        before, after = (() if side in (None, NONE) else side for side in (old, new))
        lost = [step for step in before if step not in after]
        gained = [step for step in after if step not in before]
        words: Words = arrow(self.phrase(old, setting), self.phrase(new, setting))
        said = [f"-{setting.say(step)}" for step in lost] + [f"+{setting.say(step)}" for step in gained]
        if said:
            words += (Word(f" ({', '.join(said)})"),)
        detail = (("gained", ", ".join(gained)), ("lost", ", ".join(lost)))
        yield self.delta(old, new, words, label, route, detail=tuple(d for d in detail if d[1]))
