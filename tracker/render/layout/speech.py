"""Phrases that several layouts share: dates, versions, who says so, for whom it loosens."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date

from tracker.plan.model import Evidence, Plan
from tracker.plan.words import TEXTS
from tracker.semantics.way import Delta, Setting
from tracker.semantics.words import Word, Words


def day(value: date | None) -> str:
    """`20 Nov 2025`; the same in every locale."""
    if value is None:
        return "undated"
    months = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
    return f"{value.day} {months[value.month - 1]} {value.year}"


def kind_of_text(plan: Plan) -> str:
    return TEXTS[plan.text]


def who_says(evidence: Iterable[Evidence], labels: Mapping[str, str], names: Mapping[str, str]) -> str:
    """The sources in a few words: publisher, speaker, and what speaks against taking them at their word."""
    said: dict[str, None] = {}
    for item in evidence:
        notes = []
        if item.speaker:
            notes.append(names.get(item.speaker, item.speaker.replace("-", " ")))
        if not item.verified:
            notes.append("not verified")
        if item.may_belong_to:
            notes.append(f"may be the {item.may_belong_to} text's")
        label = labels.get(item.source, item.source)
        said[f"{label} ({'; '.join(notes)})" if notes else label] = None
    return "; ".join(said)


def direction(deltas: Iterable[Delta], setting: Setting) -> str:
    """`loosens for Ukraine`, if all changes with a direction agree; nothing otherwise."""
    found = {(d.toward, d.bound) for d in deltas if d.toward}
    if len(found) != 1:
        return ""
    toward, bound = found.pop()
    return f"{toward} for {' and '.join(map(setting.say, bound))}"


def evidence_words(item: Evidence, labels: Mapping[str, str], names: Mapping[str, str]) -> Words:
    """One piece of evidence in full: source, place, quote, hedge, speaker, caution."""
    words = [Word(labels.get(item.source, item.source), "term")]
    if item.locator:
        words.append(Word(f", {item.locator}"))
    if item.quote:
        words.append(Word(f": “{item.quote}”"))
    notes: list[str] = [item.hedge]
    if item.speaker:
        notes.append(f"said by {names.get(item.speaker, item.speaker.replace('-', ' '))}")
    if item.supports != "terms":
        notes.append(f"for its {item.supports}")
    if not item.verified:
        notes.append("not verified")
    if item.may_belong_to:
        notes.append(f"may belong to the {item.may_belong_to} text")
    words.append(Word(f" ({'; '.join(notes)})", "muted"))
    if item.note:
        words.append(Word(f" - {item.note}", "muted"))
    return tuple(words)


def after_arrow(words: Words) -> Words:
    """What a change leads to: the words behind the arrow, or all where there is none."""
    texts = [word.text for word in words]
    return words[texts.index(" -> ") + 1 :] if " -> " in texts else words
