from __future__ import annotations

import gc
import time

import pytest

from tracker.load import events as events_module
from tracker.load import faults
from tracker.load.yaml import Locator, parse
from tracker.source import Route, Source, Span


def found(text: str) -> list[tuple[str, int, int]]:
    source = Source("a.yaml", text)
    result = []
    for d in parse(source).diagnostics:
        assert d.span is not None and 0 <= d.span.start <= d.span.end <= len(text)
        assert d.message and d.help
        result.append((d.code, *source.position(d.span.start)))
    return result


def data(text: str) -> object:
    return parse(Source("a.yaml", text)).data


@pytest.mark.parametrize(
    ("written", "value"),
    [
        *((word, word) for word in ["no", "on", "yes", "off", "y", "n", "none", "nULL", "tRUE"]),
        *(
            (word, word)
            for word in ["12:30", "2025-11-20", "2025-11-20T10:00:00Z", "0x1F", "0o17", "0123", "007"]
        ),
        *(
            (word, word)
            for word in [".inf", "-.INF", ".nan", "1e999", "-1e999", ".", "+", "e5", "1_", "1__0"]
        ),
        *(
            (word, word)
            for word in ["_1", "1_000.5", "01.5", "1.2.3", "21d", "=", "٣", "½", "1,000", "9" * 101]
        ),
        *((word, True) for word in ["true", "True", "TRUE"]),
        *((word, False) for word in ["false", "False", "FALSE"]),
        ("0", 0),
        ("-0", 0),
        ("800000", 800000),
        ("600_000", 600000),
        ("+5", 5),
        ("-12", -12),
        ("1.5", 1.5),
        ("0.5", 0.5),
        (".5", 0.5),
        ("-.5e1", -5.0),
        ("1.", 1.0),
        ("1e3", 1000.0),
        ("2.5E-1", 0.25),
        ("'true'", "true"),
        ('"12"', "12"),
        ("''", ""),
        ("'null'", "null"),
        ("|-\n  12", "12"),
        (">-\n  null", "null"),
        ("[1, no, {b: 2}]", (1, "no", {"b": 2})),
        ("[]", ()),
        ("{}", {}),
        ("[x: 1]", ({"x": 1},)),
    ],
)
def test_values(written: str, value: object) -> None:
    text = f"a: {written}\n"
    assert found(text) == []
    result = data(text)
    assert isinstance(result, dict)
    assert (type(result["a"]), result["a"]) == (type(value), value)


def test_keys_are_text_as_written() -> None:
    text = '12: a\ntrue: b\nnull: c\n1.50: d\n"<<": e\n~: f\n"": g\n'
    assert data(text) == {"12": "a", "true": "b", "null": "c", "1.50": "d", "<<": "e", "~": "f", "": "g"}
    assert found(text) == []


