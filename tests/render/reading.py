"""What a reader sees of markdown, by parsers that share no code."""

from __future__ import annotations

from html.parser import HTMLParser

import cmarkgfm
import mistune
from cmarkgfm.cmark import Options
from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

_MARKDOWN_IT = MarkdownIt("commonmark").enable(["table", "strikethrough"]).use(footnote_plugin)
_MISTUNE = mistune.create_markdown(escape=False, plugins=["table", "strikethrough", "footnotes"])


def by_markdown_it(text: str) -> str:
    return str(_MARKDOWN_IT.render(text))


def by_github(text: str) -> str:
    """cmark-gfm is what GitHub itself runs."""
    return str(
        cmarkgfm.github_flavored_markdown_to_html(
            text, Options.CMARK_OPT_FOOTNOTES | Options.CMARK_OPT_UNSAFE
        )
    )


def by_mistune(text: str) -> str:
    return str(_MISTUNE(text))


class _Seen(HTMLParser):
    """Text by block, tags met, attributes left out."""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.text: list[str] = []
        self.tags: list[str] = []
        self._note = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        known = dict(attrs)
        # numbers of notes and arrows back to the text are the parser's own words
        own = tag == "sup" or "backref" in (known.get("class") or "")
        if own or (self._note and tag == "a"):
            self._note += 1
        self.tags.append(tag)
        if tag in ("p", "li", "td", "th", "h1", "h2", "h3", "h4", "summary", "br", "tr"):
            self.text.append(" ")

    def handle_endtag(self, tag: str) -> None:
        if self._note and tag in ("sup", "a"):
            self._note -= 1

    def handle_data(self, data: str) -> None:
        if not self._note:
            self.text.append(data)


def seen(html: str) -> str:
    """The visible text, white space evened out."""
    parser = _Seen()
    parser.feed(html)
    parser.close()
    return " ".join("".join(parser.text).split())


def tags(html: str) -> set[str]:
    parser = _Seen()
    parser.feed(html)
    return set(parser.tags)
