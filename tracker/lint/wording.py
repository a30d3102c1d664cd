"""The words of sources: whether a phrase stands there, and which runs of words are theirs."""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cached_property

RUN = 8
"""So many words in a row are the source's sentence, not ours."""

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_RUN_OF_LETTERS = re.compile(r"[^\W_]+")
_QUOTED = re.compile(r"“([^”]*)”")
_SAME = str.maketrans({"’": "'", "‘": "'", "“": '"', "”": '"', "\u00a0": " ", "\u202f": " "})


def words_in(text: str) -> list[str]:
    """The words of a text as they are counted: runs of letters and digits, small letters."""
    return [word.lower() for word in _RUN_OF_LETTERS.findall(text)]


def plain(text: str) -> str:
    """A text for looking up phrases: one space for any blank, one form of quotation marks."""
    return " ".join(text.translate(_SAME).split())


def stands_in(phrase: str, text: str) -> bool:
    """Whether a plain phrase stands in a plain text, not in the middle of a word or number."""
    inside = r"(?<![^\W_])" if phrase[:1].isalnum() else ""
    after = r"(?![^\W_])(?![.,]\d)" if phrase[-1:].isalnum() else ""
    return phrase in text and re.search(inside + re.escape(phrase) + after, text) is not None


@dataclass(frozen=True)
class Wording:
    """What is held of a source: the digest, of which only quoted phrases are its own, and the original."""

    name: str
    digest: str
    original: str | None = None

    @cached_property
    def _body(self) -> str:
        return plain(self.digest)

    @cached_property
    def _phrases(self) -> tuple[str, ...]:
        return tuple(plain(phrase) for phrase in _QUOTED.findall(self.digest))

    @cached_property
    def _original(self) -> str | None:
        return None if self.original is None else plain(self.original)

    def find(self, quote: str) -> tuple[str, str] | None:
        """None if the quote stands there; else what is wrong and how it may be mended."""
        wanted = plain(quote)
        if not any(stands_in(wanted, phrase) for phrase in self._phrases):
            if stands_in(wanted, self._body):
                return (
                    f"these are our words in the digest of {self.name}, not the source's",
                    "quote only what stands between “ and ” there",
                )
            return f"this does not stand in {self.name}", self._nearest(wanted)
        if self._original is not None and not stands_in(wanted, self._original):
            return f"the digest of {self.name} has this, its original has not", self._nearest(wanted)
        return None

    def _nearest(self, wanted: str) -> str:
        near = nearest(wanted, self._phrases)
        if not near:
            return "copy the phrase from the source, or leave the quote out"
        return f"the nearest there is “{near}”: {difference(wanted, near)}"


def nearest(wanted: str, phrases: Iterable[str]) -> str:
    """The stretch of a phrase that is most like what was wanted; nothing if none is like it."""
    from rapidfuzz import fuzz

    best, score = "", 70.0
    for phrase in phrases:
        found = fuzz.partial_ratio_alignment(wanted.lower(), phrase.lower(), score_cutoff=score)
        if found is None or found.score < score:
            continue
        if len(phrase) <= len(wanted):
            start, end = 0, len(phrase)
        else:  # whole words
            start = phrase.rfind(" ", 0, found.dest_start + 1) + 1
            end = phrase.find(" ", max(found.dest_end - 1, 0))
        best, score = phrase[start : end if end > 0 else len(phrase)], found.score
    return best


def difference(wanted: str, found: str) -> str:
    """What differs between two phrases, in words: `“cap” here, “limit” there`."""
    from difflib import SequenceMatcher

    here, there = wanted.split(), found.split()
    parts = []
    for kind, a, b, c, d in SequenceMatcher(None, here, there, autojunk=False).get_opcodes():
        old, new = " ".join(here[a:b]), " ".join(there[c:d])
        if kind == "replace":
            parts.append(f"“{old}” here, “{new}” there")
        elif kind == "delete":
            parts.append(f"“{old}” is not there")
        elif kind == "insert":
            parts.append(f"“{new}” is missing here")
    return "; ".join(parts)
