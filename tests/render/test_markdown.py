"""Markdown shows what it is given, whatever that is: by GitHub's own parser and two others."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.render.reading import by_github, by_markdown_it, by_mistune, seen, tags
from tracker.render.document import (
    Block,
    Bullets,
    Document,
    Entry,
    Fold,
    Footnote,
    Footnotes,
    Heading,
    Line,
    Look,
    Paragraph,
    Result,
    Table,
    Verbatim,
    plain,
)
from tracker.render.formats.markdown import render
from tracker.render.gfm import cleaned, length, too_long
from tracker.semantics.words import Word, Words

PARSERS = {"github": by_github, "markdown-it": by_markdown_it}

HOSTILE = [
    "a | b", "`code`", "``", "<script>alert(1)</script>", "<b>", "a < b > c", "[link](http://x.y)",
    "![i](j)", "[x]: /url", "[^1]", "- item", "+ item", "* item", "-", "1. one", "12) two", "# h",
    "> quote", "***", "---", "===", "~~~", "~~x~~", "~x~", "_x_", "__x__", "snake_case_name", "*x*",
    "**x**", "&amp;", "&#60;", "a & b", "http://example.org/a_b", "www.example.org", "me@example.org",
    "@someone", ":smile:", "12:30:45", "\\", "\\*", "a\\", "line\nbreak", "two\n\nparagraphs", "a  b",
    "    indented", "\ttab", "$x$ and $y$", "--- | ---", "| --- |", ":--", "2025. That year", "#",
    "# #", "<!-- x -->", "<!--", "-->", "]]>", "\u202eevil\u202c", "\u200b", "😀 end", "Привіт", "日本語",
    "é", "a*b*c", "(*x*)", "600,000 -> 800,000", "+NATO -Europe", "x" * 200, "!", "![", "[", "]", "(",
    ")", "{x}", "^[note]", "==x==", "<a@b.c>", "<http://x>", "&lt", "mailto:a@b.c", "\u00a0", "\u2028",
    "a\u0000b", "7a", "1986\\. A great year", "<?php", "<![CDATA[", "</details>",
]  # fmt: skip
PIECES = st.sampled_from(HOSTILE) | st.text(
    alphabet=st.sampled_from("ab1 .,-+*_~`#>|<&[]()!\\:@$=^{}/\"'\n\té😀\u202e"), max_size=12
)
TEXT = st.lists(PIECES, min_size=1, max_size=4).map(" ".join) | st.text(max_size=40)
ROLES = st.sampled_from(["plain", "strong", "old", "new", "deleted", "inserted", "muted"])
WORDS = st.lists(st.builds(Word, TEXT, ROLES), min_size=1, max_size=4).map(tuple)


def shown(*blocks: Block, title: str = "") -> str:
    return render(Result("any", None, lambda: Document(title, blocks), dict), Look())


def letters(text: str) -> str:
    """A text without white space: where a redline needs a space to be one, it gets it."""
    return "".join(cleaned(text).split())


def text_of(words: Words) -> str:
    return "".join(word.text for word in words)


@pytest.mark.parametrize("parser", PARSERS)
@pytest.mark.parametrize("text", HOSTILE)
def test_every_hostile_text_is_seen_as_it_is(parser: str, text: str) -> None:
    words = plain(text)
    blocks: dict[str, Block] = {
        "paragraph": Paragraph(words),
        "heading": Heading(words),
        "bullets": Bullets((words, words)),
        "ordered": Bullets((words,), ordered=True),
        "entry": Entry(words, mark=text, lines=(Line(words, label=text), Line(words, indent=1))),
        "table": Table(((words, plain("z")),), (text, "head")),
        "headless": Table(((plain("a"), words),)),
        "note": Footnotes((Footnote("n-1", words),)),
    }
    for name, block in blocks.items():
        before = (Paragraph((Word("see"), Word("n-1", "note"))),) if name == "note" else ()
        html = PARSERS[parser](shown(*before, block))
        assert letters(text) in letters(seen(html)), (name, shown(block), html)
        allowed = {
            "p",
            "h2",
            "ul",
            "ol",
            "li",
            "table",
            "thead",
            "tbody",
            "tr",
            "th",
            "td",
            "strong",
            "sup",
            "a",
        }
        assert tags(html) <= allowed | {"section", "hr", "br"} - ({"br"} if name != "note" else set()), (
            name,
            html,
        )


@settings(max_examples=400, deadline=None)
@given(WORDS)
@example((Word("a", "plain"), Word("(b)", "deleted"), Word("c", "plain")))
@example((Word("called "), Word("reliable", "deleted"), Word("robust", "inserted"), Word(";")))
@example((Word("x", "inserted"), Word("y", "strong"), Word("*", "deleted"), Word("*", "inserted")))
@example((Word("-", "plain"), Word("- -", "plain")))
@example((Word("\x1b", "deleted"), Word("a `b`", "strong"), Word("c", "plain")))
@example((Word("<", "plain"), Word("b>", "deleted")))
def test_visible_text_is_the_text(words: Words) -> None:
    blocks = (Paragraph(words), Bullets((words,)), Table(((words,),), ("h",)))
    for block in blocks:
        markdown = shown(block)
        for name, parser in PARSERS.items():
            got = letters(seen(parser(markdown)))
            wanted = letters(text_of(words))
            assert got == ("h" + wanted if isinstance(block, Table) else wanted), (name, markdown)


@settings(max_examples=200, deadline=None)
@given(WORDS)
def test_marked_words_are_marked(words: Words) -> None:
    """Every deleted word is struck out and every inserted one is bold, where there is text to mark."""
    html = by_github(shown(Paragraph(words)))
    for role, tag in (("deleted", "del"), ("inserted", "strong")):
        if any(word.role == role and letters(word.text) for word in words):
            assert tag in tags(html), shown(Paragraph(words))


@settings(max_examples=200, deadline=None)
@given(TEXT, TEXT)
def test_folds_and_fences_hold_what_they_hold(text: str, line: str) -> None:
    markdown = shown(Fold(plain(text), (Paragraph(plain(line)),)), Verbatim((plain(line),)))
    for parser in PARSERS.values():
        html = parser(markdown)
        assert letters(text) in letters(seen(html))
        assert html.count("<details>") == html.count("</details>") == 1
        assert "<script" not in html


@settings(max_examples=200, deadline=None)
@given(st.lists(WORDS, min_size=1, max_size=3))
def test_lines_fit_and_bytes_are_the_same_again(items: list[Words]) -> None:
    blocks = (Bullets(tuple(items)), *(Paragraph(words) for words in items))
    markdown = shown(*blocks)
    assert markdown == shown(*blocks)
    assert not too_long(markdown)
    assert not any(line.endswith(" ") or "\t" in line for line in markdown.split("\n"))
    assert markdown.endswith("\n") and not markdown.endswith("\n\n")


def test_plain_prose_is_left_alone() -> None:
    """What needs no escape gets none: the text is read unrendered as well."""
    prose = (
        "600,000 -> 800,000 personnel (+200,000, +33.3%); snake_case, 50% & more: A/B, #7a! “quoted” = 3 > 2"
    )
    assert shown(Paragraph(plain(prose))).replace("\n", " ").strip() == prose


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("- United States", "\\- United States\n"),
        ("1. one", "1\\. one\n"),
        ("2025. That year", "2025\\. That year\n"),
        ("# 7", "\\# 7\n"),
        ("#7", "#7\n"),
        ("-5 degrees", "-5 degrees\n"),
        ("a * b", "a \\* b\n"),
        ("x < y", "x < y\n"),
        ("<b>", "\\<b>\n"),
        ("AT&T", "AT&T\n"),
        ("&amp;", "\\&amp;\n"),
        ("a | b", "a | b\n"),
    ],
)
def test_escapes_are_few(text: str, markdown: str) -> None:
    assert shown(Paragraph(plain(text))) == markdown


def test_a_redline_reads_well() -> None:
    words = (Word("called "), Word("reliable", "deleted"), Word("robust", "inserted"), Word("; no guarantor"))
    assert shown(Paragraph(words)) == "called ~~reliable~~ **robust**; no guarantor\n"


def test_a_note_is_no_link_definition_where_notes_are_unknown() -> None:
    """A parser without footnotes shows them as text; none of it may vanish."""
    from markdown_it import MarkdownIt

    blocks = (
        Paragraph((Word("x"), Word("g-1", "note"))),
        Footnotes((Footnote("g-1", plain("Reuters, undated; reported")),)),
    )
    assert "Reuters, undated; reported" in MarkdownIt("commonmark").render(shown(*blocks))


def test_people_are_not_called_and_words_are_no_pictures() -> None:
    markdown = shown(Paragraph(plain("ask @someone :smile:")))
    assert "@someone" not in markdown and ":smile:" not in markdown
    assert seen(by_github(markdown)) == "ask @someone :smile:"


def test_addresses_are_not_linked() -> None:
    html = by_github(
        shown(Paragraph(plain("see http://example.org, https://a.b and www.example.org or me@example.org")))
    )
    assert "<a" not in html and "http://example.org, https://a.b and www.example.org" in html


@settings(max_examples=150, deadline=None)
@given(
    st.lists(st.sampled_from([w for w in HOSTILE if "\\" not in w and "<" not in w]), min_size=1, max_size=3)
)
def test_a_third_parser_agrees_on_common_text(texts: list[str]) -> None:
    """mistune departs from the standard in corners; escaped text is read alike by all."""
    words = plain(" and ".join(texts))
    markdown = shown(Paragraph(words))
    assert letters(seen(by_mistune(markdown))) == letters(text_of(words))


def test_widths_are_counted_as_markdownlint_counts_them() -> None:
    assert length("é😀") == 3
    assert unicodedata.category("😀") == "So"
