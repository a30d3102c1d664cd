"""Whatever stands in a folder, a check ends in a diagnostic: no traceback, no hang, nothing obeyed."""

from __future__ import annotations

import os
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.cli.running import tracker
from tests.lint.project import HEAD, checked, write_project

BOMB = "a: &a [x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"{chr(98 + i)}: &{chr(98 + i)} [{', '.join([f'*{chr(97 + i)}'] * 9)}]\n" for i in range(9)
)
HOSTILE: dict[str, tuple[bytes, str]] = {
    "bomb": (BOMB.encode(), "YML005"),
    "deep flow": (b"a: " + b"[" * 5_000, "YML004"),
    "deep block": ("".join(" " * i + "a:\n" for i in range(200)).encode(), "YML004"),
    "cycle": (b"a: &a [*a]\n", "YML005"),
    "python tag": (HEAD.encode() + b"status: !!python/object/apply:os.system ['touch pwned']\n", "YML006"),
    "invalid utf-8": (HEAD.encode() + b"status: \xff\xfe\xfa\n", "YML002"),
    "utf-16": (HEAD.encode("utf-16"), "YML002"),
    "utf-16 without mark": (HEAD.encode("utf-16-le"), "YML002"),
    "nul": (HEAD.encode() + b"status: a\0b\n", "YML002"),
    "oversize scalar": (HEAD.encode() + b"status: " + b"x" * 200_000 + b"\n", "YML003"),
    "escape": (HEAD.encode() + b'status: "\\e[2J"\n', "TXT002"),
    "raw escape": (HEAD.encode() + b"status: \x1b[2J\n", "YML001"),
    "bidi": (HEAD.encode() + "status: a \u202e b\n".encode(), "TXT002"),
    "two documents": (HEAD.encode() + b"---\na: 1\n", "YML011"),
    "only a comment": (b"# nothing\n", "YML012"),
    "a list": (b"- a\n", "YML013"),
    "broken": (b"a: [1\nb: 2\n", "YML001"),
    "lone surrogate": (HEAD.encode() + b'status: "\\ud800"\n', "YML001"),
    "many digits": (HEAD.encode() + b"published: " + b"9" * 50_000 + b"\n", "SHP004"),
    "million keys": (b"".join(b"k%d: 1\n" % i for i in range(20_000)), "SHP001"),
}


@pytest.mark.parametrize("name", HOSTILE)
def test_file_ends_in_a_diagnostic(name: str, tmp_path: Path) -> None:
    raw, code = HOSTILE[name]
    write_project(tmp_path, {})
    (tmp_path / "plans" / "x.yaml").write_bytes(raw)
    done = tracker("check", "plans/x.yaml", "--format", "concise", "--no-config", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    assert code in done.stdout
    assert "Traceback" not in done.stderr
    assert "internal error" not in done.stderr
    assert "\x1b" not in done.stdout + done.stderr
    assert "\u202e" not in done.stdout
    assert not (tmp_path / "pwned").exists()


@pytest.mark.parametrize("format", ["terminal", "markdown", "json", "github", "sarif", "junit"])
def test_every_format_shows_every_hostile_file(format: str, tmp_path: Path) -> None:
    write_project(tmp_path, {})
    for i, (raw, _) in enumerate(HOSTILE.values()):
        if len(raw) < 100_000:
            (tmp_path / "plans" / f"x{i}.yaml").write_bytes(raw)
    done = tracker("check", "--format", format, "--no-config", cwd=tmp_path)
    assert done.returncode == 1, done.stderr
    assert not done.stderr
    assert "\x1b" not in done.stdout


def dangling(path: Path) -> None:
    path.symlink_to("nowhere.yaml")


def looping(path: Path) -> None:
    path.symlink_to(path.name)


def closed(path: Path) -> None:
    path.write_text(HEAD)
    path.chmod(0)


def pipe(path: Path) -> None:
    os.mkfifo(path)


@pytest.mark.parametrize("make", [dangling, looping, closed, pipe])
def test_unreadable_among_others(make: Callable[[Path], None], tmp_path: Path) -> None:
    """Found in a folder it is a finding, the others are checked, and the check says that it is not whole."""
    if make is closed and os.geteuid() == 0:
        pytest.skip("nothing is closed to root")
    write_project(tmp_path, {"plans/y.yaml": "titel: x\n"})
    make(tmp_path / "plans" / "x.yaml")
    done = tracker("check", "--format", "concise", "--no-config", cwd=tmp_path)
    assert done.returncode == 2
    assert "plans/x.yaml:1:1 RUN001" in done.stdout
    assert "plans/y.yaml:1:1 SHP001" in done.stdout
    assert "Traceback" not in done.stderr


@pytest.mark.parametrize("make", [dangling, looping])
def test_unreadable_asked_for(make: Callable[[Path], None], tmp_path: Path) -> None:
    write_project(tmp_path, {})
    make(tmp_path / "plans" / "x.yaml")
    done = tracker("check", "plans/x.yaml", "--no-config", cwd=tmp_path)
    assert done.returncode == 2
    assert done.stdout == ""
    assert "plans/x.yaml" in done.stderr


def test_folder_named_like_a_file(tmp_path: Path) -> None:
    write_project(tmp_path, {})
    (tmp_path / "plans" / "x.yaml").mkdir()
    done = tracker("check", "--no-config", cwd=tmp_path)
    assert done.returncode == 0, done.stderr


def test_missing_path(tmp_path: Path) -> None:
    done = tracker("check", "no.yaml", "--no-config", cwd=tmp_path)
    assert (done.returncode, done.stdout) == (2, "")
    assert "no.yaml" in done.stderr


def test_file_that_vanishes(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    write_project(tmp_path, {"plans/a.yaml": HEAD, "plans/b.yaml": HEAD})
    from tracker.lint import inputs

    opened = inputs.open_target

    def vanishing(path: Path, *arguments: object, **options: object) -> object:
        path.unlink() if path.name == "b.yaml" else None
        return opened(path, *arguments, **options)  # type: ignore[arg-type]

    monkeypatch.setattr(inputs, "open_target", vanishing)
    findings = checked(tmp_path)
    assert [(f.code, Path(f.place.path).name) for f in findings.findings if f.name == "unreadable"] == [
        ("RUN001", "b.yaml")
    ]
    assert findings.incomplete
