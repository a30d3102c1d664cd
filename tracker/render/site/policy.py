"""The Content-Security-Policy of the pages: a second wall behind escaping."""

from __future__ import annotations

import base64
import hashlib

_NOTHING = "default-src 'none'; base-uri 'none'; form-action 'none'; "

# `file:` beside 'self': opened from disk, a page has no origin that 'self' could mean in every browser
POLICY = _NOTHING + "script-src 'self' file:; style-src 'self' file:; img-src 'self' data:"
"""For pages that link their style sheet and script."""


def inlined(style: str, script: str) -> str:
    """For one file that holds both: exactly these two texts may take effect."""
    return f"{_NOTHING}script-src '{_digest(script)}'; style-src '{_digest(style)}'; img-src data:"


def _digest(text: str) -> str:
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
