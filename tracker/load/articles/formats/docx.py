"""DOCX, by python-docx: headings and list items are marked as in Markdown, so that they count as such."""

from __future__ import annotations

from typing import Any

from tracker.load.articles.formats import Refused

SUFFIXES = (".docx",)
RISKY = True
EXTRA, NEEDS = "docx", "docx"

MAX_UNPACKED = 100 * 2**20
MAX_RATIO = 300
MAX_ENTRIES = 5_000


def LEAD(raw: bytes) -> bool:
    return raw.startswith(b"PK\x03\x04")


def text(raw: bytes) -> str:
    """Paragraphs and table rows in the order of the document. Raises Refused for what is no document."""
    import io
    from zipfile import BadZipFile

    _look_before_unpacking(raw)
    from docx import Document
    from docx.opc.exceptions import PackageNotFoundError

    try:
        document = Document(io.BytesIO(raw))
    except (BadZipFile, PackageNotFoundError, KeyError, ValueError, SyntaxError) as error:
        raise Refused(f"is not a Word document that can be read: {error}", "save it anew as DOCX") from None
    lines: list[str] = []
    for block in document.iter_inner_content():
        lines += [_paragraph(block)] if hasattr(block, "style") and hasattr(block, "runs") else _table(block)
    return "\n\n".join(line for line in lines if line.strip()) + "\n"


def _look_before_unpacking(raw: bytes) -> None:
    """The sizes that the archive declares; zipfile never unpacks more of an entry than it declares."""
    import io
    from zipfile import BadZipFile, ZipFile

    try:
        with ZipFile(io.BytesIO(raw)) as archive:
            entries = archive.infolist()
    except (BadZipFile, ValueError, NotImplementedError) as error:
        raise Refused(f"is not a Word document: {error}", "save it anew as DOCX") from None
    unpacked = sum(entry.file_size for entry in entries)
    if len(entries) > MAX_ENTRIES or unpacked > MAX_UNPACKED:
        raise Refused(
            f"unpacks to {unpacked / 2**20:,.0f} MB in {len(entries):,} files: no article does",
            "hand in its text",
        )
    for entry in entries:
        ratio = entry.file_size // max(1, entry.compress_size)
        if entry.file_size > 2**20 and ratio > MAX_RATIO:
            raise Refused(
                f"`{entry.filename[:80]}` in it is packed {ratio:,} times: no article is", "hand in text"
            )


def _paragraph(paragraph: Any) -> str:
    said = str(paragraph.text).strip()
    style = str(paragraph.style.name or "").lower() if paragraph.style is not None else ""
    if not said:
        return ""
    if style.startswith(("heading", "title")):
        return f"## {said}"
    listed = ("list" in style and "paragraph" not in style) or (
        paragraph._p.pPr is not None and (paragraph._p.pPr.numPr is not None)
    )
    return f"- {said}" if listed else said


def _table(table: Any) -> list[str]:
    return [" | ".join(dict.fromkeys(cell.text.strip() for cell in row.cells)) for row in table.rows]
