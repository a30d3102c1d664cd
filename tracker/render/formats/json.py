"""The public data of a result as JSON: each has a versioned shape, its schema in the package."""

from __future__ import annotations

import json

from tracker.render.document import Look, Result

SUFFIX = "json"
ACCEPTS = None


def render(result: Result, look: Look) -> str:
    return json.dumps(result.data(), ensure_ascii=False, indent=2) + "\n"