@pytest.mark.parametrize(
    ("text", "expected", "value"),
    [
        ("", [("empty", 1, 1)], None),
        ("# only\n", [("empty", 1, 1)], None),
        ("---\n...\n", [("empty", 1, 1)], None),
        ("- a\n- b\n", [("not-a-mapping", 1, 1)], None),
        ("\n\njust words\n", [("not-a-mapping", 3, 1)], None),
        ("---\na: 1\n...\n", [], {"a": 1}),
        ("%YAML 1.2\n---\na: 1\n", [], {"a": 1}),
        ("a: 1\n---\nb: 2\n", [("several-documents", 2, 1)], None),
        ("a: 1\n---\n", [("several-documents", 2, 1)], None),
        ("a: 1\nb: 2\na: 3\n", [("duplicate-key", 3, 1)], {"a": 1, "b": 2}),
        ("a: {b: 1, 'b': 2, b: 3}\n", [("duplicate-key", 1, 11), ("duplicate-key", 1, 19)], {"a": {"b": 1}}),
        ("a: 1\na:\n  b: 1\n  b: 2\n", [("duplicate-key", 2, 1), ("duplicate-key", 4, 3)], {"a": 1}),
        ("a: null\nb:\nc: ~\n", [("null-value", n, c) for n, c in [(1, 4), (2, 1), (3, 4)]],
         dict.fromkeys("abc")),
        ("a:\n  - x\n  -\n", [("null-value", 3, 4)], {"a": ("x", None)}),
        ("a: {b, c: }\n", [("null-value", 1, 5), ("null-value", 1, 8)], {"a": {"b": None, "c": None}}),
        ("a: !!python/object:os.system x\n", [("tag", 1, 4)], {"a": "x"}),
        ("a: !foo {b: 1}\nc: !!str 1\n!k d: 1\n", [("tag", n, c) for n, c in [(1, 4), (2, 4), (3, 1)]],
         {"a": {"b": 1}, "c": 1, "d": 1}),
        ("a: ! x\n", [("tag", 1, 4)], {"a": "x"}),
        ("a: &x [1, 2]\nb: *x\nc: &y 3\nd: *y\n", [], {"a": (1, 2), "b": (1, 2), "c": 3, "d": 3}),
        ("a: &x 1\nb: &x 2\nc: *x\n", [], {"a": 1, "b": 2, "c": 2}),
        ("&k a: 1\nb: *k\n", [], {"a": 1, "b": "a"}),
        ("a: *x\n", [("alias", 1, 4)], {"a": None}),
        ("a: &x [*x]\n", [("alias", 1, 8)], {"a": (None,)}),
        ("a: &x {b: {c: *x}}\n", [("alias", 1, 15)], {"a": {"b": {"c": None}}}),
        ("a: &x b\n*x : 2\n", [("complex-key", 2, 1)], {"a": "b"}),
        ("a: &x {b: 1}\nc:\n  <<: *x\n  d: 1\n", [("merge-key", 3, 3)], {"a": {"b": 1}, "c": {"d": 1}}),
        ("? [a, {b: c}]\n: 1\nd: 2\n", [("complex-key", 1, 3)], {"d": 2}),
        ("{[a]: 1, {b: c}: 2, d: 3}\n", [("complex-key", 1, 2), ("complex-key", 1, 10)], {"d": 3}),
        ("? a\n: 1\n", [], {"a": 1}),
        ("? \n: 1\na: 2\n", [("complex-key", 1, 2)], {"a": 2}),
        ("a:\n\tb: 1\n", [("syntax", 2, 1)], None),
        ("a: 1\n\tb: 2\n", [("syntax", 2, 1)], None),
        ("a: b: c\n", [("syntax", 1, 5)], None),
        ("a: 1\nb\nc: 2\n", [("syntax", 2, 1)], None),
        ("a: 'x\nb: 1\n", [("syntax", 1, 4)], None),
        ("a: [1, 2\nb: 2\n", [("syntax", 2, 2)], None),
        ("a: @x\n", [("syntax", 1, 4)], None),
        ('a: "x\\qy"\n', [("syntax", 1, 6)], None),
        ('a: "x" y\n', [("syntax", 1, 8)], None),
        ("a:\n  - x\n b: 2\n", [("syntax", 3, 2)], None),
        ("é: 😀\x07\n", [("syntax", 1, 5)], None),
        ("é: \0\n", [("syntax", 1, 4)], None),
        ("é: 😀\ud800\n", [("syntax", 1, 5)], None),
        ("a: null\na: 1\nb: [\n", [("null-value", 1, 4), ("duplicate-key", 2, 1), ("syntax", 4, 1)], None),
    ],
)  # fmt: skip
def test_faults(text: str, expected: list[tuple[str, int, int]], value: object) -> None:
    assert found(text) == expected
    assert data(text) == value


def test_places_count_code_points() -> None:
    text = "\ufeffa: é😀\r\nb: 'x\x85y\u2028z\u2029'\r\nc: null\r\n"
    assert found(text) == [("null-value", 3, 4)]
    span = Locator(Source("a", text)).key(("c",))
    assert span and span.slice(text) == "c"


