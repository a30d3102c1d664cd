"""PDF, by pypdf. Lines come out as they are set: a scanned page has no text and is refused."""

from __future__ import annotations

from tracker.load.articles.formats import Refused

SUFFIXES = (".pdf",)
RISKY = True
EXTRA, NEEDS = "pdf", "pypdf"

MAX_PAGES = 500
MAX_TEXT = 10_000_000


def LEAD(raw: bytes) -> bool:
    return raw[:1024].lstrip().startswith(b"%PDF-")


def text(raw: bytes) -> str:
    """The text of all pages, a blank line between two. Raises Refused where there is none to be had."""
    import io
    import logging

    from pypdf import PdfReader
    from pypdf.errors import PyPdfError

    logging.getLogger("pypdf").setLevel(logging.CRITICAL)
    try:
        reader = PdfReader(io.BytesIO(raw))
        if reader.is_encrypted and not reader.decrypt(""):
            raise Refused("is protected by a password", "save a copy without one")
        count = len(reader.pages)
        if count > MAX_PAGES:
            raise Refused(f"has {count:,} pages, more than {MAX_PAGES}", "cut out the pages of the article")
        pages: list[str] = []
        size = 0
        for page in reader.pages:
            pages.append(page.extract_text())
            size += len(pages[-1])
            if size > MAX_TEXT:
                raise Refused("holds more text than an article", "cut out the pages of the article")
    except PyPdfError as error:
        raise Refused(
            f"is not a PDF that can be read: {error}", "save it anew, or hand in its text"
        ) from None
    found = "\n\n".join(page.strip("\n") for page in pages).replace("\0", "\ufffd")
    if not found.strip():
        raise Refused("holds no text, only pictures of it", "run it through text recognition first")
    return found
