"""A typed figure was changed, and no evidence beside it is new.

Every coded value is traced to a source. Where the figure moves and the sources stay, one of the two states
of the file says what its sources do not.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracker.diagnostic import Severity
from tracker.lint.rule import Fault

if TYPE_CHECKING:
    from tracker.lint.history import Change

CODE = "HIS003"
SEVERITY = Severity.ERROR
SCOPE = "history"
BAD = {
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
corrections: [{date: "2025-11-22", reason: A slip in the limit.}]
provisions:
  - id: forces-cap
    title: Limit on forces
    issue: sec.force_cap
    summary: The forces of Ukraine are limited.
    presence: in-text
    terms: [{kind: force-cap, party: ukraine, limit: 800000}]
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
corrections: [{date: "2025-11-22", reason: A slip in the limit.}]
provisions:
  - id: forces-cap
    title: Limit on forces
    issue: sec.force_cap
    summary: The forces of Ukraine are limited.
    presence: in-text
    terms: [{kind: force-cap, party: ukraine, limit: 800000}]
    evidence: [{source: daily-2025-11-21, hedge: reported}]
""",
}


def check(change: Change) -> Iterator[Fault]:
    from tracker.lint.backing import unbacked

    for route, old, new in change.kept:
        for figure, before in unbacked(old, new):
            yield Fault(
                f"`{figure.route[-1]}` was {', '.join(before)} in {change.since} and is {figure.value} now, "
                "on the same evidence",
                (*route, *figure.route),
                help="name the source of the new figure, or put the old one back",
                values=(figure.slot, *before, figure.value),
            )
