"""Eight words in a row, or more, are those of a source.

Articles belong to their publishers: summaries are in our own words, and short phrases stand in the
evidence as quotes.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.diagnostic import Severity
from tracker.lint.rule import Fault
from tracker.lint.subject import PlanFile
from tracker.lint.wording import RUN, words_in

CODE = "TXT003"
SEVERITY = Severity.WARNING
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
    summary: Kyiv must accept the cap on its armed forces and hold elections.
    presence: in-text
    evidence: [{source: wire-2025-11-20, hedge: reported}]
""",
    "seeds/wire-2025-12-03.md": """
---
id: wire-2025-12-03
publisher: A wire service
date: "2025-12-03"
language: en
---

Some say that Kyiv must accept the cap on its armed forces and more.
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
    evidence: [{source: wire-2025-11-20, hedge: reported}]
""",
    "seeds/wire-2025-12-03.md": """
---
id: wire-2025-12-03
publisher: A wire service
date: "2025-12-03"
language: en
---

Some say that Kyiv must accept the cap on its armed forces and more.
""",
}


def check(file: PlanFile) -> Iterator[Fault]:
    runs = file.desk.runs
    if not runs:
        return
    for said in file.said:
        for field in ("summary", "title"):
            text = getattr(said.stated, field, None)
            words = words_in(text or "")
            for i in range(len(words) - RUN + 1):
                source = runs.get(" ".join(words[i : i + RUN]))
                if source is not None:
                    phrase = " ".join(words[i : i + RUN])
                    yield Fault(
                        f"“{phrase}” are the words of {source}",
                        (*said.route, field),
                        help="say it in your own words",
                        values=(source, phrase),
                    )
                    break
