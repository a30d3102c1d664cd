"""One thing to explain: a rule, a kind of term, an issue, a word, a kind of change."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import import_module
from pkgutil import iter_modules

from tracker.diagnostic import did_you_mean
from tracker.errors import TrackerError
from tracker.plan.guide import FieldGuide


@dataclass(frozen=True, slots=True)
class Sample:
    """A snippet of a file, and what it shows."""

    caption: str
    text: str


@dataclass(frozen=True, slots=True, eq=False)
class Topic:
    """`summary` is one line; `facts` are short statements with their labels; `also` other names for it."""

    family: str
    name: str
    summary: str
    text: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    fields: tuple[FieldGuide, ...] = ()
    samples: tuple[Sample, ...] = ()
    also: tuple[str, ...] = ()

    def answers_to(self, word: str) -> bool:
        return word in (self.name.lower(), *(other.lower() for other in self.also))

    def belongs_to(self, word: str) -> bool:
        """Whether the word names a group that it is in: `FIG` for rules, `sec` for issues."""
        return word == self.family or word in (
            self.name.lower().rstrip("0123456789"),
            self.name.split(".")[0],
        )


@cache
def all_topics() -> tuple[Topic, ...]:
    """Every topic, family by family."""
    from tracker.render import topics

    found = [import_module(f"{topics.__name__}.{m.name}") for m in iter_modules(topics.__path__)]
    found.sort(key=lambda module: module.ORDER)
    return tuple(topic for module in found for topic in module.topics())


def topics_for(word: str) -> tuple[Topic, ...]:
    """What a word means: one topic or more, or a group of them. Raises TrackerError with the nearest word."""
    asked = word.strip().lower()
    found = tuple(t for t in all_topics() if t.answers_to(asked))
    found = found or tuple(t for t in all_topics() if t.belongs_to(asked))
    if not found:
        near = did_you_mean(word, _words(word), listing=0) or "`tracker explain` lists what there is"
        raise TrackerError(f"nothing is called `{word}`", help=near)
    return found


def _words(word: str) -> Iterator[str]:
    for topic in all_topics():
        yield from (topic.name, *topic.also)
    if word.isupper():
        return
    yield from {topic.family for topic in all_topics()}
