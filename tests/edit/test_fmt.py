"""`tracker fmt`: never another meaning, never a lost comment, the same again the second time."""

from __future__ import annotations

from pathlib import Path
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.plan.strategies import plans
from tracker.edit.canonical import plan_data
from tracker.edit.dump import WIDTH, dump
from tracker.edit.fmt import formatted
from tracker.edit.fmt.tree import comments
from tracker.load.yaml import parse
from tracker.plan.cited import Cited
from tracker.plan.model import Plan
from tracker.plan.names import Names
from tracker.source import Source

ROOT = Path(__file__).resolve().parents[2]
HEAD = "version: draft\ntitle: A draft\ntext: full\n"
LONG = " ".join(["words"] * 40)


def fmt(text: str, model: Any = Plan) -> str:
    out, found = formatted(Source("draft.yaml", text), model)
    assert out is not None, [f"{d.code}: {d.message}" for d in found]
    return out


def snippet(text: str) -> str:
    return dedent(text).lstrip("\n")


# before, after; `=` for what stays as it is
CASES: dict[str, tuple[str, str]] = {
    "keys in the order of the model": (
        "text: full\ntitle: A\nversion: draft\n",
        "version: draft\ntitle: A\ntext: full\n",
    ),
    "unknown keys come last": ("mine: 1\nversion: draft\n", "version: draft\nmine: 1\n"),
    "a term begins with its kind, shared slots at the end": (
        """
        version: a

        provisions:
          - terms:
              - {refers_to: x, limit: 600000, party: ukraine, kind: force-cap}
            id: cap
        """,
        """
        version: a

        provisions:
          - id: cap
            terms:
              - {kind: force-cap, party: ukraine, limit: 600000, refers_to: x}
        """,
    ),
    "numbers and truth in one spelling": (
        "facts:\n  - about: points\n    value: 28_000\n    evidence: [{source: a, verified: True}]\n",
        "facts:\n  - about: points\n    value: 28000\n    evidence: [{source: a, verified: true}]\n",
    ),
    "quantities in one spelling": (
        """
        version: a
        title: A
        text: full
        provisions:
          - id: a
            title: A
            issue: eco.funds
            summary: A fund.
            presence: in-text
            terms:
              - {kind: fund, fund: a, target: "100,000,000,000 USD"}
              - kind: withdrawal
                party: a
                depths: [40.0 km, 1 km]
        """,
        """
        version: a
        title: A
        text: full

        provisions:
          - id: a
            title: A
            issue: eco.funds
            summary: A fund.
            presence: in-text
            terms:
              - {kind: fund, fund: a, target: 100 billion USD}
              - kind: withdrawal
                party: a
                depths: [40 km, 1 km]
        """,
    ),
    "what is no valid plan keeps its quantities": (
        'provisions:\n  - id: a\n    terms:\n      - {kind: fund, fund: a, target: "1,000,000 USD"}\n',
        "=",
    ),
    "a quantity that is none stays": (
        "provisions:\n  - id: a\n    terms: [{kind: fund, fund: a, target: lots}]\n",
        "=",
    ),
    "quotes only where they are needed": (
        "version: 'a'\ntitle: 'It''s'\nstatus: \"no\"\ndate: '2025-11-20'\n",
        'version: a\ntitle: It\'s\ndate: "2025-11-20"\nstatus: "no"\n',
    ),
    "comments stay with what they stand above and behind": (
        """
        # the head

        # of a file
        title: A  # behind the title
        # above the version
        version: draft # behind
        # at the end
        """,
        """
        # the head

        # of a file
        # above the version
        version: draft  # behind
        title: A  # behind the title
        # at the end
        """,
    ),
    "comments between items, and at the end of a list": (
        """
        provisions:
          # --- Security ---
          - id: a
            evidence:
              - {source: a}
              # - {source: b}
          # --- Money ---
          - id: b
          # - id: c
        """,
        """
        provisions:
          # --- Security ---
          - id: a
            evidence:
              - {source: a}
              # - {source: b}

          # --- Money ---
          - id: b
          # - id: c
        """,
    ),
    "brackets with comments open up": (
        "aliases: [one,  # the first\n  two]\n",
        "aliases:\n  - one  # the first\n  - two\n",
    ),
    "brackets that fit stay, on one line": ("aliases: [one,\n  two]\n", "aliases: [one, two]\n"),
    "a list below its key stays one": ("aliases:\n- one\n- two\n", "aliases:\n  - one\n  - two\n"),
    "brackets that do not fit open up": (
        f"aliases: [{LONG}, b]\n",
        f"aliases:\n  - {LONG}\n  - b\n",
    ),
    "provisions always stand below one another": (
        "provisions: [{id: a}, {id: b}]\n",
        "provisions:\n  - id: a\n\n  - id: b\n",
    ),
    "one empty line is enough": (
        "version: a\n\n\n\nfacts: []\n\n\nprovisions: []\n",
        "version: a\n\nfacts: []\n\nprovisions: []\n",
    ),
    "folded prose that fits is a line": ("status: >-\n  A\n  few words.\n", "status: A few words.\n"),
    "lines written one by one stay": ("status: |\n  one\n    two\n\n  three\n", "="),
    "paragraphs stay apart": ("status: >\n  one\n  two\n\n  three\n", "status: >\n  one two\n\n  three\n"),
    "a comment behind a folded head": (
        f"status: >-  # why\n  {LONG}\ntitle: a\n",
        "title: a\nstatus: >-  # why\n  " + " ".join(["words"] * 16) + "\n  " + " ".join(["words"] * 16)
        + "\n  " + " ".join(["words"] * 8) + "\n",
    ),
    "a mark of the document stays": ("# c\n---\nversion: a\n", "="),
    "nothing in it": ("# c\n{}\n", "# c\n{}\n"),
}  # fmt: skip


