"""Articles in every format give the same sentence; what cannot be read ends with a word, and soon."""

from __future__ import annotations

import io
import os
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path

import pytest

from tracker.errors import TrackerError
from tracker.load.articles import formats, isolation
from tracker.load.articles.formats import Refused, article_formats, format_of
from tracker.load.articles.handed import Handed, from_bytes, hand_in, source_id
from tracker.load.articles.isolation import Isolation
from tracker.load.shelf import Shelf

SENTENCE = "The original plan caps Ukraine’s armed forces at 600,000 personnel."
FILLER = (
    "Negotiators met again in the capital, and several of them spoke of a long night of work on the text."
)


@pytest.fixture(scope="module")
def shared() -> Iterator[Isolation]:
    with Isolation() as one:
        yield one


def shelf() -> Shelf:
    return Shelf(None)


def page(body: str = "") -> bytes:
    return f"""<!DOCTYPE html><html><head><meta charset="utf-8"><title>Talks</title></head><body>
<nav><a href="/">Home</a> <a href="/sport">Sport latest results</a></nav>
<article><h1>Talks go on</h1><p>{FILLER}</p><p>{SENTENCE}</p><ul><li>First item of the list, in words</li>
<li>Second item of the list, in words</li></ul><p>{FILLER} Nobody said when it ends.</p>{body}</article>
<div class="comments" id="comments"><p>A reader writes: the cap should be 999,999.</p></div>
<footer>Subscribe to our newsletter</footer></body></html>""".encode()


def document() -> bytes:
    from docx import Document

    made = Document()
    made.add_heading("Talks go on", level=1)
    made.add_paragraph(SENTENCE)
    made.add_paragraph("First item", style="List Bullet")
    made.add_table(rows=1, cols=2).rows[0].cells[0].text = "In a cell"
    out = io.BytesIO()
    made.save(out)
    return out.getvalue()


def pdf(text: str, length: int | None = None) -> bytes:
    """A PDF of one page, written by hand."""
    stream = f"BT /F1 12 Tf 50 700 Td ({text}) Tj ET".encode("latin-1") if text else b""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 612 792] /Contents 4 0 R "
        b"/Resources << /Font << /F1 5 0 R >> >> >>",
        b"<< /Length %d >>\nstream\n%s\nendstream" % (len(stream), stream),
        b"<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
    ]
    out, places = b"%PDF-1.4\n", []
    for number, item in enumerate(objects, 1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, item)
    table = b"".join(b"%010d 00000 n \n" % place for place in places)
    end = b"xref\n0 6\n0000000000 65535 f \n%strailer << /Size 6 /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF" % (
        table,
        len(out),
    )
    return out + end


def codes(handed: Handed) -> list[str]:
    return [d.code for d in handed.diagnostics]


def test_every_format_is_found_by_its_bytes_and_its_ending() -> None:
    assert list(article_formats()) == ["docx", "html", "markdown", "pdf", "plain"]
    assert format_of(page(), "").name == "html"
    assert format_of(page(), ".txt").name == "html"
    assert format_of(pdf("x"), ".md").name == "pdf"
    assert format_of(document(), "").name == "docx"
    assert format_of(b"words", "").name == "plain"
    assert format_of(b"words", ".MD").name == "markdown"
    assert format_of(b"words", ".html").name == "html"


def test_html_without_furniture(shared: Isolation) -> None:
    handed = from_bytes(page(), "talks.html", shelf(), shared, Path("talks.html"))
    assert codes(handed) == []
    assert SENTENCE in handed.source.text
    assert "- First item" in handed.source.text
    for furniture in ("Sport latest", "999,999", "newsletter"):
        assert furniture not in handed.source.text


def test_pdf_and_docx(shared: Isolation) -> None:
    handed = from_bytes(pdf("The plan caps forces at 600,000."), "a.pdf", shelf(), shared, Path("a.pdf"))
    assert "The plan caps forces at 600,000." in handed.source.text
    handed = from_bytes(document(), "a.docx", shelf(), shared, Path("a.docx"))
    assert handed.source.text.split("\n\n")[:3] == ["## Talks go on", SENTENCE, "- First item"]
    assert "In a cell" in handed.source.text


