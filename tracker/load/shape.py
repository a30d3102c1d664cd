"""Which keys a mapping may have at a place in a document: for naming the nearest to a misspelt one."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, get_args, get_origin

from pydantic import BaseModel

from tracker.plan.term import Term
from tracker.plan.terms import kind_named, kinds
from tracker.semantics.way import arms
from tracker.source import Route


def keys_at(model: type[BaseModel], data: object, route: Route) -> tuple[str, ...]:
    """The keys that the model allows at the route; none where the data leads out of the model."""
    here: Any = model
    for step in route:
        data = data[step] if isinstance(data, dict | tuple) else None  # type: ignore[index]
        if isinstance(here, type) and issubclass(here, BaseModel):
            field = here.model_fields.get(str(step))
            here = field.annotation if field else None
        else:
            here = _item(here)
        here = _model_in(here, data)
    return tuple(here.model_fields) if isinstance(here, type) and issubclass(here, BaseModel) else ()


def _item(annotation: Any) -> Any:
    """What a list or mapping holds."""
    for arm in arms(annotation):
        if get_origin(arm) in (tuple, dict):
            return get_args(arm)[-1 if get_origin(arm) is dict else 0]
    return None


def _model_in(annotation: Any, data: object) -> Any:
    """The model among the arms of an annotation; a term is of the kind that its data names."""
    found: Iterable[Any] = arms(annotation) if annotation is not None else ()
    for arm in found:
        if isinstance(arm, type) and issubclass(arm, BaseModel):
            if arm is Term and isinstance(data, dict) and data.get("kind") in kinds():
                return kind_named(str(data["kind"]))
            return arm
    return annotation
