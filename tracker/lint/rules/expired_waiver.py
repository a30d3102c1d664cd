"""A waiver has run out.

It was granted until a day, so that somebody looks again. What it set aside counts again.
"""

from __future__ import annotations

from tracker.diagnostic import Severity

CODE = "WAI001"
SEVERITY = Severity.WARNING
SCOPE = "run"
BAD = {
    "plans/draft.yaml": """
version: draft
title: A draft
text: full
date: "2025-11-20"
provisions:
  - id: forces-cap
    title: Limit on forces
    issue: sec.force_cap
    summary: The forces of Ukraine are limited, TBD by how much.
    presence: in-text
    evidence: [{source: wire-2025-11-20, hedge: reported}]
""",
    "plans/waivers.yaml": """
waivers:
  - code: TXT001
    plan: draft
    lineage: forces-cap
    reason: The draft prints these letters.
    approver: A. Editor
    expires: "2025-12-01"
""",
}
GOOD = {
    "plans/draft.yaml": """
version: draft
title: A draft
text: full
date: "2025-11-20"
provisions:
  - id: forces-cap
    title: Limit on forces
    issue: sec.force_cap
    summary: The forces of Ukraine are limited, TBD by how much.
    presence: in-text
    evidence: [{source: wire-2025-11-20, hedge: reported}]
""",
    "plans/waivers.yaml": """
waivers:
  - code: TXT001
    plan: draft
    lineage: forces-cap
    reason: The draft prints these letters.
    approver: A. Editor
    expires: "2035-12-01"
""",
}
