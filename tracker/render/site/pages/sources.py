"""Sources: each with who published it and when, and what it supports."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from tracker.plan.cited import Cited
from tracker.plan.model import Evidence, Plan, Provision
from tracker.render.site import paths
from tracker.render.site.dossier import Dossier
from tracker.render.site.page import page


@dataclass
class Used:
    """A source and, by version, what rests on it; `facts`: what it says of the version itself."""

    id: str
    cited: Cited | None
    provisions: dict[str, dict[str, Provision]] = field(default_factory=dict)
    facts: dict[str, list[str]] = field(default_factory=dict)

    @property
    def number(self) -> int:
        return sum(map(len, self.provisions.values()))


def pages(dossier: Dossier) -> dict[str, str]:
    used = sorted(_used(dossier).values(), key=lambda item: _order(item, dossier))
    return {paths.SOURCES: page(dossier, "sources", paths.SOURCES, "Sources", used=used, host=_host)}


def _host(url: str) -> str:
    """Where a link leads; empty for an address that leads nowhere."""
    try:
        parts = urlsplit(url)
        return parts.hostname or "" if parts.scheme in ("http", "https") else ""
    except ValueError:
        return ""


def _order(item: Used, dossier: Dossier) -> tuple[str, str]:
    return (dossier.labels.get(item.id, item.id).casefold(), item.id)


def _used(dossier: Dossier) -> dict[str, Used]:
    found: dict[str, Used] = {}
    for version in dossier.matrix.versions:
        for provision in version.plan.provisions:
            for item in _evidence(provision):
                used = found.setdefault(item.source, Used(item.source, dossier.sources.get(item.source)))
                used.provisions.setdefault(version.ref, {})[provision.id] = provision
        for about, item in _facts(version.plan):
            used = found.setdefault(item.source, Used(item.source, dossier.sources.get(item.source)))
            said = used.facts.setdefault(version.ref, [])
            if about not in said:
                said.append(about)
    return found


def _evidence(provision: Provision) -> Iterator[Evidence]:
    yield from provision.evidence
    for reading in provision.readings:
        yield from reading.evidence


def _facts(plan: Plan) -> Iterator[tuple[str, Evidence]]:
    for fact in plan.facts:
        for item in fact.evidence:
            yield fact.about.replace("-", " "), item
