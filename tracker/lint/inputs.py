"""From the paths of a command line to the files of a check."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

from tracker.diagnostic import Diagnostic
from tracker.errors import TrackerError
from tracker.lint.config import Config
from tracker.lint.desk import Desk
from tracker.lint.target import Target
from tracker.load.shelf import RESERVED, Shelf
from tracker.source import Source, Span

if TYPE_CHECKING:
    from tracker.load.document import Document


class Spot(NamedTuple):
    """A file to read; without a path it is standard input. `asked` as in `Target`."""

    path: Path | None
    asked: bool = True


@dataclass(frozen=True)
class Inputs:
    """The files of one check. `text` is standard input, which is called `text_name`."""

    shelf: Shelf
    desk: Desk
    asked: tuple[Path, ...]
    text: bytes | None = None
    text_name: str = "<stdin>"

    @classmethod
    def of(
        cls,
        paths: Sequence[str],
        plans: Path | None,
        config: Config,
        text: bytes | None = None,
        text_name: str | None = None,
    ) -> Inputs:
        """Raises TrackerError for a path that leads nowhere. `-` among the paths stands for `text`."""
        named = [Path(path) for path in paths if path != "-"]
        places = [*named, *([Path(text_name)] if text_name else [])]
        shelf = shelf_for(places, plans)
        desk = Desk(shelf, date.today(), config.originals)
        asked = asked_paths(named, shelf) if named or text is None else []
        return cls(shelf, desk, tuple(asked), text, text_name or "<stdin>")

    def __len__(self) -> int:
        return len(self.asked) + (self.text is not None)

    def spots(self) -> Iterator[Spot]:
        """The files asked for, then the other plans of the folder, which rules over the folder need."""
        seen = {path.absolute() for path in self.asked}
        if self.text is not None:
            seen.add(Path(self.text_name).absolute())
            yield Spot(None)
        for path in self.asked:
            if _readable_as(path, self.shelf):
                yield Spot(path)
        for path in self.shelf.paths():
            if path.absolute() not in seen and not path.is_dir():
                yield Spot(path, asked=False)

    def open(self, spot: Spot) -> Target:
        """Read one of the files."""
        if spot.path is None:
            assert self.text is not None
            return Target(self.ref(spot), self.shelf.open_text(self.text, self.text_name))
        return open_target(spot.path, self.shelf, asked=spot.asked)

    def ref(self, spot: Spot) -> str:
        """The reference of one of the files."""
        return self.shelf.ref(Path(self.text_name)) if spot.path is None else _ref(spot.path, self.shelf)

    def targets(self) -> Iterator[Target]:
        """All files, read one after the other."""
        return map(self.open, self.spots())


def shelf_for(paths: Sequence[Path], plans: Path | None) -> Shelf:
    """The folder whose names and sources hold: the one given, that of the first path, or the nearest.

    A folder with a names.yaml or sources.yaml of its own is one.
    """
    if plans is not None or not paths:
        return Shelf.find(plans)
    first = paths[0]
    folder = first if first.is_dir() else first.parent
    for here in (folder.absolute(), *folder.absolute().parents):
        if any((here / f"{name}.yaml").is_file() for name in ("names", "sources")):
            return Shelf(here)
        if here.name == "plans" or (here / "plans").is_dir():
            return Shelf.find(start=here)
    return Shelf(folder) if first.is_dir() else Shelf(None)


def asked_paths(paths: Sequence[Path], shelf: Shelf) -> list[Path]:
    """Every file that is to be checked, each once. Raises TrackerError for a path that leads nowhere."""
    if not paths:
        if shelf.root is None:
            raise TrackerError("no plans/ folder here or above", help="name the files or folders to check")
        return _of_shelf(shelf)
    found: dict[Path, None] = {}
    for path in paths:
        if path.is_dir():
            inside = _of_shelf(shelf) if shelf.root and _same(path, shelf.root) else _below(path)
            found.update(dict.fromkeys(inside))
        elif path.exists():
            found[path] = None
        elif path.is_symlink():
            raise TrackerError(f"{path} is a link that leads to no file", help="mend the link")
        else:
            raise TrackerError(f"{path}: no such file or folder", help="check the path")
    return list(found)


def open_target(path: Path, shelf: Shelf, *, asked: bool = True) -> Target:
    """Read one file as what it is: a plan, names, citations or a digest. What cannot be read is a finding."""
    from tracker.load.document import Document

    name = shelf.display(path)
    try:
        return Target(_ref(path, shelf), _open(path, shelf, name), asked)
    except TrackerError as error:
        source = Source(name, "", path)
        message = error.message.removeprefix(f"{name} ").removeprefix(f"{name}: ")
        said = Diagnostic("unreadable", message, source, span=Span(0, 0), help=error.help)
        return Target(name, Document(source, None, None, (said,)), asked)


def _same(one: Path, other: Path) -> bool:
    try:
        return one.samefile(other)
    except OSError:
        return False


def _of_shelf(shelf: Shelf) -> list[Path]:
    """Plans, the reserved files, and the digests beside them."""
    assert shelf.root is not None
    return [*_below(shelf.root), *shelf.held_sources.values()]


def _below(folder: Path) -> list[Path]:
    found = [*folder.rglob("*.yaml"), *folder.rglob("*.yml")]
    return sorted(
        path
        for path in found
        if not path.is_dir() and not any(part.startswith(".") for part in path.relative_to(folder).parts)
    )


def _open(path: Path, shelf: Shelf, name: str) -> Document[Any]:
    if path.suffix == ".md":
        from tracker.load.digest import open_digest
        from tracker.load.document import Document

        digest = open_digest(path, name)
        return Document(digest.source, None, digest.held, digest.diagnostics)
    if _at_top(path, shelf) and path.stem in RESERVED:
        document = shelf.names_document if path.stem == "names" else shelf.citations_document
        assert document is not None
        return document
    return shelf.open(path)


def _readable_as(path: Path, shelf: Shelf) -> bool:
    """Whether a file is for this check to read: waivers and baselines have readers of their own."""
    return not (_at_top(path, shelf) and path.stem in RESERVED and path.stem not in ("names", "sources"))


def _at_top(path: Path, shelf: Shelf) -> bool:
    return shelf.root is not None and path.suffix == ".yaml" and _same(path.parent, shelf.root)


def _ref(path: Path, shelf: Shelf) -> str:
    return shelf.display(path) if path.suffix == ".md" else shelf.ref(path)
