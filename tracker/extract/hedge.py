"""How far the source vouches for a passage, and who is speaking in it."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import pairwise
from typing import TYPE_CHECKING

from tracker.extract.outlets import speaker_named
from tracker.extract.speakers import official
from tracker.extract.vocabulary import vocabulary, word_set

if TYPE_CHECKING:
    from tracker.extract.names import NameIndex
    from tracker.extract.phrases import Hit
    from tracker.extract.scene import Scene


@dataclass(frozen=True)
class Voice:
    """`asserted`, `reported` or `attributed`; the speaker where one is known; `own`: somebody's own views."""

    hedge: str = "asserted"
    speaker: str | None = None
    own: bool = False


_REACH = 9
_INFORMS = frozenset(
    ["explained", "explains", "clarified", "clarifies", "specified", "specifies", "listed", "lists"]
)
_WISHES = frozenset(["must", "never", "no", "wants", "refuses", "insists", "first"])
_COUNTS = frozenset(["one", "two", "three", "some", "several", "both", "all", "another"])
TELLERS = word_set("hedge", "tellers")
"""Those who tell what is in a text; ministers and presidents hold views."""

_IDEAS = frozenset(["idea", "something", "proposal", "clause", "passage", "demand", "provision", "formula"])
_COMMITS = (["that", "it"], ["that", "they"])
"""After a state's name: "Ukraine confirms that it will stay …" is what a text has it do."""

_NAMES_AFTER = frozenset(["told", "tells", "telling", "tell"])


def voice_of(scene: Scene, names: NameIndex, plan_words: frozenset[str], text: str) -> Voice:
    """What the passage itself says about who vouches for it."""
    best: tuple[int, str | None, bool] | None = None
    for entity in scene.words.beginning.get(0, ()):
        party = names.names.parties.get(str(entity.senses.get("party")))
        speaks = party is not None and (party.type != "group" or party.name.endswith("officials"))
        wishes = speaks and not _WISHES.isdisjoint(scene.words.texts)
        if ("person" in entity.senses or wishes) and _colon(scene, entity.end):
            best = (0, str(entity.senses.get("person", entity.senses.get("party"))), True)
    for hit in (*scene.hits.get(("hedge", "said"), ()), *scene.hits.get(("polarity", "denied"), ())):
        found = _speaker(scene, hit, names, plan_words, text)
        if found is None:
            continue
        far, speaker, own = found
        if best is None or far < best[0]:
            best = (far, speaker, own)
    reported = scene.hits.get(("hedge", "reported"))
    if best is not None:
        gone = scene.hits.get(("polarity", "removed")) or scene.hits.get(("polarity", "denied"))
        return Voice("attributed", best[1], best[2] and not gone)
    outlet = speaker_named(scene.words, scene.hits.get(("hedge", "said"), []), text)
    if outlet is not None:
        return Voice("attributed", outlet, own=outlet.endswith(("ian", "ish", "ese", "ean")))
    if reported:
        return Voice("reported")
    return Voice()


def labelled(scene: Scene) -> bool:
    """ "Moscow: NATO must go": whose words these are stands before a colon."""
    first = scene.words.beginning.get(0, ())
    return any({"person", "party"} & e.senses.keys() and _colon(scene, e.end) for e in first)


def _colon(scene: Scene, place: int) -> bool:
    """ "Peskov: no truce": who speaks stands before a colon."""
    words = scene.words
    return place < len(words) and words.at[place] - words.at[place - 1] == 5


