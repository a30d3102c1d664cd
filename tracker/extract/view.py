"""A view of a text for matching: as long as the text, so that an offset in one is an offset in the other."""

from __future__ import annotations

import re
from functools import cache

FILLER = "\u2060"
"""Stands for what a broken character took up beyond one place; no letter, no space."""

_PLAIN = str.maketrans(
    {
        **dict.fromkeys("\u2018\u2019\u201a\u201b\u2032\u02bc\u00b4`", "'"),
        **dict.fromkeys("\u201c\u201d\u201e\u201f\u00ab\u00bb\u2033", '"'),
        **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
        **dict.fromkeys("\u00a0\u2002\u2003\u2007\u2008\u2009\u200a\u202f\u3000\t", " "),
        **dict.fromkeys("\u00ad\u200b\u200c\u200d\ufeff", FILLER),
    }
)
_OFTEN_BROKEN = (
    "\u2018\u2019\u201c\u201d\u2013\u2014\u2026\u2022\u2192\u2190"
    "\u00a3\u20ac\u00a9\u00ab\u00bb\u00a0\u00b0\u00e9\u00e8\u00fc\u00f6\u00e4"
)


@cache
def _greek() -> tuple[re.Pattern[str], dict[str, str]]:
    """What UTF-8 looks like once read as the Greek code page, and what it was."""
    table = {}
    for char in _OFTEN_BROKEN:
        broken = "".join(
            bytes([byte]).decode("cp1253", errors="ignore") or chr(byte) for byte in char.encode()
        )
        table[broken] = char
    keys = sorted(table, key=len, reverse=True)
    return re.compile("|".join(map(re.escape, keys))), table


def broken_encoding(text: str) -> list[tuple[int, int]]:
    """Where UTF-8 was read as a Greek code page: offsets of each damaged character."""
    if "\u03b2\u20ac" not in text and "\u0392" not in text and "\u03b2\u2020" not in text:
        return []
    return [match.span() for match in _greek()[0].finditer(text)]


def view(text: str) -> str:
    """Lower case, plain quotes, dashes and spaces, damaged characters mended; never another length."""
    mended = text
    if broken_encoding(text):
        expression, table = _greek()
        mended = expression.sub(
            lambda found: FILLER * (len(found[0]) - len(table[found[0]])) + table[found[0]], text
        )
    low = mended.lower()
    if len(low) != len(mended):  # some capitals are longer in lower case: those stay as they are
        low = "".join(small if len(small := char.lower()) == 1 else char for char in mended)
    return low.translate(_PLAIN)
