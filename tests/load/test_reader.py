from __future__ import annotations

import os
from pathlib import Path

import pytest

from tracker.errors import TrackerError
from tracker.load import reader
from tracker.load.reader import decode, read


def test_reads_text_as_it_is(tmp_path: Path) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes("a: é\r\nb: 😀\u2028\n".encode())
    source, diagnostics = read(path, "plans/a.yaml")
    assert (source.name, source.text, source.path) == ("plans/a.yaml", "a: é\r\nb: 😀\u2028\n", path)
    assert diagnostics == ()
    assert read(path)[0].name == path.as_posix()


@pytest.mark.parametrize(
    ("raw", "code", "place", "message"),
    [
        (b"\xef\xbb\xbfa: 1\n", None, None, ""),
        (b"", None, None, ""),
        ("a: é\nb: ".encode() + b"\xe9t\xe9\n", "encoding", (2, 4), "0xE9"),
        (b"\xef\xbb\xbfab\xff", "encoding", (1, 3), "0xFF"),
        (b"a: \xed\xa0\x80", "encoding", (1, 4), "0xED"),  # half a surrogate pair
        (b"a: caf\xc3", "encoding", (1, 7), "0xC3"),  # cut off
        ("a: 1\n".encode("utf-16"), "encoding", (1, 1), "UTF-16"),
        ("a: 1\n".encode("utf-16-be").join([b"\xfe\xff", b""]), "encoding", (1, 1), "UTF-16"),
        ("a: 1\n".encode("utf-32"), "encoding", (1, 1), "UTF-32"),
        ("a: 1\n".encode("utf-16-le"), "encoding", (1, 2), "looks like UTF-16"),
        ("a: 1\n".encode("utf-16-be"), "encoding", (1, 1), "looks like UTF-16"),
        (b"a: one two three\nb: \0\n", "encoding", (2, 4), "zero byte in the text"),
    ],
)
def test_contents(raw: bytes, code: str | None, place: tuple[int, int] | None, message: str) -> None:
    source, diagnostics = decode(raw, "a.yaml")
    if code is None:
        assert diagnostics == ()
        assert not source.text.startswith("\ufeff")
        return
    [found] = diagnostics
    assert found.span is not None
    assert (found.code, source.position(found.span.start)) == (code, place)
    assert message in found.message
    assert found.help


def test_utf16_is_shown_as_it_reads() -> None:
    assert decode("a: 1\n".encode("utf-16"), "a")[0].text.endswith("a: 1\n")


def test_too_large(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(reader, "MAX_BYTES", 10)
    path = tmp_path / "a.yaml"
    path.write_bytes(b"x" * 10)
    assert read(path)[1] == ()
    path.write_bytes(b"x" * 11)
    source, [found] = read(path)
    assert (found.code, source.text) == ("size", "")
    assert decode(b"x" * 11, "a")[1][0].code == "size"


def _make(path: Path, what: str) -> Path:
    if what == "folder":
        path.mkdir()
    elif what == "pipe":
        os.mkfifo(path)
    elif what == "dangling":
        path.symlink_to(path.parent / "nowhere")
    elif what == "loop":
        path.symlink_to(path)
    elif what == "below a file":
        path.write_text("")
        return path / "b.yaml"
    elif what == "device":
        return Path(os.devnull)
    elif what == "long":
        return path.parent / ("x" * 5000)
    elif what == "nul":
        return path.parent / "a\0b"
    return path


@pytest.mark.skipif(os.name != "posix", reason="pipes and links")
@pytest.mark.parametrize(
    ("what", "message"),
    [
        ("missing", "does not exist"),
        ("folder", "is a folder"),
        ("pipe", "not a regular file"),
        ("device", "not a regular file"),
        ("dangling", "a link to a file that does not exist"),
        ("loop", "cannot read"),
        ("below a file", "cannot read"),
        ("long", "cannot read"),
        ("nul", "cannot read"),
    ],
)
def test_unusable_path(tmp_path: Path, what: str, message: str) -> None:
    with pytest.raises(TrackerError, match=message):
        read(_make(tmp_path / "a.yaml", what))


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("a: 1\n")
    (tmp_path / "b.yaml").symlink_to(tmp_path / "a.yaml")
    assert read(tmp_path / "b.yaml")[0].text == "a: 1\n"


def test_permission_and_vanishing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "a.yaml"
    path.write_text("a: 1\n")

    def refuse(*_: object) -> int:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(os, "open", refuse)
    with pytest.raises(TrackerError, match="may not be read"):
        read(path)

    def vanish(*_: object) -> int:
        raise FileNotFoundError(2, "No such file")

    monkeypatch.setattr(os, "open", vanish)
    with pytest.raises(TrackerError, match="does not exist"):
        read(path)
