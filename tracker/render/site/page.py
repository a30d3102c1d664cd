"""One page from its template: what all pages share, and what is its own."""

from __future__ import annotations

import re
from typing import Any

from tracker.render.site import paths
from tracker.render.site.dossier import Dossier
from tracker.render.site.environment import environment
from tracker.render.site.policy import POLICY

NAVIGATION = (
    (paths.OVERVIEW, "Overview"),
    (paths.MATRIX, "Matrix"),
    (paths.PROVISIONS, "Provisions"),
    (paths.PAIRS, "Compare"),
    (paths.SOURCES, "Sources"),
    (paths.ABOUT, "About"),
)


def page(dossier: Dossier, template: str, path: str, heading: str, **values: Any) -> str:
    """The finished page; `heading` names it in the title, `path` marks where one is."""
    filled = (
        environment()
        .get_template(f"{template}.j2")
        .render(
            site=dossier,
            path=path,
            heading=heading,
            here=paths.PAIRS if path.startswith("compare-") else path,
            navigation=NAVIGATION,
            policy=POLICY,
            **values,
        )
    )
    return tight(filled)


def tight(html: str) -> str:
    """Without what HTML lets one leave out: indentation, quotes around simple values, some closing tags.

    Safe by a search, as text from plan files has no quote and no angle bracket left in it here.
    """
    html = re.sub(r"\s*\n\s*", "\n", html).strip() + "\n"
    html = re.sub(r"(<[a-z][^<>]*?>)", lambda tag: _QUOTED.sub(r"\1\2", tag[1]), html)
    return re.sub(r"</(?:li|dt|dd|tr|td|th|thead|tbody|option)>", "", html)


_QUOTED = re.compile(r'( [a-z-]+=)"([\w.#%-]+)"(?=[ >])')
