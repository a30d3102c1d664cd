"""One self-contained page: a comparison as the report shows it, anything else as its neutral document."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from tracker.render.document import Look, Result

if TYPE_CHECKING:
    from tracker.diff.change import Comparison

SUFFIX = "html"
ACCEPTS = None


def render(result: Result, look: Look) -> str:
    """The page, its style and script inside, and a policy that lets nothing else take effect."""
    from tracker.diff.change import Comparison

    if isinstance(result.value, Comparison) and result.options and not result.options.stat:
        return _comparison(result.value, result.options)
    from tracker.render.site.blocks import blocks

    found = result.document()
    return _page("document.j2", heading=found.title, language=found.language, content=blocks(found.blocks))


def _comparison(comparison: Comparison, options: Any) -> str:
    from tracker.render.site.comparing import view

    heading = f"{comparison.left.plan.title} → {comparison.right.plan.title}"
    return _page("single.j2", heading=heading, language="en", view=view(comparison, options))


def _page(template: str, **values: Any) -> str:
    from tracker.render.site.environment import asset, environment
    from tracker.render.site.page import tight
    from tracker.render.site.policy import inlined

    style, script = asset("site.css"), asset("site.js")
    made = environment().get_template(template).render(policy=inlined(style, script), **values)
    # put in last: their bytes must stay as they are, since the policy names their hashes
    head, mark, rest = tight(made).partition("<!--assets-->")
    assert mark
    return f"{head}<style>{style}</style>\n<script>{script}</script>{rest}"
