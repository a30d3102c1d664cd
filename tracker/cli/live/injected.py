"""What the server adds to a page so that it reloads itself; pages on disk have nothing of it."""

from __future__ import annotations

import re
from html import escape, unescape

SCRIPT_PATH, EVENTS_PATH = "/-/reload.js", "/-/events"
"""No page of a report stands under `-/`."""

SCRIPT = f"""\
const seen = document.currentScript.dataset.seen;
const events = new EventSource("{EVENTS_PATH}");
events.onmessage = (event) => {{
  if (event.data !== seen) location.reload();
}};
addEventListener("pagehide", () => events.close());
addEventListener("pageshow", (event) => {{
  if (event.persisted) location.reload();
}});
"""
_META = re.compile(r'(<meta http-equiv="?Content-Security-Policy"? content=")([^"]*)(">)')


def page(content: bytes, token: str) -> tuple[bytes, str]:
    """A page that listens, and its policy, which lets it."""
    html = content.decode("utf-8")
    policy = ""

    def allow(found: re.Match[str]) -> str:
        nonlocal policy
        policy = listening(unescape(found[2]))
        return f"{found[1]}{escape(policy)}{found[3]}"

    html = _META.sub(allow, html, count=1)
    script = f'<script src="{SCRIPT_PATH}" data-seen="{escape(token)}"></script>\n</head>'
    return html.replace("</head>", script, 1).encode("utf-8"), policy


def listening(policy: str) -> str:
    """A policy that allows, beyond what it allowed, the script of the server and its events."""
    rules = {name: rest for name, _, rest in (rule.strip().partition(" ") for rule in policy.split(";"))}
    rules.pop("", None)
    for name in ("script-src", "connect-src"):
        if "'self'" not in rules.get(name, "").split():
            rules[name] = f"{rules.get(name, '')} 'self'".strip()
    return "; ".join(f"{name} {rest}".strip() for name, rest in rules.items())
