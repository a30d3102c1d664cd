"""A name is declared, and no plan uses it.

Names are matched in articles: one that belongs to nothing may still draw a sentence to the wrong party.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.diagnostic import Severity
from tracker.lint.outline import Folder
from tracker.lint.rule import Fault

CODE = "PAR005"
SEVERITY = Severity.INFO
SCOPE = "folder"
BAD = {
    "plans/names.yaml": """
parties:
  ukraine: {name: Ukraine, type: state}
  atlantis: {name: Atlantis, type: state}
""",
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
    terms: [{kind: force-cap, party: ukraine, limit: 600000}]
    evidence: [{source: wire-2025-11-20, hedge: reported}]
""",
}
GOOD = {
    "plans/names.yaml": """
parties:
  ukraine: {name: Ukraine, type: state}
""",
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
    terms: [{kind: force-cap, party: ukraine, limit: 600000}]
    evidence: [{source: wire-2025-11-20, hedge: reported}]
""",
}


def check(folder: Folder) -> Iterator[Fault]:
    names = folder.names
    used = {word for outline in folder.outlines.values() for word in outline.ids}
    for party in names.parties.values():
        used.update(party.members)
    used.update(person.party for person in names.people.values())
    for place in names.places.values():
        used.update((*place.parts, *([place.part_of] if place.part_of else [])))
    if not folder.outlines:
        return
    for kind in ("parties", "people", "places", "treaties", "bodies"):
        for key, entry in getattr(names, kind).items():
            if key not in used:
                yield Fault(
                    f"`{key}` ({entry.name}) is used in no plan",
                    (kind, key),
                    help="delete it, unless articles name it",
                    values=(key,),
                    ref="names",
                    key=True,
                )
