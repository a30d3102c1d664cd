"""What rules may consult beside the file itself: names, citations, digests, the originals, the day."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass, field
from datetime import date
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from tracker.lint.wording import RUN, Wording, words_in
from tracker.load.reader import decode

if TYPE_CHECKING:
    from tracker.load.digest import Digest
    from tracker.load.shelf import Shelf
    from tracker.plan.cited import Cited
    from tracker.plan.names import Names


@dataclass
class Desk:
    """Shared by all files of a run. `originals` is a folder with the documents that digests stand for."""

    shelf: Shelf
    today: date
    originals: Path | None = None
    _originals: dict[str, str | None] = field(default_factory=dict, repr=False)
    _wording: dict[str, Wording | None] = field(default_factory=dict, repr=False)

    @cached_property
    def names(self) -> Names:
        return self.shelf.names

    @cached_property
    def digests(self) -> dict[str, Digest]:
        """Every digest whose front matter is valid, by source id."""
        from tracker.load.digest import open_digest

        found = {key: open_digest(path, self.shelf.display(path)) for key, path in self._held()}
        return {key: digest for key, digest in found.items() if digest.held is not None}

    def _held(self) -> list[tuple[str, Path]]:
        return list(self.shelf.held_sources.items())

    @cached_property
    def sources(self) -> dict[str, Cited]:
        """Every source that may be named, cited or held."""
        held = {key: digest.held for key, digest in self.digests.items() if digest.held is not None}
        return {**self.shelf.citations, **held}

    @cached_property
    def cited_only(self) -> frozenset[str]:
        """Sources of which nothing is held."""
        return frozenset(self.shelf.citations) - frozenset(self.shelf.held_sources)

    def wording(self, source: str) -> Wording | None:
        """The words of a source, if they are held."""
        if source not in self._wording:
            digest = self.digests.get(source)
            self._wording[source] = Wording(source, digest.text, self.original(source)) if digest else None
        return self._wording[source]

    @cached_property
    def runs(self) -> dict[str, str]:
        """Every run of `RUN` words in the held sources, with the source it stands in."""
        found: dict[str, str] = {}
        for key, digest in self.digests.items():
            for text in (digest.text, self.original(key) or ""):
                words = words_in(text)
                for i in range(len(words) - RUN + 1):
                    found.setdefault(" ".join(words[i : i + RUN]), key)
        return found

    def group(self, source: str) -> str:
        """What a source counts as: sources of one independence group are one."""
        cited = self.sources.get(source)
        return (cited.independence_group if cited else None) or source

    def original(self, source: str) -> str | None:
        """The text of the original of a digest, if it is at hand and is what the digest was made from."""
        if source not in self._originals:
            self._originals[source] = self._read_original(source)
        return self._originals[source]

    def _read_original(self, source: str) -> str | None:
        digest = self.digests.get(source)
        if self.originals is None or digest is None or digest.held is None or digest.held.original is None:
            return None
        path = self.originals / Path(digest.held.original.name).name  # a name, never a way out of the folder
        try:
            raw = path.read_bytes() if path.is_file() else b""
        except OSError:
            return None
        if hashlib.sha256(raw).hexdigest() != digest.held.original.sha256:
            return None
        return decode(raw, path.name)[0].text
