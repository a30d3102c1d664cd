"""Drafts as files in `plans/extracted/`: marked, and never over what a person has edited."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.edit.canonical import plan_data
from tracker.edit.dump import dump
from tracker.edit.mark import MadeFrom, marked, state
from tracker.edit.write import make_folder, write_atomically
from tracker.errors import TrackerError

if TYPE_CHECKING:
    from tracker.extract.propose import Draft
    from tracker.load.articles.handed import Handed
    from tracker.load.shelf import Shelf

FOLDER = "extracted"


@dataclass(frozen=True)
class Written:
    """What became of one draft's file. `backup` is where the former file went, if it was kept."""

    path: Path
    changed: bool
    backup: Path | None = None


def draft_text(draft: Draft, sources: Iterable[Handed], shelf: Shelf) -> str:
    """A draft as its file: the mark with every source that was read, then the plan. The same each time."""
    return marked(dump(plan_data(draft.plan)), made_from(sources, shelf))


def made_from(sources: Iterable[Handed], shelf: Shelf) -> tuple[MadeFrom, ...]:
    """The sources as a mark names them; a path only where it leads to a file of the project."""
    return tuple(
        sorted(
            (MadeFrom(one.id, one.sha256, _below_project(one.source.path, shelf)) for one in sources),
            key=lambda source: source.id,
        )
    )


def _below_project(path: Path | None, shelf: Shelf) -> str:
    if path is None or shelf.root is None:
        return ""
    root = shelf.root.resolve().parent
    resolved = path.resolve()
    return resolved.relative_to(root).as_posix() if resolved.is_relative_to(root) else ""


def write_drafts(texts: dict[str, str], shelf: Shelf, *, force: bool = False) -> list[Written]:
    """Writes the drafts by version, all or none. Raises TrackerError for a file that was edited by hand.

    With `force` such a file is kept beside it as `.bak`.
    """
    if shelf.root is None:
        raise TrackerError("no plans/ folder here or above", help="`--plans` names the folder of plan files")
    folder = shelf.root / FOLDER
    found = {version: _standing(folder / f"{version}.yaml") for version in texts}
    for version, standing in found.items():
        if standing is None or force or standing == texts[version]:
            continue
        if (how := state(standing)) != "untouched":
            name = shelf.display(folder / f"{version}.yaml")
            why = "was edited by hand" if how == "edited" else "was not written by `tracker extract`"
            raise TrackerError(
                f"{name} {why}: not overwritten", help="`--force` overwrites it and keeps it as .bak"
            )
    written = []
    for version, text in texts.items():
        path, standing = folder / f"{version}.yaml", found[version]
        if standing == text:
            written.append(Written(path, changed=False))
            continue
        make_folder(path.parent)
        backup = None
        if standing is not None and state(standing) != "untouched":
            backup = _free(path)
            write_atomically(backup, path.read_bytes())
        write_atomically(path, text)
        written.append(Written(path, changed=True, backup=backup))
    return written


def guard(outputs: Iterable[str], articles: Iterable[Path] = (), *, force: bool = False) -> None:
    """Sees to it that no output (`[FORMAT:]PATH`) replaces an article or a plan file that a person wrote.

    Raises TrackerError; with `force` a plan file is kept beside it as `.bak`. An article is never replaced.
    """
    handed_in = {article.resolve() for article in articles}
    for output in outputs:
        for path in dict.fromkeys((Path(output), Path(output.partition(":")[2]))):
            if not path.is_file():
                continue
            if path.resolve() in handed_in:
                raise TrackerError(
                    f"{path} is one of the articles: not overwritten", help="give another name"
                )
            _keep_plan_file(path, force)


def _keep_plan_file(path: Path, force: bool) -> None:
    standing = _standing(path) if path.suffix in (".yaml", ".yml") else None
    if standing is None or state(standing) == "untouched":
        return
    if not force:
        raise TrackerError(
            f"{path} was written or edited by hand: not overwritten",
            help="`--force` overwrites it and keeps it as .bak",
        )
    write_atomically(_free(path), path.read_bytes())


def _standing(path: Path) -> str | None:
    try:
        return path.read_bytes().decode("utf-8", "replace").replace("\r\n", "\n")
    except FileNotFoundError:
        return None
    except OSError as error:
        raise TrackerError(f"{path}: cannot be read: {error.strerror or error}") from None


def _free(path: Path) -> Path:
    """The name of the backup; an older backup is never lost."""
    backup, number = path.with_name(f"{path.name}.bak"), 1
    while backup.exists():
        number += 1
        backup = path.with_name(f"{path.name}.bak{number}")
    return backup
