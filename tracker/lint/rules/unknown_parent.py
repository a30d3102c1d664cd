"""A version is said to follow from one that does not exist here.

`revises` and `draws_on` are references to files; a wrong one cuts the version off from its history.
"""

from __future__ import annotations

from collections.abc import Iterator

from tracker.diagnostic import Severity, did_you_mean
from tracker.lint.outline import Folder
from tracker.lint.rule import Fault

CODE = "REV001"
SEVERITY = Severity.ERROR
SCOPE = "folder"
BAD = {
    "plans/draft.yaml": """
version: draft
title: A draft
text: full
date: "2025-11-20"
revises: [orignal]
""",
}
GOOD = {
    "plans/draft.yaml": """
version: draft
title: A draft
text: full
date: "2025-11-20"
revises: [original]
""",
    "plans/original.yaml": """
version: original
title: A original
text: full
date: "2025-11-10"
""",
}


def check(folder: Folder) -> Iterator[Fault]:
    for ref, outline in folder.outlines.items():
        for field, parents in (("revises", outline.revises), ("draws_on", outline.draws_on)):
            for i, parent in enumerate(parents):
                if parent not in folder.references:
                    yield Fault(
                        f"there is no version `{parent}`",
                        (field, i),
                        help=did_you_mean(parent, folder.references),
                        values=(parent,),
                        ref=ref,
                    )
