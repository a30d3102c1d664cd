"""Two sources of one piece of evidence repeat one another.

Syndicated copies look like two witnesses and are one: `independence_group` says which belong together,
and they are counted once.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.diagnostic import Severity
from tracker.lint.rule import Fault
from tracker.lint.subject import PlanFile

CODE = "EVI005"
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
    evidence:
      - {source: wire-2025-11-20, hedge: reported}
      - {source: wire-copy-2025-11-20, hedge: reported}
      - {source: daily-2025-11-21, hedge: reported}
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
        by_group: dict[str, dict[str, int]] = {}
        for i, item in enumerate(said.stated.evidence):
            by_group.setdefault(file.desk.group(item.source), {}).setdefault(item.source, i)
        for group, sources in by_group.items():
            if len(sources) < 2 or len(by_group) < 2:
                continue
            yield Fault(
                f"{' and '.join(sources)} count as one source",
                (*said.route, "evidence", list(sources.values())[1], "source"),
                help=f"both belong to the independence group `{group}`",
                values=(group, *sorted(sources)),
            )
