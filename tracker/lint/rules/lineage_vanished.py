"""A lineage that an earlier state of the file had is gone, without a word on what became of it.

A provision that drops out of a file is lost to every comparison, and nobody notices. What a text removes
stays listed with `presence: removed` and its evidence; what became part of another says so in `was`.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracker.diagnostic import Severity
from tracker.lint.rule import Fault

if TYPE_CHECKING:
    from tracker.lint.history import Change

CODE = "HIS001"
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

  - id: ukraine-sovereignty
    title: Ukraine's sovereignty
    issue: sov.affirm
    summary: Ukraine's sovereignty is confirmed.
    presence: in-text
    terms: [{kind: sovereignty, party: ukraine}]
    evidence: [{source: wire-2025-11-20, hedge: reported}]
""",
    "plans/draft.yaml": """
version: draft
title: A draft
text: full
date: "2025-11-20"
published: "2025-11-20"
provisions:
  - id: ukraine-sovereignty
    title: Ukraine's sovereignty
    issue: sov.affirm
    summary: Ukraine's sovereignty is confirmed.
    presence: in-text
    terms: [{kind: sovereignty, party: ukraine}]
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

  - id: ukraine-sovereignty
    title: Ukraine's sovereignty
    issue: sov.affirm
    summary: Ukraine's sovereignty is confirmed.
    presence: in-text
    terms: [{kind: sovereignty, party: ukraine}]
    evidence: [{source: wire-2025-11-20, hedge: reported}]
""",
    "plans/draft.yaml": """
version: draft
title: A draft
text: full
date: "2025-11-20"
published: "2025-11-20"
corrections: [{date: "2025-11-22", reason: The second printing strikes the limit.}]
provisions:
  - id: forces-cap
    title: Limit on forces
    issue: sec.force_cap
    summary: The limit on the forces of Ukraine is struck out.
    presence: removed
    evidence: [{source: daily-2025-11-21, hedge: reported, supports: removal}]

  - id: ukraine-sovereignty
    title: Ukraine's sovereignty
    issue: sov.affirm
    summary: Ukraine's sovereignty is confirmed.
    presence: in-text
    terms: [{kind: sovereignty, party: ukraine}]
    evidence: [{source: wire-2025-11-20, hedge: reported}]
""",
}


def check(change: Change) -> Iterator[Fault]:
    from tracker.lint.renames import renames

    renamed = {old.id for _, old, _ in renames(change)}
    for provision in change.vanished:
        if provision.id in renamed:
            continue
        yield Fault(
            f"the lineage `{provision.id}` ({provision.title}) was here in {change.since}, and is gone",
            change.neighbour(provision.id),
            help="list it with `presence: removed` and evidence, or name it in the `was` of its successor",
            values=(provision.id,),
            lineage=provision.id,
            field="id",
        )
