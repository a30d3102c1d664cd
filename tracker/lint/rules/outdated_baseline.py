"""An entry of the baseline no longer applies.

What it stands for was mended. While the entry stays, the same fault could come back without a word.
"""

from __future__ import annotations

from tracker.diagnostic import Severity

CODE = "BAS001"
SEVERITY = Severity.INFO
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
    summary: The forces of Ukraine are limited.
    presence: in-text
    evidence: [{source: wire-2025-11-20, hedge: reported}]
""",
    "plans/baseline.json": """
{
  "format": "tracker.baseline",
  "format_version": 1,
  "findings": [
    {"code": "TXT001", "plan": "draft", "lineage": "forces-cap",
     "fingerprint": "00000000000000000000", "times": 1, "about": "placeholder-text"}
  ]
}
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
    summary: The forces of Ukraine are limited.
    presence: in-text
    evidence: [{source: wire-2025-11-20, hedge: reported}]
""",
    "plans/baseline.json": """
{
  "format": "tracker.baseline",
  "format_version": 1,
  "findings": []
}
""",
}
