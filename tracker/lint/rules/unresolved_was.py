"""`was` names a lineage that no other version has.

It says where a provision comes from: a misspelt id would show the old provision as gone and this one as
new.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.diagnostic import Severity, did_you_mean
from tracker.lint.outline import Folder
from tracker.lint.rule import Fault

CODE = "ID004"
SEVERITY = Severity.ERROR
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
    evidence: [{source: wire-2025-11-20, hedge: reported}]
""",
    "plans/second.yaml": """
version: draft
title: A draft
text: full
date: "2025-11-20"
provisions:
  - id: forces-limit
    title: Limit on forces
    issue: sec.force_cap
    summary: The forces of Ukraine are limited.
    presence: in-text
    was: [{id: force-cap, how: replaces}]
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
    evidence: [{source: wire-2025-11-20, hedge: reported}]
""",
    "plans/second.yaml": """
version: draft
title: A draft
text: full
date: "2025-11-20"
provisions:
  - id: forces-limit
    title: Limit on forces
    issue: sec.force_cap
    summary: The forces of Ukraine are limited.
    presence: in-text
    was: [{id: forces-cap, how: replaces}]
    evidence: [{source: wire-2025-11-20, hedge: reported}]
""",
}


def check(folder: Folder) -> Iterator[Fault]:
    versions = folder.versions_of
    for ref, outline in folder.outlines.items():
        for i, lineage in enumerate(outline.lineages):
            for j, was in enumerate(lineage.was):
                if versions.get(was, frozenset()) - {outline.version}:
                    continue
                yield Fault(
                    f"no other version has the lineage `{was}`",
                    ("provisions", i, "was", j, "id"),
                    help=did_you_mean(was, set(versions) - {lineage.id}),
                    values=(was,),
                    lineage=lineage.id,
                    ref=ref,
                )