def test_text_is_never_rewritten(shared: Isolation) -> None:
    raw = "A line.\r\nWith β€\u2122 damage\u00a0and 😀.\r".encode()
    handed = from_bytes(raw, "a.txt", shelf(), shared, Path("a.txt"))
    assert handed.source.text.encode() == raw
    assert codes(handed) == []
    assert handed.id == "a"


@pytest.mark.parametrize(
    ("raw", "name", "code", "words"),
    [
        (b"caf\xe9 plan", "a.txt", "article-encoding", "caf\u00e9 plan"),
        ("é plan".encode("utf-16"), "a.txt", None, "é plan"),
        (b"  \n", "a.txt", "article-empty", ""),
        (b"PK\x01\0\0", "a.txt", "article-unreadable", ""),
        (b"%PDF-1.4\nnothing", "a.pdf", "article-unreadable", ""),
        (b"PK\x03\x04nothing", "a.docx", "article-unreadable", ""),
        (b"<html><body><p>Hi</p></body></html>", "a.html", None, "Hi"),
        (b"<html><body></body></html>", "a.html", "article-unreadable", ""),
    ],
)
def test_odd_files(shared: Isolation, raw: bytes, name: str, code: str | None, words: str) -> None:
    handed = from_bytes(raw, name, shelf(), shared, Path(name))
    assert codes(handed) == ([code] if code else [])
    assert words in handed.source.text
    assert handed.usable is (code != "article-unreadable")


def test_a_scan_is_refused(shared: Isolation) -> None:
    handed = from_bytes(pdf(""), "a.pdf", shelf(), shared, Path("a.pdf"))
    assert "only pictures" in handed.diagnostics[0].message


def test_html_nested_beyond_reason(shared: Isolation) -> None:
    raw = b"<html><body>" + b"<div>" * 300_000 + b"x" + b"</div>" * 300_000
    handed = from_bytes(raw, "a.html", shelf(), shared, Path("a.html"))
    assert "inside one another" in handed.diagnostics[0].message
    deep = page("<div>" * 1_500 + "deep" + "</div>" * 1_500)
    assert from_bytes(deep, "b.html", shelf(), shared, Path("b.html")).format == "html"  # either way: an end


def bomb(size: int, count: int = 1) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as archive:
        for number in range(count):
            archive.writestr(f"word/{number}.xml", b"\0" * size)
    return out.getvalue()


def test_a_docx_bomb_is_not_unpacked(shared: Isolation) -> None:
    handed = from_bytes(bomb(40 * 2**20, 3), "a.docx", shelf(), shared, Path("a.docx"))
    assert "unpacks to 120 MB" in handed.diagnostics[0].message
    handed = from_bytes(bomb(20 * 2**20), "a.docx", shelf(), shared, Path("a.docx"))
    assert "is packed" in handed.diagnostics[0].message


def test_a_pdf_bomb_ends(shared: Isolation) -> None:
    import zlib

    packed = zlib.compress(b"BT /F1 12 Tf (a) Tj ET\n" * 6_000_000, 9)
    made = pdf("x").replace(b"<< /Length", b"<< /Filter /FlateDecode /Length", 1)
    start = made.index(b"stream\n") + 7
    made = made[:start] + packed + made[made.index(b"\nendstream") :]
    with Isolation(seconds=4) as isolation_:
        handed = from_bytes(made, "a.pdf", shelf(), isolation_, Path("a.pdf"))
    assert not handed.usable
    assert handed.diagnostics[0].help


def fake(name: str, code: str, monkeypatch: pytest.MonkeyPatch) -> formats.ArticleFormat:
    """A worker whose reader does what the code says."""
    program = (
        "import sys, types, tracker.load.articles.formats as f\n"
        f"def text(raw):\n    {code}\n"
        "one = f.ArticleFormat('bad', (), lambda raw: False, True, '', '', text)\n"
        "f.article_formats = lambda: {'bad': one}\n"
        "from tracker.load.articles.worker import main; main()\n"
    )
    started: list[list[str]] = []
    real = isolation.subprocess.Popen

    def popen(command: list[str], **options: object) -> object:
        started.append(command)
        return real([sys.executable, "-c", program], **options)  # type: ignore[call-overload]

    monkeypatch.setattr(isolation.subprocess, "Popen", popen)
    return formats.ArticleFormat("bad", (), lambda raw: False, True, "", "", lambda raw: "")


