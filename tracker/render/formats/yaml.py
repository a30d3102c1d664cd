"""Drafts of plan files as they would be written; several follow one another, each under its file's name."""

from __future__ import annotations

from tracker.render.document import Look, Result

SUFFIX = "yaml"
ACCEPTS = frozenset({"extract"})


def render(result: Result, look: Look) -> str:
    texts: dict[str, str] = result.options
    if len(texts) == 1:
        return next(iter(texts.values()))
    return "".join(f"---\n# {name}\n{text}" for name, text in texts.items())
