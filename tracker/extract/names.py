"""Parties, people, places, treaties and bodies in a text, by the variants declared in `plans/names.yaml`."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from tracker.extract.tokens import Entity, words_of
from tracker.extract.view import view
from tracker.extract.vocabulary import word_set

if TYPE_CHECKING:
    from tracker.extract.tokens import Words
    from tracker.plan.names import Names

_GOVERNED = ("parties", "people", "places", "treaties", "bodies")
_SENSES = {"parties": "party", "people": "person", "places": "place", "treaties": "treaty", "bodies": "body"}


class NameIndex:
    """Every variant of every name, longest first; short names in capitals match in capitals only."""

    def __init__(self, names: Names) -> None:
        self.names = names
        self._variants: dict[str, list[tuple[tuple[str, ...], bool, str, str]]] = {}
        for group in _GOVERNED:
            for key, entry in getattr(names, group).items():
                for variant in {entry.name, *entry.variants}:
                    self._add(variant, _SENSES[group], key)
        states = {place.part_of for place in names.places.values()} & set(names.parties)
        self.core = frozenset(states)
        """The states whose territory is declared: what the plans are about."""

        homes = [
            place.part_of for place in names.places.values() if place.part_of and place.part_of in states
        ]
        self.principal = max(sorted(set(homes)), key=homes.count) if homes else None
        """The state most of whose territory is declared: the one that is to be protected."""

        for entries in self._variants.values():
            entries.sort(key=lambda entry: (-len(entry[0]), entry[3]))

    def _add(self, variant: str, sense: str, key: str) -> None:
        text = view(variant)
        words = tuple(words_of(text, 0, len(text)).texts)
        if len(words) > 1 and words[0] == "the":
            words = words[1:]
        letters = re.sub(r"[^A-Za-z]", "", variant.removeprefix("the "))
        capitals = letters.isupper() and len(letters) <= 4
        entry = (words, capitals, sense, key)
        if words and entry not in self._variants.setdefault(words[0], []):
            self._variants[words[0]].append(entry)

    def find(self, words: Words, text: str) -> list[Entity]:
        """The names of a stretch. Where several begin at one word the longest wins, with all it may be."""
        found: list[Entity] = []
        place = 0
        while place < len(words):
            length = 0
            senses: dict[str, object] = {}
            for variant, capitals, sense, key in self._variants.get(words.texts[place], ()):
                if len(variant) < length or tuple(words.texts[place : place + len(variant)]) != variant:
                    continue
                raw = text[words.starts[place] : words.ends[place + len(variant) - 1]]
                if capitals and not re.sub(r"['’]s$", "", raw).replace(" ", "").isupper():
                    continue
                small = not capitals and len(variant) == 1 and raw[:1].islower() and sense != "treaty"
                if small and variant[0] not in _LOWER:
                    continue
                if len(variant) > length:
                    length, senses = len(variant), {}
                senses.setdefault(sense, key)
            if length:
                found.append(Entity(place, place + length, senses))
                place += length
            else:
                place += 1
        return found

    def parts(self, place: str) -> tuple[str, ...]:
        """What a place stands for: its parts, or itself."""
        entry = self.names.places.get(place)
        return entry.parts if entry and entry.parts else (place,)

    def inside(self, place: str, word: str) -> str | None:
        """The one declared place within `place` whose name has a word: the part still *held*, the *plant*.

        A place whose own name has the word stays; None where nothing or more than one thing could be meant.
        """
        entry = self.names.places.get(place)
        if entry and word in entry.name.lower():
            return place
        within = {place, *self.parts(place)}
        found = [k for k, p in self.names.places.items() if p.part_of in within and word in p.name.lower()]
        return found[0] if len(found) == 1 else None

    def only(self, word: str) -> str | None:
        """The one declared place whose name has a word."""
        found = [k for k, p in self.names.places.items() if word in p.name.lower()]
        return found[0] if len(found) == 1 else None

    def body_of(self, near: list[str], form: list[str], led: bool = False) -> str | None:
        """The declared body that words describe: by all words of a name, or as the only one of its form.

        Of the commoner forms only a body `led` by a person who is named is told in that way.
        """
        stems = {word[:6] for word in near}
        best: list[tuple[int, str]] = []
        shaped: set[str] = set()
        kind = "".join(form)
        for key, body in self.names.bodies.items():
            for name in (body.name, *body.variants):
                words = [w for w in re.findall(r"[a-z]+", name.lower()) if len(w) > 3]
                if words and all(word[:6] in stems for word in words):
                    best.append((len(words), key))
                if "".join(re.findall(r"[a-z]+", name.lower())).endswith(
                    kind
                ) or kind in name.lower().replace(" ", ""):
                    shaped.add(key)
        if best:
            return max(best)[1] if max(best)[0] > 1 else None
        return shaped.pop() if len(shaped) == 1 and (led or kind in _SHAPES) else None

    def officials_of(self, party: str) -> str | None:
        """The declared group of a party's officials who are not named; of nobody in particular for ""."""
        entry = self.names.parties.get(party)
        called = {v.lower() for v in (entry.name, *entry.variants)} if entry else {"unnamed"}
        for key, group in self.names.parties.items():
            if group.type == "group" and key.endswith("officials"):
                first = group.name.lower().removesuffix("officials").strip()
                if first in called:
                    return key
        return None

    def is_core(self, entity: Entity) -> bool:
        """Whether a name is that of such a state, or of a place or person of one."""
        party, place, person = (entity.senses.get(sort) for sort in ("party", "place", "person"))
        if party in self.core:
            return True
        if place in self.names.places:
            entry = self.names.places[str(place)]
            return entry.part_of in self.core or bool(entry.parts)
        return person in self.names.people and self.names.people[str(person)].party in self.core

    def members(self, party: str) -> tuple[str, ...]:
        entry = self.names.parties.get(party)
        return entry.members if entry else ()


_SHAPES = frozenset(["taskforce", "workinggroup", "dialogue"])
"""Forms rare enough to tell a body; nearly everything has a committee or a council."""

_LOWER = word_set("names", "lower")
