"""Phrases in a small notation, read into places of which each fits words.

A phrase is words in order. `limit*` matches any word that begins so, `cap|ceiling` either word, `the?` may be
missing, `..` skips up to three words and `...` up to six, `{party}` stands for a name or a quantity of that
sort, `@forbid` for every word of a list.
"""

from __future__ import annotations

from dataclasses import dataclass

_GAPS = {"..": 3, "...": 6}


@dataclass(frozen=True)
class Element:
    """One place of a phrase."""

    exact: frozenset[str] = frozenset()
    begins: tuple[str, ...] = ()
    sorts: frozenset[str] = frozenset()
    gap: int = 0
    optional: bool = False

    def fits(self, word: str) -> bool:
        return word in self.exact or (bool(self.begins) and word.startswith(self.begins))


def parse(phrase: str, lists: dict[str, list[str]] | None = None) -> tuple[Element, ...]:
    """The places of a phrase. Raises ValueError for what cannot be matched."""
    found = []
    for part in phrase.lower().replace("-", " ").split():
        if part.rstrip("?") in _GAPS:
            part = part.rstrip("?")
            found.append(Element(gap=_GAPS[part], optional=True))
            continue
        optional = part.endswith("?")
        exact, begins, sorts = set(), [], set()
        for word in part.rstrip("?").split("|"):
            if word.startswith("{") and word.endswith("}"):
                sorts.add(word[1:-1])
            elif word.startswith("@"):
                if word[1:] not in (lists or {}):
                    raise ValueError(f"`{phrase}`: there is no list `{word}`")
                for item in (lists or {})[word[1:]]:
                    if item.endswith("*"):
                        begins.append(item[:-1])
                    else:
                        exact.add(item)
            elif word.endswith("*"):
                if len(word) < 3:
                    raise ValueError(f"`{phrase}`: a beginning needs two letters")
                begins.append(word[:-1])
            elif word:
                exact.add(word)
        found.append(Element(frozenset(exact), tuple(begins), frozenset(sorts), optional=optional))
    while found and found[-1].optional:  # what may be missing at the end says nothing
        found.pop()
    if not found or found[0].optional:
        raise ValueError(f"`{phrase}`: a phrase begins with something that must be there")
    return tuple(found)
