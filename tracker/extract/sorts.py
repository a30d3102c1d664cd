"""Which values of a term are figures, places or parties: what grounding asks the sentence for."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING, Any, get_args, get_type_hints

from tracker.plan import values
from tracker.plan.term import Part

if TYPE_CHECKING:
    from pydantic import BaseModel

_SORTS: tuple[tuple[Any, str], ...] = (
    (values.PartyId, "party"),
    (values.PlaceId, "place"),
    (values.TreatyId, "treaty"),
    (values.BodyId, "body"),
    (values.Count, "count"),
    (values.Money, "money"),
    (values.Share, "share"),
    (values.Duration, "duration"),
    (values.Distance, "distance"),
    (values.Date, "date"),
)


_REQUIRED = frozenset(["party", "place"])
"""Sorts that must stand in the sentence as key fields too; a body may go by other words there."""


def _begins(one: Any, known: Any) -> bool:
    """Whether a hint is the known one with more annotations: that of a field that must be given is."""
    if not hasattr(one, "__metadata__") or not hasattr(known, "__metadata__"):
        return False
    told, asked = get_args(one), get_args(known)
    return bool(told[: len(asked)] == asked)


@cache
def sorts_of(model: type[BaseModel]) -> dict[str, str]:
    """By route (`party`, `regions.region`) the sort of each value that must stand in the sentence."""
    found: dict[str, str] = {}
    for name, hint in get_type_hints(model, include_extras=True).items():
        if name not in model.model_fields:
            continue
        asked = [hint]
        while asked:
            one = asked.pop()
            for known, sort in _SORTS:
                if one == known or (sort in _REQUIRED and _begins(one, known)):
                    found[name] = sort
                    break
            else:
                if isinstance(one, type) and not get_args(one) and issubclass(one, Part):
                    found |= {f"{name}.{route}": sort for route, sort in sorts_of(one).items()}
                asked += [arg for arg in get_args(one) if arg is not Ellipsis]
    return found
