"""A folder of made files, replaced whole or not at all."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path, PurePosixPath

from tracker.edit.write import umask
from tracker.errors import TrackerError


def replace_folder(target: Path, files: Mapping[str, bytes], marker: str, *, force: bool = False) -> None:
    """Put files into a folder of their own by way of a temporary neighbour, and swap the two.

    `marker` names a file that says the folder is ours, and lists what we put there. A folder without it
    is refused unless `force` is given. What else stands in the folder is kept, with or without force.
    Nothing outside is touched, and no symbolic link is followed. Raises TrackerError if it cannot be done.
    """
    target = Path(os.path.abspath(target))  # noqa: PTH100 - resolve() would follow a link
    _check(target, marker, force)
    listed = "".join(f"{path}\n" for path in sorted(files)).encode()
    parent = target.parent
    fresh = old = ""
    try:
        parent.mkdir(parents=True, exist_ok=True)
        fresh = tempfile.mkdtemp(prefix=f".{target.name}.", dir=parent)
        _fill(Path(fresh), {**files, marker: listed})
        if target.exists():
            _keep(target, Path(fresh), marker)
            old = tempfile.mkdtemp(prefix=f".{target.name}.old.", dir=parent)
            _swap(target, Path(fresh), Path(old))
        else:
            Path(fresh).replace(target)
    except OSError as error:
        raise TrackerError(f"{target}: cannot be written: {error.strerror or error}") from None
    finally:
        for leftover in filter(None, (fresh, old)):
            with suppress(OSError):
                shutil.rmtree(leftover)


def _check(target: Path, marker: str, force: bool) -> None:
    if target.is_symlink():
        raise TrackerError(f"{target}: is a symbolic link", help="name the folder that it leads to")
    here = Path.cwd()
    if here == target or here.is_relative_to(target):
        raise TrackerError(
            f"{target}: you are in this folder", help="name a folder of its own, such as `site`"
        )
    if not target.exists():
        return
    if not target.is_dir():
        raise TrackerError(f"{target}: is a file", help="name a folder")
    if not force and not (target / marker).is_file() and any(target.iterdir()):
        raise TrackerError(
            f"{target}: this folder was not made by tracker", help="name another one, or add `--force`"
        )


def _fill(folder: Path, files: Mapping[str, bytes]) -> None:
    mask = umask()
    folder.chmod(0o777 & ~mask)
    for name, content in files.items():
        path = PurePosixPath(name)
        if path.is_absolute() or ".." in path.parts:
            raise TrackerError(f"{name}: leads out of the folder")
        place = folder / path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)


def _keep(target: Path, fresh: Path, marker: str) -> None:
    """Copy what is not ours into the new folder; where names collide, ours wins."""
    ours = set()
    if (target / marker).is_file() and not (target / marker).is_symlink():
        ours = set((target / marker).read_text("utf-8", "replace").splitlines()) | {marker}
    for place, folders, names in os.walk(target):
        below = Path(place).relative_to(target)
        links = [name for name in folders if (Path(place) / name).is_symlink()]
        for name in [*names, *links]:
            relative = below / name
            copy = fresh / relative
            if relative.as_posix() in ours or copy.exists() or copy.is_symlink():
                continue
            copy.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(Path(place) / name, copy, follow_symlinks=False)


def _swap(target: Path, fresh: Path, old: Path) -> None:
    """Two renames; if the second fails, the first is taken back."""
    aside = old / target.name
    target.rename(aside)
    try:
        fresh.rename(target)
    except OSError:
        aside.rename(target)
        raise
