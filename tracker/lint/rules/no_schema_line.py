"""A plan file does not name its schema for editors.

The line `# yaml-language-server: $schema=…` makes editors complete and explain the keys while one types.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from pathlib import Path

from tracker.diagnostic import Severity
from tracker.edit.patch import Edit
from tracker.lint.rule import Fault
from tracker.source import Source, Span

CODE = "FMT001"
SEVERITY = Severity.INFO
SCOPE = "text"
BAD = """
version: draft
title: A draft
text: full
date: "2025-11-20"
"""
GOOD = """
# yaml-language-server: $schema=../tracker/schema/plan.schema.json
version: draft
title: A draft
text: full
date: "2025-11-20"
"""

_LINE = re.compile(r"^#\s*yaml-language-server:\s*\$schema=", re.MULTILINE)


def check(source: Source) -> Iterator[Fault]:
    suffix = Path(source.name).suffix
    if suffix not in (".yaml", ".yml") or _LINE.search(source.text) or not source.text.strip():
        return
    kind = {"names": "names", "sources": "sources"}.get(Path(source.name).stem, "plan")
    line = f"# yaml-language-server: $schema=../tracker/schema/{kind}.schema.json\n"
    yield Fault(
        "editors are not told the schema of this file",
        span=Span(0, 0),
        help=f"begin the file with `{line.strip()}`",
        field="schema",
        fix=(Edit(Span(0, 0), line),),
    )
