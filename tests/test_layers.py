"""The layers of the house, read from its imports; and how large and how named its modules may be."""

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "tracker").rglob("*.py"))
each_module = pytest.mark.parametrize(
    "path", MODULES, ids=lambda path: str(path.relative_to(ROOT / "tracker").with_suffix(""))
)

# source <- diagnostic <- semantics <- plan <- load <- edit <- lint | diff | extract <- render <- cli
LAYERS: tuple[tuple[str, ...], ...] = (
    ("source",),
    ("diagnostic",),
    ("semantics",),
    ("plan",),
    ("load",),
    ("edit",),
    ("lint", "diff", "extract"),  # these do not see one another
    ("render",),
    ("cli",),
)
LEVEL = {layer: level for level, layers in enumerate(LAYERS) for layer in layers}
STANDS_WITH = {"errors": "diagnostic", "schema": "plan", "__main__": "cli"}
"""What has a place of its own in the tree and stands in the layer of another."""

MOST_LINES = 250
EXCUSE = "# long because: "
NO_NAMES = ("utils", "helpers", "manager", "handler")


def layer_of(module: str) -> str:
    """The layer of a dotted module name; empty for the package itself, which may import anything lazily."""
    part = f"{module}.".split(".")[1]
    return STANDS_WITH.get(part, part)


def module_of(path: Path) -> str:
    names = path.relative_to(ROOT).with_suffix("").parts
    return ".".join(names[:-1] if names[-1] == "__init__" else names)


def imports(code: str, module: str, *, package: bool = False) -> Iterator[tuple[str, int]]:
    """Every module of the tracker that is imported anywhere in a module, with the line."""
    for node in ast.walk(ast.parse(code)):
        if isinstance(node, ast.Import):
            found = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom):
            start = node.module or ""
            if node.level:
                above = module.split(".")[: None if package and node.level == 1 else package - node.level]
                start = ".".join([*above, *filter(None, [start])])
            # `from tracker import diff` names a layer in the alias
            found = [f"{start}.{alias.name}" for alias in node.names] if start == "tracker" else [start]
        else:
            continue
        yield from ((name, node.lineno) for name in found if name.split(".")[0] == "tracker")


def offences(code: str, module: str, *, package: bool = False) -> list[str]:
    """The imports of a module that point to the right, or across to a neighbour."""
    own = layer_of(module)
    found = []
    for name, line in imports(code, module, package=package):
        other = layer_of(name)
        if other == own or (other not in LEVEL and name.count(".") <= 1):
            continue  # its own layer, or a name such as `__version__` of the package
        if other not in LEVEL or LEVEL[other] >= LEVEL[own]:
            found.append(f"line {line}: {own} must not import {name}")
    return found


def test_there_are_modules() -> None:
    assert len(MODULES) > 50


@each_module
def test_every_module_belongs_to_a_layer(path: Path) -> None:
    assert module_of(path) == "tracker" or layer_of(module_of(path)) in LEVEL


@each_module
def test_imports_point_to_the_left(path: Path) -> None:
    module = module_of(path)
    if module != "tracker":
        code = path.read_text(encoding="utf-8")
        assert offences(code, module, package=path.name == "__init__.py") == []


@pytest.mark.parametrize(
    ("module", "code", "count"),
    [
        ("tracker.lint.rule", "from tracker.load.reader import x", 0),
        ("tracker.lint.rule", "import tracker.diff.align", 1),
        ("tracker.diff.align", "from tracker.extract import x", 1),
        ("tracker.semantics.way", "from tracker.plan.values import x", 1),
        ("tracker.semantics.way", "def f():\n    import tracker.cli", 1),
        ("tracker.load.reader", "from tracker import render", 1),
        ("tracker.load.reader", "from tracker import __version__", 0),
        ("tracker.load.reader", "from ..edit import x", 1),
        ("tracker.load.reader", "from . import scalars", 0),
        ("tracker.load.reader", "from .scalars import x", 0),
        ("tracker.render.html", "from tracker.extract.claims import x", 0),
        ("tracker.source", "from tracker.errors import x", 1),
        ("tracker.semantics.way", "from tracker.errors import x", 0),
        ("tracker.diagnostic", "from tracker.errors import x", 0),
        ("tracker.schema.build", "from tracker.plan.model import x", 0),
        ("tracker.schema.build", "from tracker.load.reader import x", 1),
        ("tracker.plan.model", "import json, trackers.other", 0),
        ("tracker.plan.model", "from tracker.nowhere.at_all import x", 1),
    ],
)
def test_the_check_itself(module: str, code: str, count: int) -> None:
    assert len(offences(code, module)) == count


@each_module
def test_modules_are_small_or_say_why_not(path: Path) -> None:
    lines = path.read_text(encoding="utf-8").splitlines()
    assert len(lines) <= MOST_LINES or any(
        line.startswith(EXCUSE) and line.removeprefix(EXCUSE).strip() for line in lines
    ), f"{len(lines)} lines: split it, or say why not in a line `{EXCUSE}…`"


@each_module
def test_modules_are_named_for_their_thing(path: Path) -> None:
    names = path.relative_to(ROOT).with_suffix("").parts
    assert not [name for name in names if any(word in name.split("_") for word in NO_NAMES)]
