"""The earlier state of a file cannot be read, so its history could not be checked.

It was broken then, or written for another version of this program. Nothing is known to be lost, and nothing
is known to be kept.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracker.diagnostic import Severity
from tracker.lint.rule import Fault

if TYPE_CHECKING:
    from tracker.lint.history import Change

CODE = "HIS006"
SEVERITY = Severity.WARNING
SCOPE = "history"
BAD = {
    "before/draft.yaml": """
version: draft
title: [
""",
    "plans/draft.yaml": """
version: draft
title: A draft
text: full
date: "2025-11-20"
published: "2025-11-20"
provisions:
  - id: forces-cap
    title: Limit on forces
    issue: sec.force_cap
    summary: The forces of Ukraine are limited.
    presence: in-text
    terms: [{kind: force-cap, party: ukraine, limit: 600000}]
    evidence: [{source: wire-2025-11-20, hedge: reported}]
""",
}
GOOD = {
    "before/draft.yaml": """
version: draft
title: A draft
text: full
date: "2025-11-20"
published: "2025-11-20"
provisions:
  - id: forces-cap
    title: Limit on forces
    issue: sec.force_cap
    summary: The forces of Ukraine are limited.
    presence: in-text
    terms: [{kind: force-cap, party: ukraine, limit: 600000}]
    evidence: [{source: wire-2025-11-20, hedge: reported}]
""",
    "plans/draft.yaml": """
version: draft
title: A draft
text: full
date: "2025-11-20"
published: "2025-11-20"
provisions:
  - id: forces-cap
    title: Limit on forces
    issue: sec.force_cap
    summary: The forces of Ukraine are limited.
    presence: in-text
    terms: [{kind: force-cap, party: ukraine, limit: 600000}]
    evidence: [{source: wire-2025-11-20, hedge: reported}]
""",
}


def check(change: Change) -> Iterator[Fault]:
    if change.unreadable:
        yield Fault(
            f"this file as of {change.since} cannot be read: {change.unreadable}",
            ("version",),
            help="compare with a state in which it could",
            field="version",
        )
