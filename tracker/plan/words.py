"""The closed vocabularies of a provision, each word with what it means."""

from __future__ import annotations

from typing import Literal, get_args

MAX_QUOTE_WORDS = 8
"""Of a phrase quoted from a source, as runs of letters and digits."""

Modality = Literal[
    "declares",
    "obliges",
    "will",
    "best-efforts",
    "expects",
    "permits",
    "entitles",
    "invites",
    "prohibits",
    "defers",
]
MODALITIES: dict[str, str] = {
    "declares": "states that something is so: is confirmed, is recognised",
    "obliges": "binds a party to act: shall (of an act), undertakes, agrees to, commits to",
    "will": "says that something will happen; a duty or a forecast, ambiguous on purpose",
    "best-efforts": "binds to trying: shall endeavour, will work towards",
    "expects": "states an expectation without obligation: it is expected that",
    "permits": "allows: may",
    "entitles": "gives a right or benefit: is eligible, is entitled, has the right to",
    "invites": "asks a party in, which may decline",
    "prohibits": "binds a party not to act: shall not, agrees not to",
    "defers": "leaves the matter to be settled separately",
}

Presence = Literal["in-text", "reported", "placeholder", "open", "deferred", "removed", "contested"]
PRESENCES: dict[str, str] = {
    "in-text": "the text is known and contains it",
    "reported": "a source says that it is there; the text itself is not known",
    "placeholder": "the text has the slot, without content",
    "open": "the parties hold different positions and there is no agreed text",
    "deferred": "the text or a source says that others settle it, elsewhere or later",
    "removed": "the text itself marks the removal, or a source says so; needs evidence",
    "contested": "sources contradict one another about it",
}
DERIVED: dict[str, str] = {
    "absent": "a full text that does not contain it",
    "silent": "a text read aloud in which it was not in the list read out",
    "unknown": "a version known from reports, and nobody reports on it",
}

TextStatus = Literal["full", "read-aloud", "partial", "reported"]
TEXTS: dict[str, str] = {
    "full": "full text",
    "read-aloud": "read aloud, no document released",
    "partial": "known in part",
    "reported": "known from reports only",
}

Hedge = Literal["asserted", "reported", "attributed"]
HEDGES: dict[str, str] = {
    "asserted": "the source states it as a fact, or prints the text",
    "reported": "the source passes it on without saying who said it",
    "attributed": "the source names, or describes, who said it",
}

How = Literal["renamed", "split", "merged", "replaces"]
HOWS: dict[str, str] = {
    "renamed": "the same provision under another id; only for repairing a file",
    "split": "one of several that the former one was divided into",
    "merged": "holds the former one together with others",
    "replaces": "stands in the place of the former one and says something else",
}

assert set(MODALITIES) == set(get_args(Modality))
assert set(PRESENCES) == set(get_args(Presence))
