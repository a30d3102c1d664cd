"""Plain data to a model; what pydantic says of it, in the words of plan files and with a remedy."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any, TypeVar

from pydantic import BaseModel, ValidationError

from tracker.diagnostic import Diagnostic, did_you_mean
from tracker.load.shape import keys_at
from tracker.plan.terms import kinds
from tracker.source import Route, Source

M = TypeVar("M", bound=BaseModel)

_TYPES = {
    "string_type": "text",
    "int_type": "a whole number",
    "bool_type": "true or false",
    "tuple_type": "a list",
    "model_type": "a mapping",
    "dict_type": "a mapping",
    "date_type": "a date such as `2025-11-20`",
    "model_attributes_type": "a mapping",
}


def validate(
    model: type[M], data: object, source: Source, context: Mapping[str, Any] | None = None
) -> tuple[M | None, tuple[Diagnostic, ...]]:
    """The model, or None and every fault in the data. Routes only: spans are found at the edge."""
    try:
        return model.model_validate(data, context=dict(context or {})), ()
    except ValidationError as error:
        found = _diagnostics(model, data, error, source, context or {})
        return None, tuple(found)


def _diagnostics(
    model: type[BaseModel], data: object, error: ValidationError, source: Source, context: Mapping[str, Any]
) -> Iterator[Diagnostic]:
    grouped: dict[tuple[Route, bool], list[Any]] = {}
    for item in error.errors(include_url=False):
        route = _in_data(item["loc"], data)
        missing = item["type"] == "missing"
        # the arms of a union each complain on their own: one fault, several expectations
        grouped.setdefault(((*route, item["loc"][-1]) if missing else route, missing), []).append(item)
    for (route, missing), items in grouped.items():
        if missing:
            code = "missing-issue" if route[-1] == "issue" and route[0] == "provisions" else "missing-key"
            yield Diagnostic(code, f"`{route[-1]}` is missing", source, route=route[:-1], help=_needed(route))
            continue
        code, message, help_ = _words(items, route, model, data, context)
        yield Diagnostic(code, message, source, route=route, help=help_)


def _in_data(loc: Route, data: object) -> Route:
    """The part of pydantic's location that leads somewhere in the data; union tags do not."""
    route: list[str | int] = []
    for step in loc:
        if (isinstance(data, dict) and step in data) or (
            isinstance(data, tuple) and isinstance(step, int) and step < len(data)
        ):
            data = data[step]  # type: ignore[index]
            route.append(step)
    return tuple(route)


def _needed(route: Route) -> str:
    where = "every provision" if len(route) == 3 and route[0] == "provisions" else "this mapping"
    return f"{where} needs `{route[-1]}`: add it"


def _words(
    items: list[Any], route: Route, model: type[BaseModel], data: object, context: Mapping[str, Any]
) -> tuple[str, str, str]:
    """Code, message and remedy of one fault."""
    first = items[0]
    kind, value, ctx = first["type"], first["input"], first.get("ctx") or {}
    if kind == "extra_forbidden":
        return (
            "unknown-key",
            f"`{route[-1]}` is not a key here",
            did_you_mean(str(route[-1]), keys_at(model, data, route[:-1])),
        )
    if kind in ("term-kind-missing", "term-shape"):
        return "missing-key", first["msg"], "begin it with `kind: ` and one of the kinds of `tracker explain`"
    if kind == "unknown-kind":
        return kind, first["msg"], did_you_mean(str(ctx.get("value", "")), kinds())
    if kind == "unknown-issue":
        from tracker.plan.issues import ISSUES

        return kind, first["msg"], did_you_mean(str(value), ISSUES)
    if kind.startswith("unknown-"):
        return kind, first["msg"], _unknown_name(str(value), ctx, context)
    expected = [_expected(item) for item in items]
    if all(item["type"] == "literal_error" for item in items):
        words = [w for item in items for w in _literals(item)]
        return (
            "unknown-word",
            f"`{_short(value)}` is not one of the words that may stand here",
            did_you_mean(str(value), words, listing=12),
        )
    wanted = "; or ".join(dict.fromkeys(expected))
    code = "wrong-type" if kind in _TYPES else "wrong-value"
    if all(item["type"] == "string_pattern_mismatch" for item in items) and "[a-z]" in ctx["pattern"]:
        code = "malformed-id"
    elif isinstance(value, int | float) and any(" USD" in want or "%" in want for want in expected):
        code = "unit-missing"
    return code, f"`{_short(value)}` cannot stand here", f"expected {wanted}"


def _expected(item: Any) -> str:
    kind, ctx = item["type"], item.get("ctx") or {}
    if kind in _TYPES:
        return _TYPES[kind]
    if kind == "literal_error":
        return "one of " + ", ".join(f"`{w}`" for w in _literals(item))
    if kind == "string_pattern_mismatch":
        return (
            "words in kebab-case, such as `armed-forces-limit`"
            if "[a-z]" in ctx["pattern"]
            else "a short text"
        )
    if kind == "value_error":
        return str(ctx.get("error", item["msg"])).removeprefix("not a ")
    return str(item["msg"][0].lower() + item["msg"][1:])


def _literals(item: Any) -> list[str]:
    expected = str((item.get("ctx") or {}).get("expected", ""))
    return [word.strip().strip("'") for word in expected.replace(" or ", ", ").split(",")]


def _unknown_name(value: str, ctx: Mapping[str, Any], context: Mapping[str, Any]) -> str:
    what = str(ctx.get("what", ""))
    file = "sources.yaml, or a digest in seeds/" if what == "source" else "names.yaml"
    near = did_you_mean(value, context.get(what, ()), listing=0)
    return f"{f'{near} ' if near else ''}{what} ids are declared in {file}"


def _short(value: object) -> str:
    text = "a mapping" if isinstance(value, dict) else "a list" if isinstance(value, tuple) else str(value)
    return text if len(text) <= 40 else text[:37] + "..."
