"""The order of keys, and one spelling for each quantity, as the models have them."""

from __future__ import annotations

from typing import Any, get_args, get_origin

from pydantic import BaseModel

from tracker.edit.fmt.tree import Group, Node, Scalar
from tracker.plan.guide import alternatives, dimension_of
from tracker.plan.names import Name
from tracker.plan.term import Term
from tracker.plan.terms import kind_named, kinds
from tracker.semantics.quantity import Quantity

_AS_WRITTEN = (Name,)
"""Their fields come from two classes, and neither order reads well."""


def arrange(node: Node, annotation: Any, marks: tuple[Any, ...] = (), *, spell: bool = True) -> None:
    """Put the tree of a value in the order of its type, in place; what the type does not know comes last.

    `spell`: also write quantities in their usual form.
    """
    arms = list(alternatives(annotation, marks))
    if isinstance(node, Scalar):
        for kind, own in arms:
            if spell and kind is Quantity and isinstance(node.value, str):
                _spell(node, own)
        return
    for kind, _ in arms:
        if not node.mapping and get_origin(kind) is tuple:
            for entry in node.entries:
                arrange(entry.node, get_args(kind)[0], spell=spell)
        elif node.mapping and get_origin(kind) is dict:
            for entry in node.entries:
                arrange(entry.node, get_args(kind)[1], spell=spell)
        elif node.mapping and isinstance(kind, type) and issubclass(kind, BaseModel):
            _arrange_model(node, _kind(node) if kind is Term else kind, spell)


def _arrange_model(node: Group, model: type[BaseModel], spell: bool) -> None:
    order = {name: i for i, name in enumerate(_keys(model))}
    if not issubclass(model, _AS_WRITTEN):
        node.entries.sort(key=lambda entry: order.get(entry.key or "", len(order)))
    for entry in node.entries:
        if (info := model.model_fields.get(entry.key or "")) is not None:
            arrange(entry.node, info.annotation, tuple(info.metadata), spell=spell)


def _kind(node: Group) -> type[BaseModel]:
    """The model of a term; that of all terms where its kind is not known."""
    for entry in node.entries:
        if entry.key == "kind" and isinstance(entry.node, Scalar) and entry.node.value in kinds():
            return kind_named(str(entry.node.value))
    return Term


def _keys(model: type[BaseModel]) -> list[str]:
    """The fields in the order of a file: of a term its kind, its own, then the slots that all share."""
    names = list(model.model_fields)
    if not issubclass(model, Term):
        return names
    shared = [name for name in names if name in Term.model_fields]
    return ["kind", *(name for name in names if name not in shared and name != "kind"), *shared]


def _spell(node: Scalar, marks: tuple[Any, ...]) -> None:
    try:
        node.value = str(Quantity.parse(str(node.value), dimension_of(marks)))
    except ValueError:
        return  # a word, or a mistake: not for us to mend
