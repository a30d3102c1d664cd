"""What was handed in: files and standard input, each as one text with what is known of its source."""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path

from tracker.diagnostic import Diagnostic, Severity
from tracker.load.articles.formats import Refused, format_of
from tracker.load.articles.isolation import Isolation
from tracker.load.digest import open_digest
from tracker.load.document import open_document
from tracker.load.reader import MAX_BYTES, read_bytes
from tracker.load.shelf import Shelf
from tracker.plan.cited import Held
from tracker.source import Source, Span


@dataclass(frozen=True)
class Handed:
    """One article. Offsets are code points of `source.text`, which is never rewritten.

    For text that is the file itself; for other formats it is what their reader gave. `sha256` is that of
    the file's bytes, `body` the part that is content, `group` what the source counts as.
    """

    id: str
    source: Source
    sha256: str
    format: str
    body: Span
    group: str = ""
    held: Held | None = None
    diagnostics: tuple[Diagnostic, ...] = field(default=(), compare=False)

    @property
    def usable(self) -> bool:
        return not any(d.severity == Severity.ERROR for d in self.diagnostics)

    @property
    def digest(self) -> bool:
        """Whether this is a digest in our own words: only what stands in “…” is the source's wording."""
        return self.held is not None and self.held.original is not None


def hand_in(path: Path, shelf: Shelf, isolation: Isolation) -> Handed:
    """One file. Raises TrackerError if the path cannot be read or a library is missing."""
    name = shelf.display(path)
    if (raw := read_bytes(path, name)) is None:
        return _too_large(name, path)
    return from_bytes(raw, name, shelf, isolation, path)


def from_bytes(raw: bytes, name: str, shelf: Shelf, isolation: Isolation, path: Path | None = None) -> Handed:
    """An article from its bytes. What is wrong with them comes back as diagnostics.

    Raises TrackerError if a library is missing.
    """
    fingerprint = sha256(raw).hexdigest()
    stem = Path(name).stem if path is not None else "stdin"
    if len(raw) > MAX_BYTES:
        return _too_large(name, path)
    format = format_of(raw, Path(name).suffix if path is not None else "")
    format.require()
    try:
        text = isolation.text(format, raw) if format.risky else format.text(raw)
    except Refused as refused:
        said = _said(Source(name, "", path), "article-unreadable", refused.message, refused.help)
        return Handed(source_id(stem), said.source, fingerprint, format.name, Span(0, 0), diagnostics=(said,))
    source = Source(name, text, path)
    handed = Handed(source_id(stem), source, fingerprint, format.name, Span(0, len(text)))
    if not format.risky and not _is_utf8(raw):
        note = _said(
            source, "article-encoding", "is not UTF-8: read as Windows text", "check its accents", weak=True
        )
        handed = replace(handed, diagnostics=(note,))
    if format.name == "markdown":
        handed = _with_front_matter(handed)
    if not handed.held:
        handed = _known_original(handed, shelf)
    if not text[handed.body.start : handed.body.end].strip():
        note = _said(source, "article-empty", "holds no text", "check the file", weak=True)
        handed = replace(handed, diagnostics=(*handed.diagnostics, note))
    return handed


def _too_large(name: str, path: Path | None) -> Handed:
    message = f"is larger than {MAX_BYTES // 2**20} MB"
    said = _said(Source(name, "", path), "article-size", message, "divide it into several files")
    return Handed(source_id(Path(name).stem), said.source, "", "", Span(0, 0), diagnostics=(said,))


def source_id(stem: str) -> str:
    """An id from a file name: lower case, words in kebab-case."""
    slug = "-".join(re.findall(r"[a-z0-9]+", stem.lower())) or "article"
    return (slug if slug[0].isalpha() else f"article-{slug}")[:80].rstrip("-")


_FRONT = re.compile(r"---\r?\n(.*?\r?\n)?---\r?\n", re.DOTALL)


def _with_front_matter(handed: Handed) -> Handed:
    """Id, group and body of a digest; front matter that is none of ours is left out of the content."""
    source = handed.source
    match = _FRONT.match(source.text)
    if match is None:
        return handed
    body = Span(match.end(), len(source.text))
    front = Source(source.name, "   " + source.text[3 : match.end() - 4].rstrip("-"), source.path)
    document = open_document(Held, front)
    if document.model is None:
        notes = tuple(replace(d, severity=Severity.WARNING, source=source) for d in document.placed())
        return replace(handed, body=body, diagnostics=(*handed.diagnostics, *notes))
    held = document.model
    return replace(handed, id=held.id, body=body, group=held.independence_group or "", held=held)


def _known_original(handed: Handed, shelf: Shelf) -> Handed:
    """An original that a digest stands for is the same source, under the same id."""
    for path in shelf.held_sources.values():
        held = open_digest(path, shelf.display(path)).held
        if held is not None and held.original is not None and held.original.sha256 == handed.sha256:
            return replace(handed, id=held.id, group=held.independence_group or "")
    cited = shelf.citations.get(handed.id)
    return replace(handed, group=cited.independence_group or "") if cited else handed


def _is_utf8(raw: bytes) -> bool:
    if raw.startswith((b"\xff\xfe", b"\xfe\xff", b"\x00\x00\xfe\xff")):
        return True
    try:
        raw.decode("utf-8")
    except UnicodeDecodeError:
        return False
    return True


def _said(source: Source, code: str, message: str, help: str, *, weak: bool = False) -> Diagnostic:
    severity = Severity.WARNING if weak else Severity.ERROR
    return Diagnostic(code, f"the article {message}", source, severity, span=Span(0, 0), help=help)
