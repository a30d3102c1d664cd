"""An article: its raw text and what is known of it. The text is never rewritten."""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from hashlib import sha256

from tracker.diagnostic import Diagnostic, Severity
from tracker.extract.view import broken_encoding, view
from tracker.source import Source, Span

MAX_CHARS = 4_000_000
"""Beyond this an input is no article; the rest is not read, and that is said."""


@dataclass(frozen=True)
class Article:
    """A text with the id of the source it comes from; offsets are code points of `source.text`.

    `group` is shared by articles that are known to be one report (a wire story printed twice); `body` is the
    part that is the article, where a format has front matter.
    """

    id: str
    source: Source
    body: Span | None = None
    group: str = ""
    notes: tuple[Diagnostic, ...] = field(default=(), compare=False)

    @property
    def text(self) -> str:
        return self.source.text

    @cached_property
    def view(self) -> str:
        """The text as it is matched, character for character as long as the text."""
        return view(self.source.text)

    @cached_property
    def sha256(self) -> str:
        """The fingerprint of the text that offsets refer to."""
        return sha256(self.source.text.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def extent(self) -> Span:
        whole = self.body or Span(0, len(self.text))
        return Span(whole.start, min(whole.end, whole.start + MAX_CHARS))

    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """What a reviewer should know about the text itself."""
        found = list(self.notes)
        if broken := broken_encoding(self.text):
            found.append(
                Diagnostic(
                    "broken-encoding",
                    f"{len(broken)} characters are UTF-8 read as a Greek code page; matched as they were",
                    self.source,
                    Severity.WARNING,
                    Span(*broken[0]),
                    help="quotes keep the damaged characters; a clean copy of the article reads better",
                )
            )
        if self.extent.end < (self.body or Span(0, len(self.text))).end:
            found.append(
                Diagnostic(
                    "article-too-long",
                    f"only the first {MAX_CHARS:,} characters were read",
                    self.source,
                    Severity.WARNING,
                    Span(self.extent.end, len(self.text)),
                    help="split the text into its articles",
                )
            )
        return tuple(found)


def article_of(text: str, id: str = "text", name: str = "<text>") -> Article:
    """An article from a bare text; front matter between `---` lines is not content."""
    body = None
    if text.startswith("---\n") and (end := text.find("\n---\n", 3)) >= 0:
        body = Span(end + 5, len(text))
    return Article(id, Source(name, text), body)