def _speaker(
    scene: Scene, hit: Hit, names: NameIndex, plan_words: frozenset[str], text: str
) -> tuple[int, str | None, bool] | None:
    """The nearest one who can speak: a person, an official, a government; None if the text "says"."""
    words = scene.words
    after_first = words.texts[hit.start] == "according" or words.texts[hit.start] in ("as", "citing")
    turned = hit.start > 0 and words.at[hit.start] - words.at[hit.start - 1] >= 3
    if turned and any(h.start - hit.end in (0, 1) for h in scene.texts_named()):
        return None  # "…, says the first draft"
    if 1 < hit.start <= 3 and words.texts[hit.start - 1] == "it" and words.parted(hit.start - 1, hit.start):
        return None  # "Secondly, it says what happens if …"
    if words.texts[hit.start] == "wrote" and _that_they_wrote(scene, hit, plan_words):
        return None
    if words.texts[hit.start] == "described" and _that_they_wrote(scene, hit, _IDEAS):
        return None
    options: list[tuple[int, str | None, bool]] = []
    unnamed = {h.start for h in scene.hits.get(("hedge", "unnamed"), ())}
    unnamed -= {p for p in unnamed if words.texts[p - 1 : p] in (["power"], ["nuclear"], ["police"], ["its"])}
    views = {h.start for h in scene.hits.get(("hedge", "own_view"), ())}
    low, high = (hit.end, hit.end + 10) if after_first else (max(0, hit.start - 10), hit.end + 6)
    if words.texts[hit.end - 1] in _NAMES_AFTER or words.texts[hit.start] in _NAMES_AFTER:
        high = hit.end + 2 * ("by" in words.texts[hit.start : hit.end])  # "told" is said to somebody
    if words.texts[hit.start] == "per":
        for entity in words.entities:
            if hit.start < entity.start and entity.end <= hit.end:
                return 0, str(entity.senses.get("person", entity.senses.get("party"))), True
        for place in unnamed:
            if hit.start < place < hit.end:
                return 0, official(scene, place, names, hit, text), False
    if "of" in words.texts[hit.start : hit.end] and not _COUNTS.isdisjoint(
        words.texts[hit.start : hit.start + 1]
    ):
        return 0, _last_group(scene) or names.officials_of(""), False  # "two of them said"
    if not {"his", "her"}.isdisjoint(words.texts[hit.start : hit.end]):
        return 0, _last_person(scene), True
    for place in range(low, min(high, len(words))):
        said_by = place == hit.start and words.texts[place] in ("he", "she") and hit.end - hit.start > 1
        said_by = said_by or place in unnamed or place in views
        if hit.start < place < hit.end or (place == hit.start and not said_by):
            continue
        far = abs(words.at[place] - words.at[hit.start if place < hit.start else hit.end - 1])
        if far > _REACH + 3:
            continue
        if place > hit.end and not after_first:
            far += 2
        word = words.texts[place]
        if (
            word in plan_words
            and word not in ("copy", "package", "original", "points")
            and place < hit.start
            and hit.start - place <= 2
            and words.at[hit.start] - words.at[place] <= 2
        ):
            return None
        if place in views and _of_an_aide(scene, place, unnamed):
            continue
        if (place in unnamed or place in views) and (named := _named_so(scene, place)):
            options.append((far, named, place not in _source_nouns(scene, unnamed)))
        elif place in unnamed or place in views:
            options.append(
                (
                    far,
                    official(scene, place, names, hit, text),
                    place in views and place not in _source_nouns(scene, unnamed),
                )
            )
        version = place in scene.covered("version") or (
            place in scene.covered("modifier")
            and (
                not any("person" in e.senses for e in words.beginning.get(place, ()))
                or not plan_words.isdisjoint(words.texts[place + 1 : place + 3])
            )
        )
        for entity in () if version else words.beginning.get(place, ()):
            if "person" in entity.senses:
                owns = words.ends[entity.end - 1] - words.starts[entity.end - 1] > len(
                    words.texts[entity.end - 1]
                )
                tells = words.texts[hit.start] in _INFORMS and _WISHES.isdisjoint(words.texts)
                own = not tells and not (owns and entity.end + 2 >= hit.start)
                options.append((far, str(entity.senses["person"]), own))
            elif (
                "party" in entity.senses
                and entity.end == hit.start
                and words.at[hit.start] - words.at[hit.start - 1] < 3
                and words.texts[max(0, entity.start - 1)] not in ("in", "at", "from", "of", "with")
                and words.texts[hit.start + 1 : hit.start + 3] not in _COMMITS
            ):
                party = str(entity.senses["party"])
                options.append((far, party, "official" not in party))
            elif "party" in entity.senses and after_first and far <= 3:
                party = str(entity.senses["party"])
                following = entity.end in unnamed or entity.end in views
                if not following:
                    options.append((far, party, "official" not in party))
        if word == "they" and place + 1 == hit.end and (group := _last_group(scene)):
            options.append((far, group, False))
        if word in ("he", "she", "him", "her") and (abs(place - hit.start) <= 2 or place == hit.end):
            person = _last_person(scene)
            tells = words.texts[hit.end - 1] in _INFORMS and _WISHES.isdisjoint(words.texts)
            options.append((far, person, not tells and not _telling(person)))
    return min(options, key=lambda o: (o[0], str(o[1]))) if options else None


def _that_they_wrote(scene: Scene, hit: Hit, plan_words: frozenset[str]) -> bool:
    """ "The draft that the three wrote": who wrote it, not who says so."""
    texts = scene.words.texts[max(0, hit.start - 9) : hit.start]
    return any(a in plan_words and b in ("that", "which", "the") for a, b in pairwise(texts))


def _named_so(scene: Scene, place: int) -> str | None:
    """Who holds an office that is named beside it: "Bevz, an adviser to …, said", "the negotiator Bevz"."""
    words = scene.words
    for entity in words.entities:
        if "person" not in entity.senses:
            continue
        after = entity.end < place <= entity.end + 4 and words.texts[entity.end] in ("a", "an", "the", "one")
        apart = after and words.at[entity.end] - words.at[entity.end - 1] >= 3
        if apart or (entity.start == place + 1 and not words.parted(place, place + 1)):
            return str(entity.senses["person"])
    return None


def _source_nouns(scene: Scene, unnamed: set[int]) -> set[int]:
    """Officials and diplomats tell what is in a text; ministers and presidents hold views."""
    return {place for place in unnamed if scene.words.texts[place] in TELLERS}


def _of_an_aide(scene: Scene, place: int, unnamed: set[int]) -> bool:
    """ "An aide to the president says": the aide says it."""
    before = scene.words.texts[max(0, place - 3) : place]
    return before[-1:] == ["the"] and before[-2:-1] in (["to"], ["of"]) and place - 3 in unnamed


def _telling(speaker: str | None) -> bool:
    """Whether one who spoke is one who tells what is in a text: "ukrainian-officials", "the source"."""
    return speaker is not None and (
        speaker.endswith("officials") or not TELLERS.isdisjoint(speaker.lower().split())
    )


def _last_person(scene: Scene) -> str | None:
    """Who "he" is: the last one named here, else who spoke before, else the last one named before."""
    for one in (scene, *scene.earlier):
        spoke = one.voice.speaker if one is not scene and one.voice is not None else None
        if spoke and one.passage.kind != "heading":
            return spoke
        people = [str(e.senses["person"]) for e in one.words.entities if "person" in e.senses]
        if people:
            return people[-1]
    return None


def _last_group(scene: Scene) -> str | None:
    """Who "they" are that said so: those who spoke in the passage before."""
    voices = (one.voice for one in scene.earlier)
    return next((v.speaker for v in voices if v is not None and v.speaker and not v.own), None)


def plan_words() -> frozenset[str]:
    """What a text is called: a text that "says" something is no speaker."""
    return frozenset(word for word in vocabulary("versions")["plan"] if word.isalpha())
