"""`# tracker: ignore[CODE] reason` in a file: what it spares, and what is wrong with it."""

from __future__ import annotations

import re
from contextlib import suppress
from dataclasses import dataclass, replace

from yaml import YAMLError

from tracker.lint.findings import Finding, Place
from tracker.lint.register import rules
from tracker.load.events import events
from tracker.source import Source

_COMMENT = re.compile(
    r"(?:^|(?<=[ \t]))#[ \t]*tracker:[ \t]*ignore\b(?P<codes>\[[^\]\n]*\])?(?P<reason>[^\n]*)", re.MULTILINE
)


@dataclass(frozen=True, slots=True)
class Ignore:
    """One comment. `lines` are those it speaks for: its own, and the next one if it stands alone."""

    place: Place
    codes: tuple[str, ...]
    reason: str
    lines: tuple[int, ...]


def ignores(source: Source) -> tuple[Ignore, ...]:
    """All ignore comments of a text, also misspelt ones."""
    if "tracker:" not in source.text or source.name.endswith(".md"):
        return ()
    found = []
    matches = list(_COMMENT.finditer(source.text))
    values = _values(source.text) if matches else []
    for match in matches:
        if any(start <= match.start() < end for start, end in values):  # words of a value, not a comment
            continue
        at = source.position(match.start())
        end = match.start() + len(match[0].rstrip())
        line = source.line(at.line)
        place = Place(source.name, at.line, at.column, at.line, at.column + end - match.start(), line)
        alone = not line[: at.column - 1].strip()
        lines = (at.line, _next(source, at.line)) if alone else (at.line,)
        codes = tuple(c.strip() for c in (match["codes"] or "")[1:-1].split(",") if c.strip())
        found.append(Ignore(place, codes, match["reason"].strip(" \t\r:-"), lines))
    return tuple(found)


def _values(text: str) -> list[tuple[int, int]]:
    """Where values stand that have a `#` in them, as far as the file can be read."""
    found: list[tuple[int, int]] = []
    with suppress(YAMLError, UnicodeEncodeError):
        # a list filled as it goes along: what was read before a mistake still counts
        found.extend(
            (event.start_mark.index, event.end_mark.index)
            for event in events(text)
            if "#" in getattr(event, "value", "")  # scalars alone have one
        )
    return found


def _next(source: Source, line: int) -> int:
    """The next line that is no comment: several ignores may stand above one line."""
    following = line + 1
    while source.line(following).lstrip().startswith("#"):
        following += 1
    return following


def spare(findings: list[Finding], comments: tuple[Ignore, ...]) -> tuple[list[Finding], list[Finding]]:
    """The findings that remain, and what is to be said of the comments themselves."""
    used: set[int] = set()
    kept = []
    for finding in findings:
        hits = [i for i, comment in enumerate(comments) if _speaks_of(comment, finding)]
        used.update(hits)
        if not hits:
            kept.append(finding)
    known = rules()
    said = []
    for i, comment in enumerate(comments):
        values = tuple(sorted(comment.codes))
        if not comment.reason or not comment.codes:
            rule = known["IGN001"]
            missing = "a reason" if comment.codes else "a code"
            message = f"this ignore comment gives no {missing.split()[1]}"
            help_ = "write `# tracker: ignore[CODE] why it is right here`"
        elif i not in used:
            rule = known["IGN002"]
            message = f"nothing here is found by {', '.join(comment.codes)}: the comment no longer applies"
            help_ = "delete the comment, or mend the code in it"
        else:
            continue
        found = Finding(rule.code, rule.name, rule.severity, message, comment.place, help_)
        said.append(replace(found, subject=replace(found.subject, field="comment", values=values)))
    return kept, said


def _speaks_of(comment: Ignore, finding: Finding) -> bool:
    rule = rules()[finding.code]
    return (
        bool(comment.reason)
        and finding.place.line in comment.lines
        and any(word.upper() != "ALL" and rule.answers_to(word) for word in comment.codes)
    )
