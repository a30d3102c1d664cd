"""What the engine remembers while it reads: which versions were spoken of, and what still holds."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from tracker.extract.vocabulary import word_set

if TYPE_CHECKING:
    from tracker.extract.versions import Versions


_TELLING = word_set("discourse", "telling")
"""Words specific enough to tell versions apart; nearly everything is called plan, draft, text or document."""


_NAMING = frozenset(["framework", "revision", "counterproposal"])
"""Words that tell versions apart by what plan files call them, where only one is called so."""


_REVISED = frozenset(
    ["revised", "reworked", "amended", "refined", "slimmed", "trimmed", "pared", "shortened"]
)
_NEWER = frozenset(["later", "newer"])
_GOES_ON = word_set("discourse", "goes_on")


@dataclass
class Discourse:
    """`current` still holds for a sentence that names no version; `last` for "the plan" and the like."""

    versions: Versions
    named: tuple[str, ...]
    """The versions the whole article names outright, in the order of the first mention."""

    topic: str | None = None
    """The version that the article is mostly about, where one clearly is."""

    plainly: frozenset[str] = frozenset()
    """The versions that are named in a way that can mean no other."""

    early: bool = True
    """Whether a version is named early enough for "the plan" to be it before that."""

    contrasts: bool = False
    """Whether the article speaks of an earlier text: "the new draft" is then another."""

    strange: bool = False
    """The plans spoken of are others: no name says that they are ours."""

    abroad: bool = False
    """Whether the article tells of another conflict too: "the Ukraine draft" is ours."""

    current: str | None = None
    last: str | None = None
    later: str | None = None
    authors: str | None = None
    """The version whose authors were spoken of in the passage before: "they", "their draft"."""

    since: int = 0
    """Paragraphs begun since a version was last spoken of."""

    recent: list[str] = field(default_factory=list)
    broken: bool = False
    """A heading, another plan or somebody's views came between: only a word for the text resumes."""

    walked: str | None = None
    """The version that held where the first label stood: "Point 2." and the like go through it."""

    other: bool = False
    """The last agreement spoken of was another one: "the agreement" means that."""

    apart: bool = False
    """A paragraph was begun since another agreement was spoken of: "the first draft" is ours again."""

    nouns: dict[str, str] = field(default_factory=dict)
    """What this article called each version: "the framework" is the one so called."""

    coined: dict[tuple[str, str], str] = field(default_factory=dict)
    """What this article calls a version besides: "the Kyiv list of 20 points"."""

    def speak_of(self, version: str) -> None:
        self.current = self.last = version
        self.since = 0
        self.broken = self.other = False
        if version != self.versions.first:
            self.later = version
        if version in self.recent:
            self.recent.remove(version)
        self.recent.append(version)

    def vague(self) -> bool:
        """Whether "the US plan" may be the one on the table: others are named plainly, the first is not."""
        first, authors = self.versions.first, self.versions.authors
        if any(authors.get(v) for v in self.named if v != first):
            return False  # told apart by who wrote them
        if self.topic not in (None, first) and not authors.get(str(self.topic)):
            return True
        others = [v for v in self.plainly if v != first and not authors.get(v)]
        return bool(others) and first not in self.plainly

    def paragraph(self, texts: list[str]) -> None:
        """A new paragraph: a version that was only mentioned in passing is left behind."""
        self.since += 1
        self.apart = True
        background = self.last == self.versions.first and self.topic != self.last
        if self.topic and not self.other and background and _GOES_ON.isdisjoint(texts[:3]):
            self.last = self.topic
            self.current = self.topic if self.current else None
        if self.topic and not self.other and self.last != self.topic and self.since > 2 and self.last:
            self.last = self.topic

    def labelled(self) -> None:
        """A label before what is told of it: back to the text gone through, or that labels began with."""
        meant = self.topic or self.walked
        if meant and (self.current or self.walked):
            self.current = self.last = meant
        self.walked = self.walked or self.current

    def part(self) -> None:
        """Nothing carries over any more."""
        self.current = None
        self.broken = True

    def earliest(self) -> str | None:
        return self.versions.first

    def revised(self) -> str | None:
        """What "the new draft" means here; None where two could be meant."""
        later = [v for v in self.named if v != self.versions.first and v not in self.versions.answers]
        if self.later in later or (self.later and not later):
            return self.later  # a counter-proposal is "the new draft" only where nothing else is
        if len(later) > 1 and self.versions.revised in later:
            return self.versions.revised
        if later or len(self.named) > 2:
            return later[0] if len(later) == 1 else None
        others = [v for v in self.named if v != self.versions.first]
        return others[0] if others else self.versions.revised

    def redrafted(self, said: list[str]) -> str | None:
        """What "the revised draft" means here: a counter-proposal is not one where a revision is declared."""
        first, revised = self.versions.first, self.versions.revised
        if revised in self.named and not _REVISED.isdisjoint(said):
            return revised
        if len(self.named) == 2 and first in self.named and not _NEWER.isdisjoint(said):
            return next(v for v in self.named if v != first)
        meant = self.revised()
        return self.versions.revised or meant if meant in self.versions.answers else meant

    def successor(self) -> str | None:
        """The text that something was taken out of when it is gone from the first."""
        return self.later or (self.topic if self.topic != self.versions.first else None) or self.revised()

    def latest(self) -> str | None:
        later = [v for v in self.named if v != self.versions.first]
        drafts = [v for v in later if v not in self.versions.answers] or later
        return max(drafts, key=self.versions.rank) if drafts else None

    def definite(self, noun: str = "") -> str | None:
        """What "the plan" means here: the version last spoken of, or the only one the article names."""
        if (not self.other or self.apart) and (told := self.told_by(noun)):
            return told
        if self.other:
            return None
        if self.last:
            return self.last
        return self.named[0] if len(self.named) == 1 and self.early else self.topic

    def told_by(self, noun: str) -> str | None:
        """The version that this article calls by a noun that is specific enough."""
        if noun in _TELLING and noun in self.nouns:
            return self.nouns[noun]
        known = (
            [v for v in self.named if any(noun in a.split() for a in self.versions.aliases[v])]
            if noun in _NAMING
            else []
        )
        return known[0] if len(known) == 1 else None

    def both(self) -> tuple[str, ...]:
        if len(self.recent) < 2 and len(self.named) == 2:
            return self.named
        return tuple(self.recent[-2:]) if len(self.recent) >= 2 else ()

    def pair(self) -> tuple[str, ...]:
        """The two versions spoken of last, the older first; nothing where only one was."""
        return tuple(v for v in self.versions.order if v in self.both())

    def all(self, number: int) -> tuple[str, ...]:
        named = tuple(v for v in self.versions.order if v in self.named)
        return named if number in (0, len(named)) and len(named) > 1 else ()
