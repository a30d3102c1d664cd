"""All JSON Schemas by name: the files that people write, and the results that programs read."""

from __future__ import annotations

import json
from importlib import import_module, resources
from pkgutil import iter_modules
from typing import Any

from tracker.diagnostic import did_you_mean
from tracker.errors import TrackerError
from tracker.render import public

_2020_12 = "https://json-schema.org/draft/2020-12/schema"
FILES = ("plan", "names", "sources", "waivers")
"""The files that people write."""


def results() -> tuple[str, ...]:
    """The results that programs read: `diff-v1` is what `tracker diff --format json` prints."""
    found = (module.name for module in iter_modules(public.__path__))
    return tuple(sorted(name.replace("_", "-") for name in found if name.rpartition("_v")[2].isdigit()))


def names() -> tuple[str, ...]:
    """The names of all schemas."""
    return (*FILES, *results())


def schema(name: str) -> dict[str, Any]:
    """The schema of a name; a result may be named without its version and is then the newest.

    Raises TrackerError with the nearest name if there is none.
    """
    from tracker.plan import schema as plan

    if name in FILES:
        made: dict[str, Any] = getattr(plan, f"{name}_schema")()
        return made
    versions = [known for known in results() if name in (known, known.rpartition("-v")[0])]
    if not versions:
        raise TrackerError(f"no schema `{name}`", help=did_you_mean(name, names(), listing=20))
    found = max(versions, key=lambda known: int(known.rpartition("-v")[2]))
    module = import_module(f"{public.__name__}.{found.replace('-', '_')}")
    return {"$schema": _2020_12, "$id": plan.urn(found), **module.schema()}


def schema_text(name: str) -> str:
    """A schema as its file holds it."""
    return json.dumps(schema(name), indent=1, ensure_ascii=False) + "\n"


def committed() -> Any:
    """The folder of the committed copies, inside the package."""
    return resources.files("tracker") / "schema"


def file_name(name: str) -> str:
    return f"{name}.schema.json"