@pytest.mark.parametrize(("before", "after"), CASES.values(), ids=CASES)
def test_cases(before: str, after: str) -> None:
    before = snippet(before)
    after = before if after == "=" else snippet(after)
    assert fmt(before) == after
    assert fmt(after) == after


def test_long_prose_is_folded_at_words() -> None:
    out = fmt(f"{HEAD}status: {LONG}\n")
    assert "status: >-\n" in out
    assert max(map(len, out.splitlines())) <= WIDTH
    assert parse(Source("x", out)).data["status"] == LONG  # type: ignore[index]


def test_what_cannot_break_is_not_folded() -> None:
    line = f"status: https://example.org/{'x' * 150}\n"
    assert fmt(line) == line


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("version: &a b\ntitle: *a\n", "not-formatted"),
        ("version: a\nversion: b\n", "duplicate-key"),
        ("version:\n", "null-value"),
        ('version: "a\n', "syntax"),
        ("", "empty"),
        ("- a\n", "not-a-mapping"),
    ],
)
def test_what_is_left_as_it_is(text: str, code: str) -> None:
    out, found = formatted(Source("draft.yaml", text), Plan)
    assert out is None and [d.code for d in found] == [code]


def test_line_ends_of_the_file_are_kept() -> None:
    assert fmt("title: A\r\n# c\r\nversion: a\r\n") == "# c\r\nversion: a\r\ntitle: A\r\n"


def test_names_keep_the_order_of_their_keys() -> None:
    text = "parties:\n  a:\n    name: A\n    type: state\n    variants: [B]\n"
    assert fmt(text, Names) == text


def test_sources_are_ordered() -> None:
    assert fmt("a:\n  kind: text\n  publisher: A\n", dict[str, Cited]) == "a:\n  publisher: A\n  kind: text\n"


@settings(deadline=None, max_examples=30)
@given(plans())
def test_what_we_write_ourselves_is_in_its_usual_form(plan: Plan) -> None:
    text = dump(plan_data(plan))
    out = fmt(text)
    assert Plan.model_validate(parse(Source("x", out)).data) == plan
    assert fmt(out) == out
    assert out == text


_WORDS = ["a", "version: b", "- c", "# d", "e #f", "g: h", "'i'", '"j"', "{k}", "l, m", "no", "12", "x" * 120]
_SCALARS = st.sampled_from([*_WORDS, LONG, "two\nlines", "two\n\nparts\n", " padded ", "tab\t", "\u2028", ""])
_DATA = st.recursive(
    _SCALARS | st.integers(0, 10**6) | st.booleans(),
    lambda inner: st.lists(inner, max_size=4) | st.dictionaries(_SCALARS, inner, max_size=4),
    max_leaves=12,
)


@settings(deadline=None, max_examples=100)
@given(st.dictionaries(st.sampled_from(["version", "title", "facts", "mine", "status"]), _DATA, min_size=1),
       st.booleans(), st.sampled_from([30, 80, 200]))  # fmt: skip
def test_any_data_in_any_style_mean_the_same_afterwards(data: Any, flow: bool, width: int) -> None:
    import yaml

    text = yaml.safe_dump(data, default_flow_style=flow or None, width=width, allow_unicode=True)
    if parse(Source("x", text)).diagnostics:
        return
    out, found = formatted(Source("x", text), Plan)
    if out is None:
        assert [d.code for d in found] == ["not-formatted"] and "anchor" in found[0].message
        return
    order = parse(Source("x", text)).data
    assert parse(Source("x", out)).data == order
    assert fmt(out) == out


@settings(deadline=None, max_examples=25)
@given(st.data())
def test_comments_survive_anywhere(data: st.DataObject) -> None:
    lines = (ROOT / "plans" / "geneva.yaml").read_text(encoding="utf-8").splitlines()[:160]
    for _ in range(5):
        at = data.draw(st.integers(1, len(lines)))
        lines.insert(at, " " * data.draw(st.integers(0, 10)) + f"# note {at}")
    text = "\n".join(lines) + "\n"
    if parse(Source("x", text)).diagnostics:
        return
    out, _ = formatted(Source("x", text), Plan)
    if out is not None:  # a comment inside prose is prose
        assert comments(out) == comments(text)
        assert fmt(out) == out
