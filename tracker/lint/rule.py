"""What a rule is, and what it says of a place in a file."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any, Literal

from tracker.diagnostic import Severity
from tracker.edit.patch import Edit
from tracker.source import Route, Span

Scope = Literal["reading", "text", "plan", "folder", "history", "run"]
"""What a rule looks at, and so what its findings depend on:

- `reading`: said by the loader while it reads; the rule only explains it;
- `text`: one file's raw text, also where the file is broken: `check(source)`;
- `plan`: one valid plan, with names, citations and digests at hand: `check(file)`;
- `folder`: the outlines of all plans together: `check(folder)`;
- `history`: a plan and an earlier state of it;
- `run`: said by the run itself, such as an ignore comment that no longer applies.
"""

Example = str | Mapping[str, str]
"""A snippet, or several files by name. A snippet that begins with `- ` is a list of provisions."""


@dataclass(frozen=True, slots=True)
class Also:
    """Another place that explains a fault; `ref` names the plan if it is another one."""

    message: str
    route: Route
    ref: str = ""


@dataclass(frozen=True, slots=True)
class Fault:
    """What a rule found. The place is a route (or, for `text` rules, a span); lines come at the edge.

    `field` and `values` enter the fingerprint, with the code, the plan and the lineage: they say what the
    fault is about in words that survive line moves and rewording. `field` and `lineage` follow from the
    route where they are not given. `ref` names the plan that a `folder` rule speaks of.
    """

    message: str
    route: Route = ()
    help: str = ""
    values: tuple[str, ...] = ()
    field: str = ""
    lineage: str = ""
    ref: str = ""
    key: bool = False
    span: Span | None = None
    also: tuple[Also, ...] = ()
    fix: tuple[Edit, ...] = ()


@dataclass(frozen=True, slots=True)
class Rule:
    """One entry of the register. `summary` is one line; `why` is for whoever asks to be convinced."""

    code: str
    name: str
    severity: Severity
    scope: Scope
    summary: str
    why: str
    bad: Example
    good: Example
    check: Callable[[Any], Iterator[Fault]] | None = None

    @property
    def family(self) -> str:
        """The letters of the code: `--select FIG` means all of the family."""
        return self.code.rstrip("0123456789")

    def answers_to(self, word: str) -> bool:
        """Whether a word of a user means this rule: its code, its name, its family, or `ALL`."""
        return word.upper() in (self.code, self.family, "ALL") or word.lower() == self.name
