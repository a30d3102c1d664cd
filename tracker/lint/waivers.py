"""Waivers at work: the findings they set aside, and what is to be said of the waivers themselves."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from tracker.diagnostic import Subject, did_you_mean
from tracker.lint.findings import Finding
from tracker.lint.judge import from_loader, place
from tracker.lint.register import rules
from tracker.lint.scope import Looked
from tracker.source import Route

if TYPE_CHECKING:
    from tracker.load.document import Document
    from tracker.load.shelf import Shelf
    from tracker.plan.waivers import Waiver, Waivers

REF = "waivers"


def open_waivers(shelf: Shelf) -> Document[Waivers] | None:
    """The waivers of a folder, if it has any."""
    path = shelf.root / f"{REF}.yaml" if shelf.root else None
    if path is None or not path.exists():
        return None
    from tracker.load.document import open_document
    from tracker.load.reader import read
    from tracker.plan.waivers import Waivers

    return open_document(Waivers, *read(path, shelf.display(path)))


def waive(findings: list[Finding], document: Document[Waivers], today: date, looked: Looked) -> list[Finding]:
    """The findings, those waived marked as such, and what is wrong in the file of waivers."""
    if document.model is None:
        return [*findings, *from_loader(REF, document)]
    waivers = document.model.waivers
    used: set[int] = set()
    out = []
    for finding in findings:
        hits = [i for i, waiver in enumerate(waivers) if _speaks_of(waiver, finding)]
        used.update(hits)
        standing = [waivers[i] for i in hits if waivers[i].expires >= today]
        if standing and finding.state == "new":
            waiver = standing[0]
            reason = f"{waiver.reason} ({waiver.approver}, until {waiver.expires})"
            finding = replace(finding, state="waived", reason=reason)
        out.append(finding)
    for i, waiver in enumerate(waivers):
        if not looked.covers(waiver.code, waiver.plan):
            continue
        if i not in used:
            out.append(_unused(document, i, waiver))
        elif waiver.expires < today:
            message = f"this waiver held until {waiver.expires}: what it set aside counts again"
            help_ = "mend the fault, or have the waiver renewed by its approver"
            out.append(_said(document, "WAI001", ("waivers", i, "expires"), message, help_, waiver))
    return out


def _speaks_of(waiver: Waiver, finding: Finding) -> bool:
    about = finding.subject
    return (
        waiver.code == finding.code
        and waiver.plan in (None, about.plan)
        and waiver.lineage in (None, about.lineage)
        and waiver.fingerprint in (None, finding.fingerprint)
    )


def _unused(document: Document[Waivers], i: int, waiver: Waiver) -> Finding:
    if waiver.code not in rules():
        message, help_ = f"there is no rule {waiver.code}", did_you_mean(waiver.code, rules())
    else:
        where = " / ".join(filter(None, (waiver.plan, waiver.lineage, waiver.fingerprint)))
        message = f"{waiver.code} finds nothing at {where}: the waiver is not needed"
        help_ = "delete it, or mend what it names"
    return _said(document, "WAI002", ("waivers", i, "code"), message, help_, waiver)


def _said(
    document: Document[Waivers], code: str, route: Route, message: str, help_: str, waiver: Waiver
) -> Finding:
    rule = rules()[code]
    values = (waiver.code, waiver.plan or "", waiver.lineage or "", waiver.fingerprint or "")
    at = place(document.source, document.span(route))
    subject = Subject(REF, "", str(route[-1]), values)
    return Finding(rule.code, rule.name, rule.severity, message, at, help_, subject=subject)
