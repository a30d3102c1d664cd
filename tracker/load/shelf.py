"""The folder of plans: what stands in it, and what a reference on the command line means."""

from __future__ import annotations

import os
import re
import sys
from collections.abc import Iterator
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker.diagnostic import Report, did_you_mean
from tracker.errors import TrackerError
from tracker.load.reader import decode, read

if TYPE_CHECKING:
    from tracker.load.document import Document
    from tracker.plan.cited import Citations, Cited
    from tracker.plan.model import Plan
    from tracker.plan.names import Names

RESERVED = ("names", "sources", "waivers", "baseline")
"""File names in a plans folder that are not plans."""


class Shelf:
    """A plans folder. Nothing is read before it is asked for, and nothing twice.

    `root` is None where there is no such folder: single files can still be read, their names unchecked.
    """

    def __init__(self, root: Path | None) -> None:
        self.root = root
        self._plans: dict[Path, Document[Plan]] = {}

    @classmethod
    def find(cls, folder: Path | None = None, start: Path | None = None) -> Shelf:
        """The folder given, or the nearest `plans/` from `start` (the working directory) upward.

        Raises TrackerError if the folder given is none.
        """
        if folder is not None:
            if not folder.is_dir():
                raise TrackerError(
                    f"{folder}: no such folder", help="`--plans` names the folder of plan files"
                )
            return cls(folder)
        here = (start or Path.cwd()).resolve()
        for place in (here, *here.parents):
            if place.name == "plans":
                return cls(place)
            if (place / "plans").is_dir():
                return cls(place / "plans")
        return cls(None)

    @cached_property
    def names_document(self) -> Document[Names] | None:
        from tracker.plan.names import Names

        return self._reserved("names", Names)

    @cached_property
    def citations_document(self) -> Document[Citations] | None:
        from tracker.plan.cited import Citations

        return self._reserved("sources", Citations)

    def _reserved(self, name: str, model: type[Any]) -> Document[Any] | None:
        if self.root is None or not (self.root / f"{name}.yaml").exists():
            return None
        from tracker.load.document import open_document

        path = self.root / f"{name}.yaml"
        return open_document(model, *read(path, self.display(path)))

    @property
    def names(self) -> Names:
        """The declared names; none where the file is missing or broken."""
        from tracker.plan.names import Names

        document = self.names_document
        return document.model if document and document.model else Names()

    @property
    def citations(self) -> dict[str, Cited]:
        """Cited sources by id; none where the file is missing or broken."""
        document = self.citations_document
        return document.model.root if document and document.model else {}

    @property
    def seeds(self) -> Path | None:
        """The folder of source digests beside the plans."""
        folder = self.root.parent / "seeds" if self.root else None
        return folder if folder and folder.is_dir() else None

    @cached_property
    def held_sources(self) -> dict[str, Path]:
        """The digests by source id."""
        return {path.stem: path for path in sorted(self.seeds.glob("*.md"))} if self.seeds else {}

    @cached_property
    def context(self) -> dict[str, Any]:
        """The ids that a plan file may use; empty where no names are declared."""
        document = self.names_document
        if document is None or document.model is None:
            return {}
        names = document.model
        known: dict[str, Any] = {
            "party": {**names.parties, **names.people},
            "place": names.places,
            "treaty": names.treaties,
            "body": names.bodies,
        }
        if self.citations_document is None or self.citations_document.model is not None:
            known["source"] = {**self.citations, **self.held_sources}
        return known

    def display(self, path: Path) -> str:
        """A path as people would type it: below the working directory where it is, with `/`."""
        try:
            # a link keeps its own name
            return _plain(path).relative_to(Path.cwd()).as_posix()
        except (ValueError, OSError):
            return path.as_posix()

    def paths(self) -> Iterator[Path]:
        """All plan files of the folder, sorted."""
        if self.root is None:
            return
        for path in sorted(self.root.rglob("*.yaml")):
            below = path.relative_to(self.root)
            if not (len(below.parts) == 1 and below.stem in RESERVED) and not any(
                part.startswith(".") for part in below.parts
            ):
                yield path

    def refs(self) -> tuple[str, ...]:
        """The references of all plan files."""
        assert self.root is not None or not list(self.paths())
        return tuple(self.ref(path) for path in self.paths())

    def ref(self, path: Path) -> str:
        """The reference of a plan file: its path below the folder without suffix."""
        if self.root is not None:
            for one, other in ((_plain(path), _plain(self.root)), (_real(path), _real(self.root))):
                if one.is_relative_to(other):
                    return one.relative_to(other).with_suffix("").as_posix()
        return path.stem

    def open(self, path: Path) -> Document[Plan]:
        """One plan file by path. Raises TrackerError if the path cannot be read."""
        from tracker.load.document import open_document
        from tracker.plan.model import Plan

        key = path.resolve() if path.exists() else path
        if key not in self._plans:
            self._plans[key] = open_document(Plan, *read(path, self.display(path)), self.context)
        return self._plans[key]

    def forget(self) -> None:
        """Let go of the plans read so far: a long check need not hold them all."""
        self._plans.clear()

    def open_text(self, text: bytes, name: str) -> Document[Plan]:
        """A plan from bytes, such as standard input."""
        from tracker.load.document import open_document
        from tracker.plan.model import Plan

        return open_document(Plan, *decode(text, name), self.context)

    def resolve(self, reference: str) -> tuple[str, Document[Plan]]:
        """What a reference on the command line means: `-`, a path, a git object, or a version's name.

        Raises TrackerError, with the nearest name, if there is nothing of that name.
        """
        if reference == "-":
            return "-", self.open_text(sys.stdin.buffer.read(), "<stdin>")
        path = Path(reference)
        if path.suffix in (".yaml", ".yml") and path.exists():
            return self.ref(path), self.open(path)
        if ":" in reference and not path.exists():
            from tracker.load.git import blob

            return reference, self.open_text(blob(reference), reference)
        if self.root is not None and (self.root / f"{reference}.yaml").exists() and reference not in RESERVED:
            return reference, self.open(self.root / f"{reference}.yaml")
        if path.exists():
            return self.ref(path), self.open(path)
        where = (
            f" in {self.display(self.root)}/" if self.root else "; there is no plans/ folder here or above"
        )
        near = did_you_mean(reference.removesuffix(".yaml"), self.refs()) if self.root else ""
        raise TrackerError(f"no version `{reference}`{where}", help=near or "give the path of a plan file")

    def usable(self, reference: str) -> tuple[str, Document[Plan]]:
        """Like `resolve`, but a broken file stops the run. Raises TrackerError with its diagnostics."""
        ref, document = self.resolve(reference)
        if document.broken:
            raise TrackerError(f"{document.source.name} cannot be used", report=Report.of(document.placed()))
        return ref, document

    def versions(self) -> dict[str, Plan]:
        """Every curated version that loads, by reference, oldest first."""
        found = {}
        for path in self.paths():
            if _drafted(path):
                continue
            document = self.open(path)
            if document.model is not None and not document.broken and document.model.curation == "curated":
                found[self.ref(path)] = document.model
        return dict(sorted(found.items(), key=lambda item: (str(item[1].date or ""), item[0])))

    def broken(self) -> list[Document[Plan]]:
        """The plan files that do not load."""
        return [document for path in self.paths() if (document := self.open(path)).broken]


def _plain(path: Path) -> Path:
    """An absolute path without `..`, links left as they are."""
    return Path(os.path.normpath(path.absolute()))


def _real(path: Path) -> Path:
    """An absolute path with all links followed, or as it is where they lead in a circle."""
    try:
        return path.resolve()
    except (OSError, RuntimeError):
        return path


def _drafted(path: Path) -> bool:
    """Whether the head of a file says that it is a draft: no version, so it need not be read whole."""
    try:
        with path.open("rb") as file:
            return re.search(rb"^curation: extracted\s*$", file.read(4096), re.MULTILINE) is not None
    except OSError:
        return False  # whoever opens it says what is wrong
