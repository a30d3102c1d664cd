"""YAML as it is written: what is read again is what was given, in our reader and in others."""

from __future__ import annotations

import datetime
from pathlib import Path

import pytest
import yaml
from hypothesis import given
from hypothesis import strategies as st

from tracker.edit.canonical import plan_data
from tracker.edit.dump import WIDTH, dump, dump_items
from tracker.load.shelf import Shelf
from tracker.load.yaml import parse
from tracker.source import Source

PLANS = Path(__file__).resolve().parents[2] / "plans"
ODD = (
    """no|y|Null|~|12:30|2025-11-20|1e3|0x1F|-|{|'|"|=|<<|600,000|01|.5|+1|?|a:|none|- a|a: b|a #b|> a|? a"""
)
TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=60) | st.sampled_from(
    [*ODD.split("|"), "|", "\\", "word " * 30, "x" * 200, " a", "a ", "a  b " * 20, "\ta", '\x01\\"']
)
KEY = st.from_regex(r"[a-z][a-z_-]{0,8}", fullmatch=True) | st.sampled_from(
    ["no", "provisions", "terms", "readings"]
)
DATA = st.recursive(
    TEXT | st.integers(-(10**12), 10**12) | st.booleans(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(KEY, inner, max_size=4),
    max_leaves=20,
)


def as_read(data: object) -> object:
    if isinstance(data, dict):
        return {key: as_read(value) for key, value in data.items()}
    return tuple(map(as_read, data)) if isinstance(data, list | tuple) else data


@given(st.dictionaries(KEY, DATA, min_size=1, max_size=5))
def test_what_is_written_is_read_again(data: dict[str, object]) -> None:
    text = dump(data)
    parsed = parse(Source("a.yaml", text))
    assert parsed.diagnostics == ()
    assert parsed.data == as_read(data)
    assert as_read(yaml.safe_load(text)) == as_read(data)
    assert dump(data) == text


@given(st.text(st.characters(exclude_categories=["Cs"]), max_size=300))
def test_no_text_is_taken_for_anything_else(text: str) -> None:
    for data in ({"a": text}, {"a": [text]}, {"a": {"b": [{"c": text}]}}):
        found = yaml.safe_load(dump(data))
        assert found == data, dump(data)


def test_no_aliases_and_one_order() -> None:
    shared = {"kind": "force-cap", "party": "ukraine"}
    text = dump({"terms": [shared, shared], "a": "1"})
    assert text == 'terms: [{kind: force-cap, party: ukraine}, {kind: force-cap, party: ukraine}]\na: "1"\n'


def test_layout() -> None:
    text = dump(
        {
            "version": "original",
            "provisions": [
                {
                    "id": "a",
                    "summary": "word " * 29 + "end",
                    "evidence": [{"source": "x", "quote": "q" * 70, "hedge": "reported"}],
                },
                {"id": "b", "date": "2025-11-20", "none": []},
            ],
        }
    )
    lines = text.splitlines()
    assert lines[0:3] == ["version: original", "", "provisions:"]
    assert lines[3] == "  - id: a"
    assert "    summary: >-" in lines
    assert "      - {source: x, quote: " + "q" * 70 + "}" not in lines
    assert '    date: "2025-11-20"' in lines
    assert max(map(len, lines)) <= WIDTH
    assert lines[lines.index("  - id: b") - 1] == ""
    assert dump_items([{"id": "a"}, {"id": "b"}], 2) == "  - id: a\n\n  - id: b\n"


@pytest.mark.parametrize("ref", ["original", "geneva", "european", "twenty-point"])
def test_the_plans_of_the_house_survive(ref: str) -> None:
    shelf = Shelf(PLANS)
    plan = shelf.open(PLANS / f"{ref}.yaml").model
    assert plan is not None
    text = dump(plan_data(plan))
    again = shelf.open_text(text.encode(), "again.yaml")
    assert again.diagnostics == ()
    assert again.model == plan
    assert text.index("kind:") < text.index("party:")


def test_dates_are_text() -> None:
    assert yaml.safe_load(dump({"date": str(datetime.date(2025, 1, 2))})) == {"date": "2025-01-02"}
