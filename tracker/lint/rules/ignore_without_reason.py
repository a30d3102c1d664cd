"""An ignore comment does not say which rule it means, or why.

Whoever reads the file later must be able to judge whether the exception still holds. A comment without a
reason or a code spares nothing.
"""

from __future__ import annotations

from tracker.diagnostic import Severity

CODE = "IGN001"
SEVERITY = Severity.WARNING
SCOPE = "run"
BAD = """
- id: forces-cap
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited, TBD by how much.  # tracker: ignore[TXT001]
  presence: in-text
"""
GOOD = """
- id: forces-cap
  title: Limit on forces
  issue: sec.force_cap
  summary: The number is printed as TBD.  # tracker: ignore[TXT001] the draft prints these letters
  presence: in-text
"""
