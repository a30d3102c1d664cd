"""A whole version that an earlier state of the folder had is gone.

With the file all its provisions vanish, and what revised it has no parent any more. A file may be renamed:
the version that it describes stays the same. The finding stands at the nearest file that is left.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracker.diagnostic import Severity
from tracker.lint.rule import Fault

if TYPE_CHECKING:
    from tracker.lint.history import Change

CODE = "HIS005"
SEVERITY = Severity.ERROR
SCOPE = "history"
BAD = {
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
  - id: forces-cap
    title: Limit on forces
    issue: sec.force_cap
    summary: The forces of Ukraine are limited.
    presence: in-text
    terms: [{kind: force-cap, party: ukraine, limit: 600000}]
    evidence: [{source: wire-2025-11-20, hedge: reported}]
""",
    "plans/old/first.yaml": """
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
}


def check(change: Change) -> Iterator[Fault]:
    for ref, plan in change.lost:
        yield Fault(
            f"the version `{ref}` ({plan.title}) was in the folder in {change.since}, and is gone",
            ("version",),
            help=f"put {ref}.yaml back: a version that was withdrawn is still a version",
            values=(ref,),
            field="version",
        )
