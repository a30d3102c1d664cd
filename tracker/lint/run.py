"""The run: every file read and asked, then the folder as a whole, then what comments and settings spare."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import Any

from tracker.lint.config import Config
from tracker.lint.desk import Desk
from tracker.lint.findings import Finding, Findings
from tracker.lint.ignores import Ignore, ignores, spare
from tracker.lint.judge import from_loader, from_rule
from tracker.lint.outline import Folder, Outline, outline
from tracker.lint.register import rules
from tracker.lint.rule import Fault, Rule
from tracker.lint.subject import PlanFile
from tracker.load.document import Document
from tracker.plan.model import Plan


@dataclass(frozen=True)
class Target:
    """A file to check. `asked` is false for one that is only read because others refer to it."""

    ref: str
    document: Document[Any]
    asked: bool = True


@dataclass(frozen=True)
class Checked:
    """All that one file yields by itself: it depends on its text, the desk and the version of the rules.

    Plain values; nothing of the document is held.
    """

    path: str
    findings: tuple[Finding, ...]
    comments: tuple[Ignore, ...]
    outline: Outline | None


def check_file(target: Target, desk: Desk) -> Checked:
    """Ask all rules that look at one file; settings are applied later."""
    document, ref = target.document, target.ref
    found = from_loader(ref, document)
    for rule in _of_scope("text"):
        found += from_rule(ref, document, rule, _ask(rule, document.source))
    plan = document.model
    sketch = None
    if isinstance(plan, Plan):
        file = PlanFile(ref, document, plan, desk)
        for rule in _of_scope("plan"):
            found += from_rule(ref, document, rule, _ask(rule, file))
        sketch = outline(ref, document.source, plan, desk.names.display)
    return Checked(document.source.name, tuple(found), ignores(document.source), sketch)


def check_folder(
    checked: Iterable[Checked], desk: Desk, open_: Callable[[str], Document[Any] | None]
) -> dict[str, list[Finding]]:
    """Ask the rules that look at all plans together; findings by path. `open_` finds the lines."""
    outlines = {c.outline.ref: c.outline for c in checked if c.outline is not None}
    folder = Folder(outlines, desk.names, frozenset(outlines).union(desk.shelf.refs()))
    found: dict[str, list[Finding]] = {}
    for rule in _of_scope("folder"):
        for fault in _ask(rule, folder):
            if (document := open_(fault.ref)) is None:  # not among the files of this check
                continue
            found.setdefault(document.source.name, []).extend(from_rule(fault.ref, document, rule, [fault]))
    return found


def assemble(
    checked: Sequence[Checked], folder: dict[str, list[Finding]], config: Config, asked: Iterable[str]
) -> Findings:
    """What remains after comments and settings, sorted."""
    wanted = set(asked)
    out: list[Finding] = []
    for file in checked:
        if file.path not in wanted:
            continue
        kept, said = spare([*file.findings, *folder.get(file.path, ())], file.comments)
        out += _in_force([*kept, *said], config)
    return Findings(
        tuple(sorted(out, key=Finding.sort_key)),
        tuple(file.path for file in checked if file.path in wanted),
        config.fail_on,
    )


def run(
    targets: Iterable[Target],
    desk: Desk,
    config: Config,
    seen: Callable[[], None] | None = None,
) -> Findings:
    """Check all files; `seen` is called after each."""
    checked: list[Checked] = []
    documents: dict[str, Document[Any]] = {}
    asked = []
    for target in targets:
        checked.append(check_file(target, desk))
        documents[target.ref] = target.document
        if target.asked:
            asked.append(target.document.source.name)
        if seen:
            seen()
    folder = check_folder(checked, desk, documents.get)
    return assemble(checked, folder, config, asked)


def _in_force(findings: Iterable[Finding], config: Config) -> Iterable[Finding]:
    known = rules()
    for finding in findings:
        rule = known[finding.code]
        if config.wants(rule) and not config.spared(rule, finding.place.path):
            yield replace(finding, severity=config.severity(rule))


def _of_scope(scope: str) -> list[Rule]:
    return [rule for rule in rules().values() if rule.scope == scope]


def _ask(rule: Rule, subject: Any) -> Iterable[Fault]:
    assert rule.check is not None
    return rule.check(subject)
