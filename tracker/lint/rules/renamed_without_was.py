"""A lineage id was changed without `was`.

The id is what a provision is known by in all versions. Under a new one it is another provision: the old
one seems dropped and the new one added, unless `was` says that the two are one.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracker.diagnostic import Severity
from tracker.lint.rule import Fault

if TYPE_CHECKING:
    from tracker.lint.history import Change

CODE = "HIS002"
SEVERITY = Severity.ERROR
SCOPE = "history"
BAD = {
    "plans/older.yaml": """
version: older
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
    "before/older.yaml": """
version: older
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
  - id: forces-limit
    title: Limit on forces
    issue: sec.force_cap
    summary: The forces of Ukraine are limited.
    presence: in-text
    terms: [{kind: force-cap, party: ukraine, limit: 600000}]
    evidence: [{source: wire-2025-11-20, hedge: reported}]
""",
}
GOOD = {
    "plans/older.yaml": """
version: older
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
    "before/older.yaml": """
version: older
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
  - id: forces-limit
    title: Limit on forces
    issue: sec.force_cap
    summary: The forces of Ukraine are limited.
    presence: in-text
    was: [{id: forces-cap, how: renamed}]
    terms: [{kind: force-cap, party: ukraine, limit: 600000}]
    evidence: [{source: wire-2025-11-20, hedge: reported}]
""",
}


def check(change: Change) -> Iterator[Fault]:
    from tracker.lint.renames import renames

    for route, old, new in renames(change):
        yield Fault(
            f"`{new.id}` was `{old.id}` in {change.since}: the id was changed without `was`",
            (*route, "id"),
            help=f"keep `{old.id}`, or add `was: [{{id: {old.id}, how: renamed}}]`",
            values=(old.id, new.id),
        )
