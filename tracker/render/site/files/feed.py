"""`feed.xml`: an Atom feed with one entry per version, newest first."""

from __future__ import annotations

import re
from datetime import date
from uuid import NAMESPACE_URL, uuid5
from xml.etree import ElementTree

from tracker.diff.change import KINDS, Comparison
from tracker.plan.model import Plan
from tracker.render.layout.speech import day, kind_of_text
from tracker.render.site import paths
from tracker.render.site.dossier import Dossier
from tracker.render.site.markup import shown

FEED = "feed.xml"
_ATOM = "http://www.w3.org/2005/Atom"
_UNDATED = date(1970, 1, 1)
"""Atom has no entry without a date; a version that nothing dates stands at the end."""
_NO_XML = re.compile("[\ud800-\udfff\ufffe\uffff]")
"""What `shown` lets pass and XML does not."""


def files(dossier: Dossier) -> dict[str, str]:
    """The feed. Ids depend on the process and the reference alone, so a reader never sees an entry twice."""
    ElementTree.register_namespace("", _ATOM)
    feed = ElementTree.Element(f"{{{_ATOM}}}feed", {"{http://www.w3.org/XML/1998/namespace}lang": "en"})
    entries = {version.ref: _updated(version.ref, dossier) for version in dossier.matrix.versions}
    _text(feed, "id", _urn(dossier))
    _text(feed, "title", dossier.title)
    _text(feed, "updated", _moment(max(entries.values(), default=_UNDATED)))
    _text(ElementTree.SubElement(feed, f"{{{_ATOM}}}author"), "name", "provision tracker")
    _link(feed, paths.OVERVIEW)
    newest_first = list(entries)[::-1]  # of one day, the version that follows from the other comes first
    newest_first.sort(key=lambda ref: entries[ref], reverse=True)
    for ref in newest_first:
        _entry(feed, ref, entries[ref], dossier)
    ElementTree.indent(feed, " ")
    return {FEED: '<?xml version="1.0" encoding="utf-8"?>\n' + ElementTree.tostring(feed, "unicode") + "\n"}


def _entry(feed: ElementTree.Element, ref: str, updated: date, dossier: Dossier) -> None:
    plan = dossier.versions[ref]
    entry = ElementTree.SubElement(feed, f"{{{_ATOM}}}entry")
    _text(entry, "id", _urn(dossier, ref))
    _text(entry, "title", plan.title)
    _text(entry, "updated", _moment(updated))
    if plan.published or plan.date:
        _text(entry, "published", _moment(plan.published or plan.date or updated))
    before = dossier.matrix.before.get(ref)
    comparison = dossier.comparisons.get((before, ref)) if before else None
    if comparison:
        where = paths.compare_paths(dossier.versions)
        _link(entry, where[comparison.left.ref, comparison.right.ref])
    else:
        _link(entry, paths.MATRIX)
    _text(entry, "summary", _summary(plan, comparison))


def _summary(plan: Plan, comparison: Comparison | None) -> str:
    """`23 Nov 2025, known from reports only, 48 provisions. Against …: 9 contested, …. What became of it.`"""
    number = len(plan.provisions)
    said = f"{day(plan.date)}, {kind_of_text(plan)}, {number} provision{'' if number == 1 else 's'}."
    if comparison:
        counts = ", ".join(f"{n} {KINDS[kind].tally}" for kind, n in comparison.counts().items())
        said += f" Against “{comparison.left.plan.title}”: {counts or 'nothing to compare'}."
    return f"{said} {plan.status}" if plan.status else said


def _updated(ref: str, dossier: Dossier) -> date:
    """When the version was made, or its file last corrected; an undated one goes by what it comes from."""
    plan = dossier.versions[ref]
    corrected = [correction.date for correction in plan.corrections]
    if own := [found for found in (plan.date or plan.published, *corrected) if found]:
        return max(own)
    parents = (dossier.versions.get(parent) for parent in (*plan.revises, *plan.draws_on))
    return max((parent.date for parent in parents if parent and parent.date), default=_UNDATED)


def _urn(dossier: Dossier, ref: str = "") -> str:
    processes = {plan.process for plan in dossier.versions.values() if plan.process}
    process = processes.pop() if len(processes) == 1 else dossier.title
    # a lone surrogate has no UTF-8, and a name-based id is made from bytes
    name = f"provision-tracker/{process}/{ref}".encode("utf-8", "backslashreplace").decode()
    return uuid5(NAMESPACE_URL, name).urn


def _moment(value: date) -> str:
    """A day as Atom writes moments; versions have no hour."""
    return f"{value.isoformat()}T00:00:00Z"


def _link(parent: ElementTree.Element, target: str) -> None:
    """Relative to the feed itself: it works wherever the folder stands."""
    ElementTree.SubElement(
        parent, f"{{{_ATOM}}}link", {"rel": "alternate", "type": "text/html", "href": target}
    )


def _text(parent: ElementTree.Element, name: str, text: str) -> None:
    cleaned = _NO_XML.sub(lambda found: f"[U+{ord(found[0]):04X}]", shown(text))
    ElementTree.SubElement(parent, f"{{{_ATOM}}}{name}").text = cleaned
