"""A provision is said to be in a text that nobody has read.

Of a version known only from reports nobody can say what its text contains: what stands there is what
sources say. `in-text` would turn a report into a fact.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.diagnostic import Severity
from tracker.lint.rule import Fault
from tracker.lint.subject import PlanFile

CODE = "PRE001"
SEVERITY = Severity.ERROR
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
    presence: in-text
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
    evidence: [{source: wire-2025-11-20, hedge: reported}]
"""


def check(file: PlanFile) -> Iterator[Fault]:
    if file.plan.text != "reported":
        return
    for said in file.said:
        presence = said.stated.presence
        if presence in ("in-text", "placeholder"):
            yield Fault(
                f"`{presence}` in a version whose text nobody has read",
                (*said.route, "presence"),
                help="write `reported`, with the source that says so",
                values=(presence,),
            )
