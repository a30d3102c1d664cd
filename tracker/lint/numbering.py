"""Printed numbers: `7`, `7a`, `14 (b)`."""

from __future__ import annotations

import re
from typing import NamedTuple

_PRINTED = re.compile(r"(?P<number>\d{1,4})[ .]?\(?(?P<letter>[a-z]?)\)?\.?")


class Printed(NamedTuple):
    """A number with an optional letter; numbers sort before letters, as printed."""

    number: int
    letter: str

    def __str__(self) -> str:
        return f"{self.number}{self.letter}"


def printed(point: str | None) -> Printed | None:
    """What a point's number says, or None where it is of another form (`IV`, `Preamble`)."""
    found = _PRINTED.fullmatch(point or "")
    return Printed(int(found["number"]), found["letter"]) if found else None
