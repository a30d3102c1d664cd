"""What a model cannot say alone: identities within a file. Without these no two versions can be compared."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from tracker.diagnostic import Diagnostic
from tracker.plan.model import Plan
from tracker.plan.term import Term
from tracker.semantics.fields import fields_of, identity
from tracker.source import Route, Source


def coherence(plan: Plan, source: Source) -> Iterator[Diagnostic]:
    """Lineages that stand twice in a file, terms and parts that stand twice in a provision or reading."""
    seen: dict[str, int] = {}
    for i, provision in enumerate(plan.provisions):
        route: Route = ("provisions", i)
        if provision.id in seen:
            yield Diagnostic(
                "duplicate-lineage",
                f"the lineage `{provision.id}` stands twice in this version",
                source,
                route=(*route, "id"),
                help=f"also provision {seen[provision.id] + 1} of the file: give each commitment its own id",
            )
        seen.setdefault(provision.id, i)
        yield from _terms(provision.terms, source, (*route, "terms"))
        for j, reading in enumerate(provision.readings):
            yield from _terms(reading.terms, source, (*route, "readings", j, "terms"))


def _terms(terms: Iterable[Term], source: Source, route: Route) -> Iterator[Diagnostic]:
    seen: set[str] = set()
    for i, term in enumerate(terms):
        key = identity(term)
        if key in seen:
            yield Diagnostic(
                "duplicate-term",
                f"two terms are both `{key}`",
                source,
                route=(*route, i),
                help="a term is known by its kind and key fields: join the two, or give one another key",
            )
        seen.add(key)
        yield from _parts(term, source, (*route, i))


def _parts(term: Term, source: Source, route: Route) -> Iterator[Diagnostic]:
    for field in fields_of(type(term)):
        value = getattr(term, field.name)
        if field.way.name != "parts" or not isinstance(value, tuple):
            continue
        keys = [identity(part) for part in value]
        for i, key in enumerate(keys):
            if key in keys[:i]:
                yield Diagnostic(
                    "duplicate-part",
                    f"`{key}` stands twice in `{field.name}`",
                    source,
                    route=(*route, field.name, i),
                    help="each key may stand once: join the two",
                )
