"""The names that plan files use: parties, people, places, treaties, bodies (`plans/names.yaml`)."""

from __future__ import annotations

from functools import cached_property
from typing import Annotated, Literal

from pydantic import Field

from tracker.plan.term import Closed
from tracker.plan.values import ID, Text

_Id = Annotated[str, Field(pattern=ID)]


class Name(Closed):
    """A name and the variants under which texts speak of it."""

    name: Text
    variants: Annotated[tuple[Text, ...], Field(description="other spellings, adjectives, capitals")] = ()
    note: Text | None = None


class Party(Name):
    """Whoever can be bound, benefit or speak. Types after PAA-X; `group` for unnamed or collective ones."""

    type: Literal[
        "state",
        "entity",
        "military",
        "igo",
        "ngo",
        "armed-organisation",
        "political-party",
        "coalition",
        "group",
    ]
    members: tuple[_Id, ...] = ()


class Person(Name):
    """A person who speaks or holds an office in a plan."""

    party: _Id
    role: Text | None = None


class Place(Name):
    """A region, city, river, sea or plant. `part_of` names the larger place, `parts` what it stands for."""

    part_of: _Id | None = None
    parts: tuple[_Id, ...] = ()


class Names(Closed):
    """All names by kind and id."""

    parties: dict[_Id, Party] = Field(default_factory=dict)
    people: dict[_Id, Person] = Field(default_factory=dict)
    places: dict[_Id, Place] = Field(default_factory=dict)
    treaties: dict[_Id, Name] = Field(default_factory=dict)
    bodies: dict[_Id, Name] = Field(default_factory=dict)
    words: Annotated[dict[_Id, Text], Field(description="how words of plan files are displayed")] = Field(
        default_factory=dict
    )

    @cached_property
    def display(self) -> dict[str, str]:
        """Display names by id, over all kinds."""
        kinds = (self.bodies, self.treaties, self.places, self.people, self.parties)
        return {**self.words, **{key: entry.name for kind in kinds for key, entry in kind.items()}}
