"""Digests of source documents in `seeds/`: front matter, then text in our own words."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from tracker.diagnostic import Diagnostic
from tracker.load.document import open_document
from tracker.load.reader import read
from tracker.plan.cited import Held
from tracker.source import Source, Span

_FENCE = "---\n"


@dataclass(frozen=True)
class Digest:
    """A digest as read. `held` is None where the front matter is broken; then `diagnostics` says why."""

    source: Source
    held: Held | None
    body: Span
    diagnostics: tuple[Diagnostic, ...]

    @property
    def text(self) -> str:
        """The text after the front matter."""
        return self.body.slice(self.source.text)


def open_digest(path: Path, name: str) -> Digest:
    """Read one digest. Raises TrackerError if the path cannot be read."""
    source, found = read(path, name)
    text = source.text.replace("\r\n", "\n") if "\r\n" in source.text else source.text
    end = text.find("\n" + _FENCE, len(_FENCE) - 1) if text.startswith(_FENCE) else -1
    if end < 0:
        missing = Diagnostic(
            "front-matter",
            "a source digest begins with front matter between `---` lines",
            source,
            span=Span(0, 0),
        )
        return Digest(source, None, Span(0, len(text)), (*found, missing))
    # the fences blanked out, offsets in the front matter are offsets in the file
    front = Source(source.name, "   \n" + text[len(_FENCE) : end + 1], path)
    document = open_document(Held, front, found)
    return Digest(source, document.model, Span(end + 1 + len(_FENCE), len(text)), document.placed())
