"""The files of one check: which are known from earlier runs, and the findings of all of them."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from contextlib import suppress
from functools import cached_property, partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from tracker.lint.assemble import Checked
from tracker.lint.config import Config
from tracker.lint.crew import examine_all, jobs_for
from tracker.lint.findings import Finding
from tracker.lint.inputs import Inputs, Spot
from tracker.lint.keys import digest_of, surroundings
from tracker.lint.run import check_file, check_folder
from tracker.lint.stored import REFUSED, from_checked, from_finding, to_checked, to_finding
from tracker.lint.target import Target
from tracker.load.shelf import RESERVED

if TYPE_CHECKING:
    from tracker.load.document import Document

if TYPE_CHECKING:
    from tracker.lint.store import Store

Others = dict[str, list[Finding]]
"""Findings by path that come from more than one file."""


class Work:
    """The files of one check and the keys under which their findings are kept.

    Kept are the findings of each file and its outline, under its content and all else that they depend
    on; and, for a run on the very same files, the findings of the folder as a whole.
    """

    def __init__(self, inputs: Inputs, config: Config, store: Store | None) -> None:
        self.inputs = inputs
        spots = list(inputs.spots())
        self.files = [(spot, inputs.ref(spot)) for spot in spots]
        self._store = store if inputs.text is None else None  # what is typed is gone with the next key
        self._keys: list[str] = []
        self._opened: dict[str, Target] = {}
        if self._store is not None:
            root = inputs.shelf.root or Path()
            self._name = hashlib.sha256(str(root.resolve()).encode()).hexdigest()[:16]
            around = surroundings(inputs, config)
            for spot, ref in self.files:
                assert spot.path is not None
                about = "\0".join((around, inputs.shelf.display(spot.path), ref))
                rest = hashlib.sha256(about.encode("utf-8", "surrogatepass")).hexdigest()
                self._keys.append(f"{digest_of(spot.path, inputs.shelf.root)}-{rest}")

    def plans(self) -> Iterator[tuple[Spot, str]]:
        """The files that are plans, with their references."""
        for spot, ref in self.files:
            if ref not in RESERVED and (spot.path is None or spot.path.suffix in (".yaml", ".yml")):
                yield spot, ref

    def opener(self, ref: str) -> Callable[[], Document[Any]]:
        """How to open one of the files; none is read twice."""
        return partial(self._open, ref)

    def known(self) -> tuple[list[Checked], Others] | None:
        """All findings of an earlier run on the very same files, if they are kept."""
        kept = self._store.read(f"run-{self._name}") if self._store else None
        with suppress(*REFUSED):
            if kept is not None and kept["key"] == self._whole:
                checked = [to_checked(item) for item in kept["files"]]
                others = {path: [to_finding(f) for f in found] for path, found in kept["others"].items()}
                return (checked, others) if len(checked) == len(self.files) else None
        return None

    def done(self, jobs: int | None, seen: Callable[[], None] | None) -> tuple[list[Checked], Others]:
        """All findings; only files that are not known are looked at."""
        kept: Any = self._store.read(f"files-{self._name}") if self._store else None
        found: dict[int, Checked] = {}
        plain: dict[str, Any] = {}
        for i, key in enumerate(self._keys):
            with suppress(*REFUSED):
                found[i] = to_checked(kept[key])
                plain[key] = kept[key]
        known = len(found)
        for index, digest, data in self._look(jobs, found):
            found[index] = to_checked(data)
            if self._keys and digest and self._keys[index].startswith(f"{digest}-"):
                plain[self._keys[index]] = data
            if seen:
                seen()
        checked = [found[i] for i in range(len(self.files))]
        others = check_folder(checked, self.inputs.desk, self._find)
        if self._store is not None:
            if known < len(plain):
                self._store.write(f"files-{self._name}", plain)
            if len(plain) == len(self.files):
                # the outlines have done their part once the folder has been looked at
                bare = [[*from_checked(file)[:-1], None] for file in checked]
                said = {path: [from_finding(f) for f in some] for path, some in others.items()}
                self._store.write(f"run-{self._name}", {"key": self._whole, "files": bare, "others": said})
        return checked, others

    def _look(self, jobs: int | None, found: dict[int, Checked]) -> Iterator[tuple[int, str, list[Any]]]:
        todo = [(i, spot) for i, (spot, _) in enumerate(self.files) if i not in found]
        for i, spot in todo:
            if spot.path is None:
                yield i, "", from_checked(check_file(self.inputs.open(spot), self.inputs.desk))
        todo = [(i, spot) for i, spot in todo if spot.path is not None]
        yield from examine_all(todo, self.inputs.desk, jobs_for(jobs, _size(spot for _, spot in todo)))

    @cached_property
    def _whole(self) -> str:
        """The key of a run: the files, which of them were asked for, and what else stands in the folder."""
        asked = [spot.asked for spot, _ in self.files]
        about = json.dumps([self._keys, asked, self.inputs.shelf.refs()])
        return hashlib.sha256(about.encode("utf-8", "surrogatepass")).hexdigest()

    @cached_property
    def _by_ref(self) -> dict[str, Spot]:
        return {ref: spot for spot, ref in self.files}

    def _find(self, ref: str) -> Document[Any] | None:
        return self._open(ref) if ref in self._by_ref else None

    def _open(self, ref: str) -> Document[Any]:
        if ref not in self._opened:
            self._opened[ref] = self.inputs.open(self._by_ref[ref])
        return self._opened[ref].document


def _size(spots: Iterable[Spot]) -> int:
    total = 0
    for spot in spots:
        with suppress(OSError):
            total += spot.path.stat().st_size if spot.path else 0
    return total
