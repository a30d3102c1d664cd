"""A quote is longer than eight words.

The words belong to the publisher: evidence gives a phrase by which the place can be found, no more.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.diagnostic import Severity
from tracker.lint.rule import Fault
from tracker.lint.subject import PlanFile
from tracker.lint.wording import words_in
from tracker.plan.words import MAX_QUOTE_WORDS

CODE = "EVI003"
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
    evidence: [{source: wire-2025-12-03, quote: one two three four five six seven eight nine}]
""",
    "seeds/wire-2025-12-03.md": """
---
id: wire-2025-12-03
publisher: A wire service
date: "2025-12-03"
language: en
---

The revised plan is said to lift “one two three four five six seven eight nine” and little else.
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
    evidence: [{source: wire-2025-12-03, quote: one two three four five six seven eight, hedge: reported}]
""",
    "seeds/wire-2025-12-03.md": """
---
id: wire-2025-12-03
publisher: A wire service
date: "2025-12-03"
language: en
---

The revised plan is said to lift “one two three four five six seven eight nine” and little else.
""",
}


def check(file: PlanFile) -> Iterator[Fault]:
    for backed in file.evidence:
        quote = backed.evidence.quote
        if quote is not None and (count := len(words_in(quote))) > MAX_QUOTE_WORDS:
            yield Fault(
                f"the quote has {count} words, {MAX_QUOTE_WORDS} are allowed",
                (*backed.route, "quote"),
                help="keep the few words that show the value",
                values=(backed.evidence.source, quote),
            )
