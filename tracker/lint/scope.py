"""What a check has looked at: only of that can it be said that nothing was found."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from tracker.lint.config import Config
from tracker.lint.register import rules


@dataclass(frozen=True)
class Looked:
    """The files asked for, their plans by path, and whether that is the whole folder.

    `history` says whether an earlier state was at hand.
    """

    config: Config
    asked: Mapping[str, str] = field(default_factory=dict)
    whole: bool = True
    history: bool = False

    def covers(self, code: str, plan: str | None) -> bool:
        """Whether a finding of that code in that plan (None: anywhere) would have been found."""
        rule = rules().get(code)
        if rule is not None and (
            not self.config.wants(rule) or (rule.scope == "history" and not self.history)
        ):
            return False
        return self.whole or (plan is not None and plan in self.asked.values())
