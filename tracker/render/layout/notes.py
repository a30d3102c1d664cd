"""Evidence as footnotes: each piece once per version, the words referring to it by number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from tracker.plan.cited import Cited
from tracker.plan.model import Evidence
from tracker.render.document import Footnote, Footnotes, plain
from tracker.render.layout.speech import day
from tracker.semantics.words import Word, Words


def prefixes(refs: Iterable[str]) -> dict[str, str]:
    """A short prefix for the notes of every version: as much of its name as tells it from the others."""
    names = {ref: re.sub(r"[^0-9a-z]+", "", ref.lower()) or "v" for ref in refs}
    found: dict[str, str] = {}
    for ref, name in names.items():
        others = [other for key, other in names.items() if key != ref]
        short = (name[:n] for n in range(1, len(name) + 1))
        mine = next((s for s in short if not any(other.startswith(s) for other in others)), name)
        while mine in found.values():  # one name is the beginning of another, or both differ in signs only
            mine += "x"
        found[ref] = mine
    return found


class Notes:
    """Collects the footnotes of one part of a document; `prefix` keeps their labels apart from others'."""

    def __init__(self, prefix: str, sources: Mapping[str, Cited], names: Mapping[str, str]) -> None:
        self._prefix = prefix
        self._sources = sources
        self._names = names
        self._numbers: dict[str, int] = {}

    def refer(self, evidence: Iterable[Evidence]) -> Words:
        """References to some pieces of evidence, each noted when it comes up for the first time."""
        labels: dict[str, None] = {}
        for item in evidence:
            number = self._numbers.setdefault(self._text(item), len(self._numbers) + 1)
            labels[f"{self._prefix}-{number}"] = None
        return tuple(Word(label, "note") for label in labels)

    def block(self) -> Footnotes:
        return Footnotes(
            tuple(Footnote(f"{self._prefix}-{n}", plain(text)) for text, n in self._numbers.items())
        )

    def __bool__(self) -> bool:
        return bool(self._numbers)

    def _text(self, item: Evidence) -> str:
        """Source, date, how far it vouches for it, and what speaks against taking it at its word."""
        cited = self._sources.get(item.source, Cited())
        noted = (cited.date_note or "undated").split(". ")[0].rstrip(".")
        when = day(cited.date) if cited.date else noted
        said = [f"{cited.publisher or item.source}, {when}", self._hedge(item)]
        if item.locator:
            said.append(item.locator)
        if item.quote:
            said.append(f"“{item.quote}”")
        if not item.verified:
            said.append("not verified")
        if item.may_belong_to:
            said.append(f"may belong to the {item.may_belong_to} text")
        return "; ".join(said)

    def _hedge(self, item: Evidence) -> str:
        if not item.speaker:
            return item.hedge
        speaker = self._names.get(item.speaker, item.speaker.replace("-", " "))
        return (
            f"attributed to {speaker}" if item.hedge == "attributed" else f"{item.hedge}, said by {speaker}"
        )
