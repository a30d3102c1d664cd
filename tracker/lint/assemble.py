"""From what files and folder yield to the findings of a check: comments, settings, waivers, baseline."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date

from tracker.lint.baseline import Baseline
from tracker.lint.config import Config
from tracker.lint.findings import Finding, Findings
from tracker.lint.ignores import Ignore, spare
from tracker.lint.outline import Outline
from tracker.lint.register import rules
from tracker.lint.scope import Looked
from tracker.lint.waivers import open_waivers, waive
from tracker.load.shelf import Shelf


@dataclass(frozen=True)
class Checked:
    """All that one file yields by itself: it depends on its text, the desk and the version of the rules.

    Plain values; nothing of the document is held.
    """

    path: str
    findings: tuple[Finding, ...]
    comments: tuple[Ignore, ...]
    outline: Outline | None


def assemble(
    checked: Sequence[Checked],
    others: Mapping[str, Sequence[Finding]],
    looked: Looked,
    shelf: Shelf,
    today: date,
    baseline: Baseline | None = None,
) -> Findings:
    """What remains, sorted. `others` are findings by path that come from more than one file."""
    found: list[Finding] = []
    for file in checked:
        if file.path in looked.asked:
            kept, said = spare([*file.findings, *others.get(file.path, ())], file.comments)
            found += _in_force([*kept, *said], looked.config)
    if (waivers := open_waivers(shelf)) is not None:
        found = waive(found, waivers, today, looked)
    if baseline is not None:
        found = baseline.mark(found, looked)
    # what is said of waivers and baseline is subject to the settings, too
    found = list(_in_force(found, looked.config))
    return Findings(
        tuple(sorted(found, key=Finding.sort_key)),
        tuple(file.path for file in checked if file.path in looked.asked),
        looked.config.fail_on,
    )


def _in_force(findings: Iterable[Finding], config: Config) -> Iterable[Finding]:
    known = rules()
    for finding in findings:
        rule = known[finding.code]
        if config.wants(rule) and not config.spared(rule, finding.place.path):
            severity = config.severity(rule)
            yield finding if finding.severity == severity else replace(finding, severity=severity)
