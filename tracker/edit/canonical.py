"""Models of a plan file as plain data in the order in which people write it; only what was set."""

from __future__ import annotations

from typing import Any

from pydantic import BaseModel

from tracker.plan.model import Plan
from tracker.plan.term import Term
from tracker.semantics.quantity import Quantity


def plan_data(plan: Plan) -> dict[str, Any]:
    """A plan with its keys in the order of the model."""
    return model_data(plan)


def model_data(model: BaseModel) -> dict[str, Any]:
    """A model's set fields: of terms the kind, its own fields, then the slots that all kinds share."""
    stated = model.model_fields_set
    names = [name for name in type(model).model_fields if name in stated]
    if isinstance(model, Term):
        shared = [name for name in names if name in Term.model_fields]
        names = ["kind", *(name for name in names if name not in shared and name != "kind"), *shared]
    values = {name: _value(getattr(model, name)) for name in names}
    return {name: value for name, value in values.items() if value is not None}


def _value(value: Any) -> Any:
    if isinstance(value, BaseModel):
        return model_data(value)
    if isinstance(value, tuple | list):
        return [_value(item) for item in value]
    if isinstance(value, Quantity):
        return str(value)
    return value if value is None or isinstance(value, str | int | float | bool) else str(value)
