"""`tracker explain [WORD…]`: what a rule, a kind of term, an issue or a word means."""

from __future__ import annotations

from typing import Annotated, Any

import typer

from tracker.cli.complete import topic_names
from tracker.cli.options import Color, FormatName, Outputs, Width


def command(
    words: Annotated[
        list[str] | None,
        typer.Argument(
            metavar="WORD",
            help="A code such as FIG001, a kind of term, an issue, a word.",
            autocompletion=topic_names,
        ),
    ] = None,
    format: FormatName = "terminal",
    output: Outputs = None,
    color: Color = "auto",
    width: Width = None,
) -> int:
    """What a rule, a kind of term, an issue or a word of plan files means."""
    from tracker.cli.output import deliver, look
    from tracker.render.document import Result
    from tracker.render.layout.explain import document
    from tracker.render.topic import all_topics, topics_for

    found = tuple(topic for word in words or () for topic in topics_for(word)) if words else all_topics()
    topics = tuple(dict.fromkeys(found))

    def data() -> dict[str, Any]:
        from tracker.render.public.explain_v1 import data

        return data(topics)

    deliver(
        Result("explain", topics, lambda: document(topics), data), format, output or (), look(color, width)
    )
    return 0
