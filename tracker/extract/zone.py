"""A stretch of a passage that speaks of one version."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Zone:
    """A stretch of a passage (tokens `start` to `end`) that speaks of one version, or of none known."""

    start: int
    end: int
    versions: tuple[str, ...]
    basis: str
    named: bool
    other: bool = False
    relative: bool = False

    @property
    def loose(self) -> bool:
        """Whether no name says so: a tense, or who presents a text, may tell better which is meant."""
        return self.basis in ("definite", "carried")
