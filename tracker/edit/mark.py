"""The mark on a generated file: what it was made from, and whether a person has edited it since."""

from __future__ import annotations

import re
from dataclasses import dataclass
from hashlib import sha256
from typing import Literal

SCHEMA = "# yaml-language-server: $schema=../../tracker/schema/plan.schema.json\n"
NOTE = "# Drafted by `tracker extract` from the sources below; `tracker review` walks through it.\n"
_CONTENT = re.compile(r"^# content: ([0-9a-f]{64})[ \t]*\r?$", re.MULTILINE)
_SOURCE = re.compile(
    r"^# source: (?P<id>\S+) (?P<sha256>[0-9a-f]{64})(?: (?P<path>\S.*?))?[ \t]*\r?$", re.MULTILINE
)

State = Literal["unmarked", "untouched", "edited"]


@dataclass(frozen=True, slots=True)
class MadeFrom:
    """One source of a generated file: its id, the sha256 of its bytes, its path below the project if any."""

    id: str
    sha256: str
    path: str = ""


def marked(body: str, made_from: tuple[MadeFrom, ...]) -> str:
    """A generated body under its mark."""
    sources = "".join(
        f"# source: {source.id} {source.sha256} {source.path}".rstrip() + "\n" for source in made_from
    )
    below = f"{sources}{body}"
    return f"{SCHEMA}{NOTE}# content: {_fingerprint(below)}\n{below}"


def state(text: str) -> State:
    """Whether a text carries a mark, and still is what it was when it was marked."""
    match = _CONTENT.search(text)
    if match is None:
        return "unmarked"
    return "untouched" if _fingerprint(text[match.end() :].lstrip("\n")) == match[1] else "edited"


def sources_of(text: str) -> tuple[tuple[MadeFrom, int], ...]:
    """The sources that a generated file names, each with the offset of its line."""
    if _CONTENT.search(text) is None:
        return ()
    return tuple(
        (MadeFrom(match["id"], match["sha256"], match["path"] or ""), match.start())
        for match in _SOURCE.finditer(text)
    )


def _fingerprint(text: str) -> str:
    """Of the text with plain line breaks: a checkout on another system edits nothing."""
    return sha256(text.replace("\r\n", "\n").encode()).hexdigest()
