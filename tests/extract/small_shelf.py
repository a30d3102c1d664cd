"""A small project with two versions of an invented plan, for tests that need a shelf of their own."""

from __future__ import annotations

from pathlib import Path

NAMES = """parties:
  norland: {name: Norland, type: state, variants: [Norlandic]}
  sudria: {name: Sudria, type: state, variants: [Sudrian]}
  pact: {name: the Pact, type: igo, variants: [Pact]}
places:
  eastmark: {name: Eastmark, part_of: norland}
people:
  vell: {name: Anna Vell, variants: [Ms Vell, Vell], party: norland}
"""
FIRST = """# The first text, as printed.
version: first
title: Harbour plan
aliases: [harbour plan, original plan, first draft]
date: "2030-01-05"
text: full

provisions:
  # --- Security ---
  - id: forces-limit
    point: "1"
    title: Limit on Norland's forces
    issue: sec.force_cap
    summary: Norland's forces are limited to 90,000.  # as printed
    presence: in-text
    terms: [{kind: force-cap, party: norland, limit: 90000}]
    evidence: [{source: gazette-2030-01-06, locator: point 1}]

  - id: pact-membership
    title: No membership of the Pact
    issue: sec.alliance
    summary: Norland stays out of the Pact.
    presence: in-text
    terms: [{kind: membership, member: norland, organisation: pact, status: barred}]
    evidence:
      - {source: gazette-2030-01-06, locator: point 2}

# End of the text.
"""
SECOND = """# Known from reports only.
version: second
title: Lakeside revision
aliases: [lakeside draft, revised draft]
date: "2030-02-01"
revises: [first]
text: reported
provisions:
  - id: forces-limit
    title: Limit on Norland's forces
    issue: sec.force_cap
    summary: Norland's forces are limited to 120,000.
    presence: reported
    terms: [{kind: force-cap, party: norland, limit: 120000}]
    evidence: [{source: gazette-2030-02-02, hedge: reported}]
"""
SOURCES = """gazette-2030-01-06: {publisher: Gazette, date: "2030-01-06"}
gazette-2030-02-02: {publisher: Gazette, date: "2030-02-02"}
article: {publisher: A wire service, date: "2030-02-02"}
"""
ARTICLE = """Talks went on at the lake.

The original plan would cap Norland's armed forces at 90,000 troops, officials said.

The lakeside draft reportedly raises the limit on Norland's armed forces to 120,000 troops. Under the lakeside
draft, Norland would be barred from joining the Pact.

Norland's president Anna Vell said she would never accept a cap on the army of 50,000 troops.
"""


def project(root: Path) -> Path:
    """Writes the project; its plans folder."""
    files = {
        "plans/names.yaml": NAMES,
        "plans/sources.yaml": SOURCES,
        "plans/first.yaml": FIRST,
        "plans/second.yaml": SECOND,
        "seeds/.keep": "",
        "article.txt": ARTICLE,
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, encoding="utf-8")
    return root / "plans"
