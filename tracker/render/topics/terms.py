"""The kinds of term, with their fields."""

from __future__ import annotations

from collections.abc import Iterator

import yaml

from tracker.plan.guide import about, example, guide
from tracker.plan.terms import all_kinds
from tracker.render.topic import Sample, Topic

FAMILY, ORDER = "term", 2


def topics() -> Iterator[Topic]:
    """One topic for each kind of term."""
    for kind, model in all_kinds().items():
        text, source = about(model)
        made_up = yaml.safe_dump([example(model)], sort_keys=False, default_flow_style=None, width=90)
        facts = [("source", source)] if source else []
        yield Topic(
            FAMILY,
            kind,
            model.title[0].upper() + model.title[1:],
            text=text,
            facts=(*facts, ("weight", str(model.weight))),
            fields=guide(model),
            samples=(Sample("made up, with every field of its own", made_up.rstrip()),),
            also=(model.title, model.__name__),
        )
