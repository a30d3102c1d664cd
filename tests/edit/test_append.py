"""Items at the end of a list: everything else of the file stays as it was, byte for byte."""

from __future__ import annotations

import pytest

from tracker.edit.append import append
from tracker.edit.patch import patched
from tracker.load.yaml import parse
from tracker.source import Source

NEW = {"source": "new", "quote": "a phrase: with a colon"}
BASE = """# head
version: a  # which
provisions:
  # --- Security ---
  - id: one
    title: One  # a remark
    evidence: [{source: old, quote: "x, y"}]  # kept
    readings:
      - because: sources
        evidence:
          - {source: deep}   # two
  - id: two
    summary: >-
      Folded
      text.

# the end
"""


@pytest.mark.parametrize(
    "route",
    [
        ("provisions", 0, "evidence"),
        ("provisions", 0, "readings", 0, "evidence"),
        ("provisions", 0, "readings"),
        ("provisions", 1, "evidence"),
        ("provisions",),
        ("facts",),
    ],
)
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_lists_of_every_form(route: tuple[str | int, ...], ends: str) -> None:
    source = Source("a.yaml", BASE.replace("\n", ends))
    text = patched(source.text, [append(source, route, [NEW, {"source": "newer"}])])
    data = parse(Source("b.yaml", text))
    assert data.diagnostics == ()
    found: object = data.data
    for step in route:
        found = found[step]  # type: ignore[index]
    assert found[-2:] == (NEW, {"source": "newer"})  # type: ignore[index]
    for kept in (
        "# head",
        "# which",
        "# --- Security ---",
        "# a remark",
        "# kept",
        "# two",
        "# the end",
        '"x, y"',
    ):
        assert text.count(kept) == 1
    without = [line for line in source.text.splitlines() if "old" not in line]
    assert [line for line in text.splitlines() if line in without][: len(without)]
    removed = [line for line in source.text.splitlines() if line not in text.splitlines()]
    assert removed in ([], ['    evidence: [{source: old, quote: "x, y"}]  # kept'])


@pytest.mark.parametrize(
    ("text", "route"),
    [
        ("provisions: []\n", ("provisions",)),
        ("version: a", ("provisions",)),
        ("provisions:\n", ("provisions",)),
        ("provisions:\n  - {id: a}\n", ("provisions", 0, "evidence")),
        ("provisions:\n- id: a\n- id: b\n", ("provisions",)),
        ("provisions:\n-   id: a\n    evidence:\n    -   source: x\n", ("provisions", 0, "evidence")),
        ("provisions: [{id: a, evidence: [{source: x}]}]\n", ("provisions", 0, "evidence")),
    ],
)
def test_odd_layouts(text: str, route: tuple[str | int, ...]) -> None:
    source = Source("a.yaml", text)
    after = patched(text, [append(source, route, [{"id": "new"}])])
    data = parse(Source("b.yaml", after))
    assert data.diagnostics == (), after
    found: object = data.data
    for step in route:
        found = found[step]  # type: ignore[index]
    assert found[-1] == {"id": "new"}, after  # type: ignore[index]