def test_duplicate_names_the_first_and_its_route() -> None:
    text = "p:\n  - a: 1\n  - a: 1\n    b: {x: 1}\n    b: {x: 1, x: 2}\n"
    one, two = parse(Source("a", text)).diagnostics
    assert one.route == ("p", 1, "b")
    assert one.related[0].span == Span(text.index("b:"), text.index("b:") + 1)
    start = text.rindex("{x") + 1
    assert two.related[0].span == Span(start, start + 1)


def test_routes_and_words_of_a_missing_value() -> None:
    [d] = parse(Source("a", "p:\n  - q: 1\n  - q: {limit: }\n")).diagnostics
    assert d.route == ("p", 1, "q", "limit")
    assert d.message == "`limit` has no value"
    assert "`none`" in d.help


def test_tabs_have_a_remedy_of_their_own() -> None:
    for text in ["a:\n\tb: 1\n", "a: 1\n\tb: 2\n", "a:\n  b: 1\n\tc: 1\n", "a:\n\t- b\n"]:
        [d] = parse(Source("a", text)).diagnostics
        assert "spaces" in d.help, text


NINES = "".join(
    f"{c}: &{c} [{','.join(['*' + p] * 9)}]\n" for p, c in zip("abcdefgh", "bcdefghi", strict=True)
)


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("a: &a [x,x,x,x,x,x,x,x,x]\n" + NINES, "alias"),
        ("a: &a x\nb: [" + "*a ," * 101 + "]\n", "alias"),
        ("a: &a [" + "x," * 9000 + "]\nb: *a\nc: *a\n", "alias"),
        (f"a: &a {'[' * 30}{']' * 30}\nb: {'[' * 30}*a{']' * 30}\n", "depth"),
        ("a: " + "[" * 100_000, "depth"),
        ("a: " + "{a: " * 100_000, "depth"),
        ("- " * 100_000, "depth"),
        ("? " + "[" * 100_000, "depth"),
        ("a: " + "x" * 100_001, "size"),
        ("a: '" + "x" * 20_000_000 + "'", "size"),
        ("x" * 100_001 + ": 1", "size"),
        ("a:\n" + "- \n" * 500_000, "size"),
        ("a: 1\n" * 5_000, "size"),
        ("".join(f"%TAG !{i}! x\n" for i in range(1_000_000)) + "---\na: 1\n", "syntax"),
    ],
    ids=range(14),
)
def test_hostile_files_end_quickly(text: str, code: str) -> None:
    begun = time.perf_counter()
    parsed = parse(Source("a", text))
    assert time.perf_counter() - begun < 5
    assert parsed.data is None
    assert parsed.diagnostics[-1].code == code
    assert len(parsed.diagnostics) <= faults.MAX_FAULTS + 1


def test_just_within_the_bounds() -> None:
    assert found(f"a: {'[' * 39}{']' * 39}\n") == []
    assert found("a: " + "x" * 100_000) == []
    assert found("a: &a x\nb: [" + "*a ," * 100 + "]\n") == []


def test_too_many_parts(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events_module, "MAX_EVENTS", 10)
    assert found("a: [1, 2]\n") == []
    assert found("a: [1, 2, 3]\n") == [("size", 1, 1)]
    assert found("? [1, 2, 3, 4, 5, 6, 7]\n: 1\n") == [("complex-key", 1, 3), ("size", 1, 1)]


def test_the_collector_is_left_as_it_was() -> None:
    for text in ["a: 1\n", "a: [", "- " * 50]:
        assert gc.isenabled()
        parse(Source("a", text))
        assert gc.isenabled()
    gc.disable()
    try:
        parse(Source("a", "a: 1\n"))
        assert not gc.isenabled()
    finally:
        gc.enable()


