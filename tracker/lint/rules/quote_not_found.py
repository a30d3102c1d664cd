"""A quote does not stand in its source.

Quotes are what readers trust most. Where the words of a source are held, in `seeds/` or as the original
document, every quote is looked up there: capitals, figures and order count, line breaks and the form of
quotation marks do not. In a digest only what stands between quotation marks is the source's own wording.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.diagnostic import Severity
from tracker.lint.rule import Fault
from tracker.lint.subject import PlanFile

CODE = "EVI002"
SEVERITY = Severity.ERROR
SCOPE = "plan"
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
    evidence: [{source: wire-2025-12-03, quote: a cap on the armed forces, hedge: reported}]
""",
    "seeds/wire-2025-12-03.md": """
---
id: wire-2025-12-03
publisher: A wire service
date: "2025-12-03"
language: en
---

The revised plan is said to lift “the cap on its armed forces” and little else.
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
    evidence: [{source: wire-2025-12-03, quote: the cap on its armed forces, hedge: reported}]
""",
    "seeds/wire-2025-12-03.md": """
---
id: wire-2025-12-03
publisher: A wire service
date: "2025-12-03"
language: en
---

The revised plan is said to lift “the cap on its armed forces” and little else.
""",
}


def check(file: PlanFile) -> Iterator[Fault]:
    for backed in file.evidence:
        item = backed.evidence
        if item.quote is None or (held := file.desk.wording(item.source)) is None:
            continue
        verdict = held.find(item.quote)
        if verdict is not None:
            message, help_ = verdict
            yield Fault(message, (*backed.route, "quote"), help=help_, values=(item.source, item.quote))
