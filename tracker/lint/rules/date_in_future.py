"""A version or a correction is dated after today.

Drafts are coded once they exist. Deadlines that a plan sets may lie in the future; its own dates cannot.
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from tracker.diagnostic import Severity
from tracker.lint.rule import Fault
from tracker.lint.subject import PlanFile
from tracker.source import Route

CODE = "REV004"
SEVERITY = Severity.ERROR
SCOPE = "plan"
BAD = """
version: draft
title: A draft
text: full
date: "2125-11-20"
"""
GOOD = """
version: draft
title: A draft
text: full
date: "2025-11-20"
"""


def check(file: PlanFile) -> Iterator[Fault]:
    dates: list[tuple[Route, date | None]] = [
        (("date",), file.plan.date),
        (("published",), file.plan.published),
    ]
    dates += [(("corrections", i, "date"), item.date) for i, item in enumerate(file.plan.corrections)]
    for route, value in dates:
        if value is not None and value > file.desk.today:
            yield Fault(
                f"{value.isoformat()} lies in the future",
                route,
                help="check the year",
                values=(value.isoformat(),),
            )
