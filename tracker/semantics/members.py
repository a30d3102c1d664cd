"""Sets of names: who takes part, what is covered."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any, Literal, get_args, get_origin

from tracker.semantics.way import NONE, Outcome, Setting, Toward, Way, arms, is_literal, plain
from tracker.semantics.words import Word, Words
from tracker.source import Route


class Members(Way):
    """A set of ids or words, order without meaning: `+NATO -Europe`. An explicit `none` is the empty set.

    `looser`: whether `more` or `fewer` members is looser for the party bound; only a pure gain or loss.
    """

    name = "members"

    def __init__(self, *, looser: Literal["more", "fewer"] | None = None):
        self.looser = looser

    def accepts(self, kind: Any) -> bool:
        if is_literal(kind):
            return get_args(kind) == (NONE,)
        if get_origin(kind) is not tuple:
            return False
        return all(arm is str or is_literal(arm) for item in get_args(kind)[:1] for arm in arms(item))

    def canonical(self, value: Any) -> Any:
        return sorted(map(str, value)) if isinstance(value, tuple) else value

    def compare(self, old: Any, new: Any, setting: Setting, label: str, route: Route) -> Iterator[Outcome]:
        if old is not None and new is not None and _ordered(old) == _ordered(new):
            return iter(())
        return super().compare(old, new, setting, label, route)

    def differ(self, old: Any, new: Any, setting: Setting, label: str, route: Route) -> Iterator[Outcome]:
        before, after = _ordered(old), _ordered(new)
        gained = [item for item in after if item not in before]
        lost = [item for item in before if item not in after]
        words: Words = tuple(
            [Word(f"+{setting.say(item)} ", "new") for item in gained]
            + [Word(f"-{setting.say(item)} ", "old") for item in lost]
        )
        if words:
            words = (*words[:-1], Word(words[-1].text.rstrip(), words[-1].role))
        else:
            words = (Word(f"{setting.say(old)} -> {setting.say(new)}"),)
        toward: Toward | None = None
        if self.looser and bool(gained) != bool(lost):
            toward = "loosens" if bool(gained) == (self.looser == "more") else "tightens"
        detail = (("gained", ", ".join(map(str, plain(tuple(gained))))), ("lost", ", ".join(map(str, lost))))
        yield self.delta(old, new, words, label, route, toward, tuple(d for d in detail if d[1]))


def _ordered(value: Any) -> dict[Any, None]:
    """The members, each once, in the order written."""
    return dict.fromkeys(() if value in (None, NONE) else value)
