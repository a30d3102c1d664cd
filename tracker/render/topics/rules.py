"""What `tracker check` finds, the loader's codes included."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.lint.register import rules
from tracker.lint.rule import Example, Rule
from tracker.render.topic import Sample, Topic

FAMILY, ORDER = "rule", 1
_LOOKS_AT = {
    "reading": "the file as it is read",
    "text": "the text of a file, also where it is broken",
    "plan": "one plan, with names, sources and digests at hand",
    "folder": "all plans of the folder together",
    "history": "a plan and an earlier state of it",
    "run": "the check itself",
}
_LONGEST = 40
"""Lines of an example: one of the loader's is a file too large to show."""


def topics() -> Iterator[Topic]:
    """One topic for each rule."""
    for rule in rules().values():
        yield _topic(rule)


def _topic(rule: Rule) -> Topic:
    samples = [*_samples("wrong", rule.bad), *_samples("right", rule.good)]
    return Topic(
        FAMILY,
        rule.code,
        rule.summary,
        text=rule.why,
        facts=(
            ("name", rule.name),
            ("severity", str(rule.severity)),
            ("looks at", _LOOKS_AT.get(rule.scope, rule.scope)),
            ("set aside", f"# tracker: ignore[{rule.code}] reason"),
        ),
        samples=tuple(sample for sample in samples if sample.text.strip()),
        also=(rule.name,),
    )


def _samples(caption: str, example: Example) -> Iterator[Sample]:
    files = {"": example} if isinstance(example, str) else example
    for name, text in files.items():
        yield Sample(f"{caption}: {name}" if name else caption, _shown(text))


def _shown(text: str) -> str:
    """The lines of an example, the endless ones cut."""
    lines = [line if len(line) <= 120 else f"{line[:100]} …" for line in text.strip("\n").splitlines()]
    return "\n".join([*lines[:_LONGEST], "…"] if len(lines) > _LONGEST else lines)
