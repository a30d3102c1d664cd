"""A folder is replaced whole or not at all, and nothing of anybody else is lost."""

from __future__ import annotations

from pathlib import Path

import pytest

from tracker.edit.folder import replace_folder
from tracker.errors import TrackerError

MARKER = ".made"


def tree(folder: Path) -> dict[str, bytes]:
    return {p.relative_to(folder).as_posix(): p.read_bytes() for p in folder.rglob("*") if p.is_file()}


def test_what_is_no_longer_made_goes(tmp_path: Path) -> None:
    target = tmp_path / "site"
    replace_folder(target, {"a.html": b"1", "deep/b.html": b"2"}, MARKER)
    replace_folder(target, {"a.html": b"3"}, MARKER)
    assert tree(target) == {"a.html": b"3", MARKER: b"a.html\n"}
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_what_somebody_put_there_stays(tmp_path: Path) -> None:
    target = tmp_path / "site"
    replace_folder(target, {"a.html": b"1"}, MARKER)
    (target / "CNAME").write_bytes(b"example.org")
    (target / "own").mkdir()
    (target / "own" / "note").write_bytes(b"x")
    (target / "link").symlink_to(tmp_path / "elsewhere")
    replace_folder(target, {"a.html": b"2"}, MARKER)
    replace_folder(target, {"a.html": b"3"}, MARKER)
    assert (target / "CNAME").read_bytes() == b"example.org"
    assert (target / "own" / "note").read_bytes() == b"x"
    assert (target / "link").is_symlink()
    assert (target / "a.html").read_bytes() == b"3"


def test_a_foreign_folder_is_refused(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_bytes(b"theirs")
    with pytest.raises(TrackerError, match="not made by tracker"):
        replace_folder(tmp_path, {"a.html": b"ours"}, MARKER)
    assert tree(tmp_path) == {"a.html": b"theirs"}
    replace_folder(tmp_path, {"a.html": b"ours"}, MARKER, force=True)
    assert tree(tmp_path)["a.html"] == b"ours"


def test_an_empty_folder_is_anybodys(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    replace_folder(tmp_path / "site", {"a": b""}, MARKER)
    assert set(tree(tmp_path / "site")) == {"a", MARKER}


def test_links_are_not_followed(tmp_path: Path) -> None:
    real = tmp_path / "real"
    real.mkdir()
    (tmp_path / "site").symlink_to(real)
    with pytest.raises(TrackerError, match="symbolic link"):
        replace_folder(tmp_path / "site", {"a": b""}, MARKER, force=True)
    assert not list(real.iterdir())


def test_a_link_inside_is_not_written_through(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.write_bytes(b"keep")
    target = tmp_path / "site"
    replace_folder(target, {"a.html": b"1"}, MARKER)
    (target / "a.html").unlink()
    (target / "a.html").symlink_to(outside)
    replace_folder(target, {"a.html": b"2"}, MARKER)
    assert outside.read_bytes() == b"keep"
    assert not (target / "a.html").is_symlink()


def test_a_foreign_link_in_the_way_of_ours(tmp_path: Path) -> None:
    outside = tmp_path / "outside"
    outside.mkdir()
    target = tmp_path / "site"
    replace_folder(target, {"a.html": b"1"}, MARKER)
    (target / "deep").symlink_to(outside)
    replace_folder(target, {"deep/b.html": b"2"}, MARKER)
    assert not list(outside.iterdir())
    assert (target / "deep" / "b.html").read_bytes() == b"2"


@pytest.mark.parametrize("name", ["../x", "/etc/x", "a/../../x"])
def test_no_name_leads_out(tmp_path: Path, name: str) -> None:
    with pytest.raises(TrackerError, match="leads out"):
        replace_folder(tmp_path / "site", {name: b""}, MARKER)
    assert not list(tmp_path.iterdir())


def test_a_failure_leaves_what_stood_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target = tmp_path / "site"
    replace_folder(target, {"a.html": b"1"}, MARKER)
    before = tree(target)
    rename = Path.rename

    def fails(self: Path, to: Path) -> Path:
        if self.name.startswith(".site."):
            raise OSError(28, "No space left on device")
        return rename(self, to)

    monkeypatch.setattr(Path, "rename", fails)
    with pytest.raises(TrackerError, match="No space left"):
        replace_folder(target, {"a.html": b"2"}, MARKER)
    assert tree(target) == before
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_not_where_one_stands(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "below").mkdir()
    monkeypatch.chdir(tmp_path / "below")
    for target in (Path(), Path("..")):
        with pytest.raises(TrackerError, match="you are in this folder"):
            replace_folder(target, {"a": b""}, MARKER, force=True)
