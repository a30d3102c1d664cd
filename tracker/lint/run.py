"""The run: every file read and asked, then the folder as a whole, then what comments and settings spare."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from typing import TYPE_CHECKING, Any

from tracker.lint.assemble import Checked, assemble
from tracker.lint.baseline import read_baseline
from tracker.lint.config import Config
from tracker.lint.desk import Desk
from tracker.lint.findings import Finding, Findings
from tracker.lint.ignores import ignores
from tracker.lint.judge import from_loader, from_rule
from tracker.lint.outline import Folder, outline
from tracker.lint.register import rules
from tracker.lint.rule import Fault, Rule
from tracker.lint.scope import Looked
from tracker.lint.subject import PlanFile
from tracker.lint.target import Target

if TYPE_CHECKING:
    from tracker.load.document import Document


def check_file(target: Target, desk: Desk) -> Checked:
    """Ask all rules that look at one file; settings are applied later."""
    from tracker.plan.model import Plan

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


def run(
    targets: Iterable[Target],
    desk: Desk,
    config: Config,
    seen: Callable[[], None] | None = None,
) -> Findings:
    """Check all files, one after the other; `seen` is called after each."""
    checked: list[Checked] = []
    documents: dict[str, Document[Any]] = {}
    asked: dict[str, str] = {}
    for target in targets:
        checked.append(check_file(target, desk))
        documents[target.ref] = target.document
        if target.asked:
            asked[target.document.source.name] = target.ref
        if seen:
            seen()
    others = check_folder(checked, desk, documents.get)
    looked = Looked(config, asked, whole=len(asked) == len(checked))
    return assemble(checked, others, looked, desk.shelf, desk.today, read_baseline(desk.shelf))


def _of_scope(scope: str) -> list[Rule]:
    return [rule for rule in rules().values() if rule.scope == scope]


def _ask(rule: Rule, subject: Any) -> Iterable[Fault]:
    assert rule.check is not None
    return rule.check(subject)