def test_without_libyaml(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(events_module, "_CParser", None)
    text = "a: [1, no, 'x']\nb: |\n  y\nc: null\na: 2\n"
    assert data(text) == {"a": (1, "no", "x"), "b": "y\n", "c": None}
    assert found(text) == [("null-value", 4, 4), ("duplicate-key", 5, 1)]
    assert found("a: é\x07\n") == [("syntax", 1, 5)]
    assert found("a:\n\tb: 1\n") == [("syntax", 2, 1)]


DOCUMENT = """\
# A plan
version: geneva
provisions:
  - id: limit   # the first
    terms: [{kind: force-cap, limit: 800_000}]
    summary: |
      Two lines
      of words.

    # a comment
  - id: "😀"
    empty:
    again: &x {a: 1}
    alias: *x
'it''s': >-
  folded
last: [a,
  b]
"""


@pytest.mark.parametrize(
    ("route", "key", "value"),
    [
        (("version",), "version", "geneva"),
        (("provisions", 0, "id"), "id", "limit"),
        (("provisions", 0), "id", None),
        (("provisions", 0, "terms"), "terms", "[{kind: force-cap, limit: 800_000}]"),
        (("provisions", 0, "terms", 0), "kind", "{kind: force-cap, limit: 800_000}"),
        (("provisions", 0, "terms", 0, "limit"), "limit", "800_000"),
        (("provisions", 0, "summary"), "summary", "|\n      Two lines\n      of words."),
        (("provisions", 1, "id"), "id", '"😀"'),
        (("provisions", 1, "empty"), "empty", ""),
        (("provisions", 1, "alias"), "alias", "*x"),
        (("provisions", 1, "alias", "a"), "a", "1"),
        (("it's",), "'it''s'", ">-\n  folded"),
        (("last",), "last", "[a,\n  b]"),
        (("last", 1), "b", "b"),
    ],
)
def test_locator(route: Route, key: str, value: str | None) -> None:
    locator = Locator(Source("a", DOCUMENT))
    key_span, value_span = locator.key(route), locator.value(route)
    assert key_span and key_span.slice(DOCUMENT) == key
    assert value_span and (value is None or value_span.slice(DOCUMENT) == value)


@pytest.mark.parametrize(
    ("route", "prefer", "expected"),
    [
        (("version",), "value", "geneva"),
        (("version",), "key", "version"),
        (("version", "x", 3), "value", "geneva"),
        (("provisions", 0, "titel"), "value", "id"),
        (("provisions", 0, "summary", 4), "key", "summary"),
        (("provisions", 9), "value", "provisions"),
        (("provisions", "x"), "value", "provisions"),
        (("provisions", 0, "terms", 0, "kin"), "value", "{kind: force-cap, limit: 800_000}"),
        (("provisions", 0, "terms", 0, "kin"), "key", "kind"),
        (("provisions", 1, "empty"), "value", "empty"),
        (("last", 0), "value", "a"),
        (("nothing",), "value", ""),
        ((), "value", ""),
    ],
)
def test_nearest(route: Route, prefer: str, expected: str) -> None:
    locator = Locator(Source("a", DOCUMENT))
    span = locator.nearest(route, prefer="key" if prefer == "key" else "value")
    assert span.slice(DOCUMENT) == expected


def test_a_block_ends_before_blanks_and_comments() -> None:
    locator = Locator(Source("a", DOCUMENT))
    first, everything = locator.value(("provisions", 0)), locator.value(())
    assert first and first.slice(DOCUMENT).endswith("of words.")
    assert everything and everything.slice(DOCUMENT) == DOCUMENT[DOCUMENT.index("version") :].rstrip()


def test_locator_of_broken_text() -> None:
    text = "a:\n  b: 1\n  c: [x, y\nd: 2\n"
    locator = Locator(Source("a", text))
    span = locator.value(("a", "b"))
    assert span and span.slice(text) == "1"
    assert locator.value(("a", "c", 0)) == Span(text.index("x"), text.index("x") + 1)
    for broken in ["", "[" * 100_000, "a: \ud800", "*x", "x", "? [a]\n: 1\n", "a: &x [*x]\n"]:
        Locator(Source("a", broken)).nearest(("a", 0, "b"))


def test_locator_knows_the_first_of_two() -> None:
    text = "a: 1\na: {b: 2}\n"
    locator = Locator(Source("a", text))
    assert locator.value(("a",)) == Span(3, 4)
    assert locator.value(("a", "b")) is None
