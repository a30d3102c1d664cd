"""A reported value rests on one independent source.

One report may be right, but nothing confirms it. Sources of one independence group repeat one another and
count once.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.diagnostic import Severity
from tracker.lint.rule import Fault
from tracker.lint.subject import PlanFile

CODE = "EVI004"
SEVERITY = Severity.INFO
SCOPE = "plan"
BAD = """
version: draft
title: A draft
text: reported
date: "2025-11-20"
provisions:
  - id: forces-cap
    title: Limit on forces
    issue: sec.force_cap
    summary: The forces of Ukraine are limited.
    presence: reported
    evidence: [{source: wire-2025-11-20, hedge: reported}]
"""
GOOD = """
version: draft
title: A draft
text: reported
date: "2025-11-20"
provisions:
  - id: forces-cap
    title: Limit on forces
    issue: sec.force_cap
    summary: The forces of Ukraine are limited.
    presence: reported
    evidence: [{source: wire-2025-11-20, hedge: reported}, {source: daily-2025-11-21, hedge: reported}]
"""


def check(file: PlanFile) -> Iterator[Fault]:
    for said in file.said:
        sources = [item.source for item in said.stated.evidence]
        if said.stated.presence != "reported" or len({file.desk.group(s) for s in sources}) != 1:
            continue
        copies = f" ({len(set(sources))} copies of it)" if len(set(sources)) > 1 else ""
        yield Fault(
            f"reported by one independent source{copies}",
            (*said.route, "evidence"),
            help="look for a second source that does not repeat the first",
            values=tuple(sorted(set(sources))),
            key=True,
        )
