"""A version that was published is edited in substance, and `corrections` does not say so.

A published version is history: others have compared and quoted it. A mistake in it may be mended, with a
new entry of `corrections` that gives the date and the reason. One without `provision` speaks for the whole
file. Wording, evidence and what is learned of a text not known as a whole are free.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from tracker.diagnostic import Severity
from tracker.lint.rule import Fault

if TYPE_CHECKING:
    from tracker.lint.history import Change

CODE = "HIS004"
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
    terms: [{kind: force-cap, party: ukraine, limit: 800000}]
    evidence: [{source: daily-2025-11-21, hedge: reported}]
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
""",
    "plans/draft.yaml": """
version: draft
title: A draft
text: full
date: "2025-11-20"
published: "2025-11-20"
corrections: [{date: "2025-11-22", reason: A slip in the limit.}]
provisions:
  - id: forces-cap
    title: Limit on forces
    issue: sec.force_cap
    summary: The forces of Ukraine are limited.
    presence: in-text
    terms: [{kind: force-cap, party: ukraine, limit: 800000}]
    evidence: [{source: daily-2025-11-21, hedge: reported}]
""",
}


_ADD = "add to `corrections`: the date, the reason, and the provision if it is one only"


def check(change: Change) -> Iterator[Fault]:
    from tracker.lint.renames import renames
    from tracker.lint.substance import edits

    then, now = change.then, change.now.plan
    spoken_for = {correction.provision for correction in change.corrections}
    if then is None or None in spoken_for:
        return
    for name in ("date", "text"):
        before, after = str(getattr(then, name) or ""), str(getattr(now, name) or "")
        if before and before != after:
            message = f"`{name}` was {before} in {change.since}: the version was edited without a correction"
            yield Fault(message, (name,), help=_ADD, values=(before, after))
    for route, old, new in change.kept:
        if spoken_for & {old.id, new.id}:
            continue
        if found := list(edits(old, new, complete=then.complete)):
            fields = ", ".join(dict.fromkeys(name.partition(".")[0] for name, _ in found))
            yield Fault(
                f"`{new.id}` was edited in substance since {change.since} ({fields}), without a correction",
                (*route, "id"),
                help=_ADD,
                values=tuple(part for name, values in found for part in (name, *values)),
            )
    if then.complete:
        renamed = {new.id for _, _, new in renames(change)}
        for route, new in change.arrived:
            if new.id not in spoken_for | renamed:
                message = f"`{new.id}` was added since {change.since} to a version known as a whole"
                yield Fault(message, (*route, "id"), help=_ADD, values=(new.id,))
