"""The issue codes, with what they include and where they map."""

from __future__ import annotations

from collections.abc import Iterator

from tracker.plan.issues import ISSUES, Issue, Mapping
from tracker.render.topic import Topic

FAMILY, ORDER = "issue", 3
_SCHEMES = {"pa-x": "PA-X", "pam": "PAM"}


def topics() -> Iterator[Topic]:
    """One topic for each issue code."""
    for issue in ISSUES.values():
        facts = [("includes", issue.includes)]
        if issue.excludes:
            facts.append(("not", issue.excludes))
        facts += [(_SCHEMES[m.scheme], _said(m)) for m in (*issue.pax, *issue.pam)]
        facts += _unknown(issue)
        yield Topic(FAMILY, issue.code, issue.title, facts=tuple(facts), also=(issue.title,))


def _said(mapping: Mapping) -> str:
    what = ", ".join(mapping.codes) if mapping.codes else "no category"
    match = f" ({mapping.match} match)" if mapping.codes else ""
    note = f"; {mapping.note}" if mapping.note else ""
    doubt = "" if mapping.verified or "not checked" in mapping.note else "; not checked"
    return f"{what}{match}{note}{doubt}"


def _unknown(issue: Issue) -> list[tuple[str, str]]:
    schemes = {"pa-x": issue.pax, "pam": issue.pam}
    return [(_SCHEMES[scheme], "not known") for scheme, mappings in schemes.items() if not mappings]
