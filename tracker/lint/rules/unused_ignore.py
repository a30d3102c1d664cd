"""An ignore comment stands where nothing is found.

The fault was mended, or the comment names another rule than was meant: left standing, it would hide the
next fault of that kind.
"""

from __future__ import annotations

from tracker.diagnostic import Severity

CODE = "IGN002"
SEVERITY = Severity.WARNING
SCOPE = "run"
BAD = """
- id: forces-cap
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.  # tracker: ignore[TXT001] the number is not known
  presence: in-text
"""
GOOD = """
- id: forces-cap
  title: Limit on forces
  issue: sec.force_cap
  summary: The forces of Ukraine are limited.
  presence: in-text
"""
