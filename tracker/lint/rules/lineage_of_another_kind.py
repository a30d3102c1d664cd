"""A lineage says things of one kind in one version and of quite another kind in the next.

An id belongs to one commitment for good. Where neither the issue nor any kind of term is shared with the
version before, two commitments have most likely been given one id.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.diagnostic import Severity
from tracker.lint.outline import Folder
from tracker.lint.rule import Fault

CODE = "ID005"
SEVERITY = Severity.WARNING
SCOPE = "folder"
BAD = {
    "plans/first.yaml": """
version: first
title: A first
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
    "plans/second.yaml": """
version: second
revises: [first]
title: A draft
text: full
date: "2025-11-20"
provisions:
  - id: forces-cap
    title: Limit on forces
    issue: jus.amnesty
    summary: The forces of Ukraine are limited.
    presence: in-text
    terms: [{kind: amnesty, scope: full}]
    evidence: [{source: wire-2025-11-20, hedge: reported}]
""",
}
GOOD = {
    "plans/first.yaml": """
version: first
title: A first
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
    "plans/second.yaml": """
version: second
revises: [first]
title: A draft
text: full
date: "2025-11-20"
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


def check(folder: Folder) -> Iterator[Fault]:
    for ref, outline in folder.outlines.items():
        for parent in dict.fromkeys((*outline.revises, *outline.draws_on)):
            if parent not in folder.outlines or parent == ref:
                continue
            before = {lineage.id: lineage for lineage in folder.outlines[parent].lineages}
            for i, now in enumerate(outline.lineages):
                was = before.get(now.id)
                if was is None or not was.kinds or not now.kinds or was.issue == now.issue:
                    continue
                if not set(was.kinds) & set(now.kinds):
                    yield Fault(
                        f"`{now.id}` is {', '.join(now.kinds)} here and {', '.join(was.kinds)} in `{parent}`",
                        ("provisions", i, "id"),
                        help="give the new commitment its own id, with `was` if it replaces the old one",
                        values=(parent, *sorted(now.kinds), *sorted(was.kinds)),
                        lineage=now.id,
                        ref=ref,
                    )
