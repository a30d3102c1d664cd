"""A draft in `extracted/` was made from a source that has changed since.

What the draft says may no longer stand in the source, or stand elsewhere in it. A draft that nobody has
edited can be made anew; an edited one has to be compared first.
"""

from __future__ import annotations

from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path

from tracker.diagnostic import Severity
from tracker.edit.mark import MadeFrom, sources_of, state
from tracker.lint.rule import Fault
from tracker.lint.subject import PlanFile
from tracker.load.reader import read_bytes
from tracker.source import Span

CODE = "EXT001"
SEVERITY = Severity.WARNING
SCOPE = "plan"
_SEED = """
---
id: wire-2025-12-03
publisher: A wire service
date: "2025-12-03"
language: en
---

The revised plan is said to lift “the cap on its armed forces” and little else.
"""
_DRAFT = """# yaml-language-server: $schema=../../tracker/schema/plan.schema.json
# content: {content}
# source: wire-2025-12-03 {sha256} seeds/wire-2025-12-03.md
version: draft
curation: extracted
title: A draft
text: reported
date: "2025-11-20"
"""
_CURATED = """
version: draft
title: A draft
text: reported
date: "2025-11-20"
"""


def _example(sha: str) -> dict[str, str]:
    draft = _DRAFT.format(content="0" * 64, sha256=sha)
    return {
        "plans/draft.yaml": _CURATED,
        "plans/extracted/draft.yaml": draft,
        "seeds/wire-2025-12-03.md": _SEED,
    }


BAD = _example("0" * 64)
GOOD = _example(sha256(_SEED.lstrip("\n").encode()).hexdigest())


def check(file: PlanFile) -> Iterator[Fault]:
    text = file.document.source.text
    for made_from, offset in sources_of(text):
        current = _current(file, made_from)
        if current is None or current == made_from.sha256:
            continue
        command = f"tracker extract --write {made_from.path or made_from.id}"
        edited = state(text) == "edited"
        yield Fault(
            f"the source `{made_from.id}` has changed since this draft was made from it",
            span=Span(offset, text.index("\n", offset)),
            help="compare it with a new draft: it was edited by hand"
            if edited
            else f"make it anew: `{command} …`",
            field="sources",
            values=(made_from.id,),
        )


def _current(file: PlanFile, made_from: MadeFrom) -> str | None:
    """The sha256 of the source as it is today; None where it is not at hand, as articles often are not."""
    shelf = file.desk.shelf
    path = shelf.held_sources.get(made_from.id)
    if made_from.path and shelf.root is not None and not Path(made_from.path).is_absolute():
        named = shelf.root.parent / made_from.path
        inside = named.resolve().is_relative_to(shelf.root.resolve().parent)
        path = named if inside and named.is_file() else path
    if path is None or not path.is_file():
        return None
    raw = read_bytes(path)
    return None if raw is None else sha256(raw).hexdigest()