@pytest.mark.parametrize(
    ("code", "message"),
    [
        ("import time; time.sleep(60)", "took longer than"),
        ("while True: pass", "took longer than"),
        ("import os; os._exit(3)", "made its reader fail"),
        ("return 'x' * (5 * 2**30)", "more memory"),
        ("raise RecursionError('too deep')", "RecursionError"),
        ("print('noise'); raise f.Refused('is odd', 'mend it')", "is odd"),
    ],
)
def test_a_reader_that_fails_is_survived(code: str, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    format = fake("bad", code, monkeypatch)
    with Isolation(seconds=3) as one, pytest.raises(Refused, match=message):
        one.text(format, b"abc")


def test_after_a_crash_the_next_file_is_read() -> None:
    plain = article_formats()["plain"]
    with Isolation() as one:
        assert one.text(plain, b"first") == "first"
        assert one._worker is not None
        one._worker.kill()
        one._worker.wait()
        with pytest.raises(Refused):
            one.text(plain, b"second")
        assert one.text(plain, b"third") == "third"


def test_a_missing_extra_names_the_command(shared: Isolation, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(formats, "find_spec", lambda name: None)
    for name in ("html", "pdf", "docx"):
        with pytest.raises(TrackerError) as caught:
            article_formats()[name].require()
        assert f"pip install 'provision-tracker[{name}]'" in caught.value.help
    article_formats()["plain"].require()


def test_unusable_paths(tmp_path: Path, shared: Isolation) -> None:
    with pytest.raises(TrackerError, match="does not exist"):
        hand_in(tmp_path / "none.txt", shelf(), shared)
    with pytest.raises(TrackerError, match="folder"):
        hand_in(tmp_path, shelf(), shared)
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(TrackerError, match="regular"):
        hand_in(tmp_path / "pipe", shelf(), shared)


DIGEST = """---
id: wire-2025-12-03
publisher: A wire
independence_group: wire
original: {name: a.txt, sha256: %s}
---
Body text.
"""


def test_front_matter_of_a_digest(tmp_path: Path, shared: Isolation) -> None:
    path = tmp_path / "anything.md"
    for text in (DIGEST % ("0" * 64), (DIGEST % ("0" * 64)).replace("\n", "\r\n")):
        path.write_bytes(text.encode())
        handed = hand_in(path, shelf(), shared)
        assert (handed.id, handed.group, handed.digest) == ("wire-2025-12-03", "wire", True)
        assert handed.body.slice(handed.source.text).strip() == "Body text."
        assert codes(handed) == []


def test_foreign_front_matter_is_no_content(tmp_path: Path, shared: Isolation) -> None:
    path = tmp_path / "post.md"
    path.write_text("---\nlayout: post\n---\nBody text.\n")
    handed = hand_in(path, shelf(), shared)
    assert handed.body.slice(handed.source.text) == "Body text.\n"
    assert handed.id == "post"
    assert handed.usable


def test_an_original_goes_by_the_id_of_its_digest(tmp_path: Path, shared: Isolation) -> None:
    import hashlib

    (tmp_path / "plans").mkdir()
    (tmp_path / "seeds").mkdir()
    text = b"The article itself."
    (tmp_path / "seeds" / "wire-2025-12-03.md").write_text(DIGEST % hashlib.sha256(text).hexdigest())
    (tmp_path / "002.txt").write_bytes(text)
    handed = hand_in(tmp_path / "002.txt", Shelf(tmp_path / "plans"), shared)
    assert (handed.id, handed.group, handed.digest) == ("wire-2025-12-03", "wire", False)


@pytest.mark.parametrize(
    ("stem", "id"),
    [("002_AFP Story", "article-002-afp-story"), ("Ünï", "n"), ("", "article"), ("wire-2025", "wire-2025")],
)
def test_ids_from_file_names(stem: str, id: str) -> None:
    assert source_id(stem) == id
