"""A version is dated before the one it follows from.

One of the dates, or the reference, is wrong; lists and matrices would show them in the wrong order.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.diagnostic import Severity
from tracker.lint.outline import Folder
from tracker.lint.rule import Fault

CODE = "REV003"
SEVERITY = Severity.ERROR
SCOPE = "folder"
BAD = {
    "plans/first.yaml": """
version: first
title: The first text
text: full
date: "2025-11-20"
""",
    "plans/second.yaml": """
version: second
title: The second text
text: full
date: "2025-11-10"
revises: [first]
""",
}
GOOD = {
    "plans/first.yaml": """
version: first
title: The first text
text: full
date: "2025-11-10"
""",
    "plans/second.yaml": """
version: second
title: The second text
text: full
date: "2025-11-20"
revises: [first]
""",
}


def check(folder: Folder) -> Iterator[Fault]:
    for ref, outline in folder.outlines.items():
        for parent in (*outline.revises, *outline.draws_on):
            other = folder.outlines.get(parent)
            if other and outline.date and other.date and outline.date < other.date:
                yield Fault(
                    f"dated {outline.date}, before `{parent}` of {other.date}, from which it follows",
                    ("date",),
                    help="correct the date or the reference",
                    values=(parent, outline.date, other.date),
                    ref=ref,
                )
