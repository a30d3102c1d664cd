"""Plain text. Bytes that are no UTF-8 are read as Windows text, which never fails; that is reported."""

from __future__ import annotations

from tracker.load.articles.formats import Refused

SUFFIXES: tuple[str, ...] = (".txt", ".text", "")
RISKY = False
_MARKS = ((b"\xff\xfe\x00\x00", "utf-32"), (b"\x00\x00\xfe\xff", "utf-32"), (b"\xff\xfe", "utf-16"),
          (b"\xfe\xff", "utf-16"))  # fmt: skip


def LEAD(raw: bytes) -> bool:
    """Text is what is nothing else."""
    return False


def text(raw: bytes) -> str:
    """The text; line breaks stay as they are. Raises Refused for what is no text."""
    for mark, encoding in _MARKS:
        if raw.startswith(mark):
            return raw.decode(encoding, errors="replace")
    raw = raw.removeprefix(b"\xef\xbb\xbf")
    if b"\0" in raw:
        raise Refused("is not text: it holds zero bytes", "save it as text, HTML, PDF or DOCX")
    try:
        return raw.decode("utf-8")
    except UnicodeDecodeError:
        return raw.decode("cp1252", errors="replace")
