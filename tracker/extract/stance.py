"""What a stretch is: what the text contains, or a demand, position, comment, aid, history, silence."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from tracker.extract.clauses import aside_start, clause_end, clause_start, comma_before, silence_end
from tracker.extract.hedge import TELLERS, labelled
from tracker.extract.subjects import BEING, attributive
from tracker.extract.vocabulary import word_set

if TYPE_CHECKING:
    from tracker.extract.hedge import Voice
    from tracker.extract.phrases import Hit
    from tracker.extract.scene import Scene
    from tracker.extract.zones import Zone

PLAN = "plan"
_SUBJECT_REACH = 12
_SUFFERED = frozenset(["asked", "welcomed", "urged", "offered", "agreed"])
"""What is done to somebody by a text, where it stands in the passive: "Russia is asked to rejoin"."""

_SAYING = frozenset(["says", "said", "insists", "insisted", "adds", "added", "repeats", "warns", "warned"])
_PRONOUNS = frozenset(["he", "she", "they", "we", "i", "it"])


@dataclass(frozen=True)
class Blocked:
    """Tokens `start` to `end` are not an account of the text, and why."""

    start: int
    end: int
    why: str


def blocked(
    scene: Scene, zone: Zone, voice: Voice, plan_words: frozenset[str], authors: frozenset[int] = frozenset()
) -> list[Blocked]:
    """The parts of a zone that are not plan content. `authors` are tokens that stand for a text."""
    whole = Blocked(zone.start, zone.end, "")
    if zone.other:
        return [Blocked(zone.start, zone.end, "other plan")]
    if scene.words.texts and scene.passage.asks:
        return [Blocked(zone.start, zone.end, "question")]
    found: list[Blocked] = []
    listed = scene.passage.kind == "item" and zone.basis in ("carried", "lead-in")
    denied = scene.hits.get(("polarity", "denied"), [])
    for strength in ("position", "weak_position"):
        for hit in scene.within(("stance", strength), zone.start, zone.end):
            if denied and denied[0].start < hit.end + 12:
                continue
            noun = strength == "position" and _as_noun(scene, hit)
            if noun and listed:
                continue
            if noun and zone.versions and (_as_content(scene, hit) or _removed_after(scene, hit, zone)):
                continue
            if noun and (zone.named or _text_first(scene, hit, plan_words)):
                if not _follows(scene, hit):
                    found.append(Blocked(comma_before(scene, hit.start, zone.start), hit.end, "position"))
                continue
            subject, place = _subject(scene, hit, plan_words, authors)
            if subject == "actor" and scene.words.texts[hit.end - 1] == "that" and _tells(scene, place):
                continue  # "a second source maintained that no ceiling is set"
            if subject == "text" or (subject == "it" and (zone.named or (scene.means_text and place == 0))):
                continue
            theirs = listed and place <= 2 and scene.words.texts[hit.start].startswith("propos")
            if strength == "weak_position" and (zone.named or (listed and not theirs) or subject != "actor"):
                continue
            if scene.words.texts[hit.start] in _SUFFERED and not BEING.isdisjoint(
                scene.words.texts[hit.start - 1 : hit.start]
            ):
                continue  # "Russia is asked to rejoin"
            if strength == "position" and subject != "actor" and (listed or (not subject and zone.versions)):
                continue
            begin = clause_start(scene, hit.start, zone.start)
            begin = max(begin, aside_start(scene, hit.start if noun else place, zone.start))
            end = _told_after(scene, hit.end, clause_end(scene, hit.end, zone.end), authors)
            found.append(Blocked(begin, end, "position"))
    for why in ("silence", "deferred", "asked"):
        found += [
            Blocked(
                max(
                    clause_start(scene, hit.start, zone.start),
                    aside_start(scene, hit.start, zone.start),
                    _and_then(scene, hit),
                ),
                silence_end(scene, hit.end, zone.end),
                why,
            )
            for hit in scene.within(("stance", why), zone.start, zone.end)
            if not (authors and _leaves_out(scene, hit, authors))
        ]
    if listed and voice.own and labelled(scene):
        return [Blocked(whole.start, whole.end, "comment")]
    found += [
        Blocked(hit.start, _next_mark(scene, hit.end, zone.end), "instead")
        for hit in scene.within(("stance", "instead"), zone.start + 1, zone.end)
        if scene.words.texts[hit.start - 1] not in ("speak", "speaks", "spoke", "talk", "talks")
    ]
    if zone.named and not listed:
        found += [
            Blocked(
                clause_start(scene, hit.start, zone.start), clause_end(scene, hit.end, zone.end), "principle"
            )
            for hit in scene.within(("stance", "principle"), zone.start, zone.end)
            if scene.words.texts[hit.start] in ("any", "every")
        ]
    if not zone.named and not listed:
        for hit in scene.within(("stance", "principle"), zone.start, zone.end):
            begin = clause_start(scene, hit.start, zone.start)
            found.append(Blocked(begin, clause_end(scene, hit.end, zone.end), "principle"))
        if voice.own:
            return [Blocked(whole.start, whole.end, "comment")]
        for why in ("aid", "history"):
            hits = [
                h
                for h in scene.within(("stance", why), zone.start, zone.end)
                if why != "aid" or _now(scene, h)
            ]
            if hits and why == "history":
                found += [_past(scene, hit, whole) for hit in hits]
            elif hits and _has_money(scene, zone):
                return [Blocked(whole.start, whole.end, why)]
    elif zone.named and zone.basis != "explicit" and not listed:
        found += [
            Blocked(
                clause_start(scene, hit.start, zone.start), clause_end(scene, hit.end, zone.end), "history"
            )
            for hit in scene.within(("stance", "history"), zone.start, zone.end)
        ]
    return found


def _and_then(scene: Scene, hit: Hit) -> int:
    """ "Was taken out and will be discussed": what was said of it before stands."""
    texts = scene.words.texts
    for i in range(hit.start, max(0, hit.start - 4), -1):
        if texts[i] == "and" and scene.within(("polarity", "removed"), 0, i):
            return i
    return 0


def _told_after(scene: Scene, place: int, ceiling: int, texts: frozenset[int]) -> int:
    """ "They rejected that: their version says …": what a text says after a colon is no demand."""
    at = scene.words.at
    for i in range(place + 1, ceiling):
        if at[i] - at[i - 1] == 5 and not texts.isdisjoint(range(i, i + 4)):
            return i
    return ceiling


def _next_mark(scene: Scene, place: int, ceiling: int) -> int:
    at = scene.words.at
    return next((i for i in range(place + 1, ceiling) if at[i] - at[i - 1] >= 3), ceiling)


def _tells(scene: Scene, place: int) -> bool:
    """Whether somebody is one who tells what is in a text: a source, a diplomat, an official."""
    return scene.words.texts[place] in TELLERS


def _now(scene: Scene, hit: Hit) -> bool:
    """Aid is what is given; "would be paid for by funds" is what a text foresees."""
    return {"would", "will", "shall", "be"}.isdisjoint(scene.words.texts[max(0, hit.start - 2) : hit.start])


def _leaves_out(scene: Scene, hit: Hit, texts: frozenset[int]) -> bool:
    """ "It leaves out the amnesty that the first plan gave": of two texts, one has it no more."""
    if scene.words.texts[hit.end - 1] != "out":
        return False
    return any(place > hit.end for place in texts)


def _past(scene: Scene, hit: Hit, whole: Blocked) -> Blocked:
    """How far a remark on what was goes: a relative clause between commas, or the rest of the stretch."""
    at, texts = scene.words.at, scene.words.texts
    for place in range(hit.start, max(whole.start, hit.start - 9), -1):
        if texts[place] in ("which", "who", "whose", "that") and place > 0 and at[place] - at[place - 1] >= 3:
            end = next((i for i in range(hit.end, whole.end) if at[i] - at[i - 1] >= 3), whole.end)
            return Blocked(place, end, "history")
    compared = [i for i in range(max(whole.start, hit.start - 14), hit.start) if texts[i] == "than"]
    begin = compared[-1] if compared else aside_start(scene, hit.start, whole.start)
    return Blocked(begin, whole.end, "history")


def free_of(zone: Zone, found: list[Blocked]) -> list[tuple[int, int]]:
    """The tokens of a zone that no block covers."""
    free, place = [], zone.start
    for block in sorted(found, key=lambda b: b.start):
        if block.start > place:
            free.append((place, block.start))
        place = max(place, block.end)
    if place < zone.end:
        free.append((place, zone.end))
    return free


_NOUNS = frozenset(["demand", "demands", "objections", "objection", "refusal"])
_DEMANDING = word_set("stance", "demanding")


def _as_noun(scene: Scene, hit: Hit) -> bool:
    """ "Russian demands", "Moscow's demands", "a controversial demand": nobody demands just here."""
    texts, words = scene.words.texts, scene.words
    if texts[hit.start] in ("maximalist",) or texts[hit.start : hit.start + 2] == ["red", "lines"]:
        return True
    if texts[hit.start] not in _NOUNS or not hit.start:
        return False
    before = texts[hit.start - 1]
    follows = texts[hit.end : hit.end + 1] in (["for"], ["that"], ["to"])
    if follows and any(e.end == hit.start and "party" in e.senses for e in words.entities):
        return not texts[max(0, hit.start - 4) : hit.start].count("would")  # "the US demand for"
    owned = words.ends[hit.start - 1] - words.starts[hit.start - 1] > len(before)
    return (
        owned or before in _ADJECTIVES or before.endswith(("ian", "ist", "ine", "ial", "can", "ean", "line"))
    )


def _as_content(scene: Scene, hit: Hit) -> bool:
    """ "…, guarantees and a demand for elections": one of the things that a text has."""
    texts = scene.words.texts
    article = ("a", "the") if scene.hits.get(("polarity", "removed")) else ("a",)
    return texts[hit.start - 1] in article and texts[hit.end : hit.end + 1] in (["for"], ["that"])


def _removed_after(scene: Scene, hit: Hit, zone: Zone) -> bool:
    """ "Washington's demand for a fee has been removed": it stood in a text."""
    return any(scene.within(("polarity", "removed"), hit.end, zone.end))


_ADJECTIVES = word_set("stance", "adjectives")


def _text_first(scene: Scene, hit: Hit, plan_words: frozenset[str]) -> bool:
    """Whether a text is what the sentence is about: it stands before anybody who could demand."""
    for place, word in enumerate(scene.words.texts[: hit.start]):
        if word in plan_words and word not in ("points", "original"):
            return True
        if any("person" in e.senses or "party" in e.senses for e in scene.words.beginning.get(place, ())):
            return False
    return False


def _declared(scene: Scene, place: int) -> bool:
    """Whether a capital belongs to a declared name, or to a month or day."""
    return scene.words.texts[place] in _DATES or any(e.start <= place < e.end for e in scene.words.entities)


_DATES = word_set("stance", "dates")


def _follows(scene: Scene, hit: Hit) -> bool:
    """Whether the demand is said right after: "Moscow's demands that", "many demands, including"."""
    after = scene.words.texts[hit.end : hit.end + 1]
    return bool(after) and after[0] in _DEMANDING


def _has_money(scene: Scene, zone: Zone) -> bool:
    return any(True for _ in scene.entities(("money",), zone.start, zone.end))


def _subject(scene: Scene, hit: Hit, plan_words: frozenset[str], authors: frozenset[int]) -> tuple[str, int]:
    """Who does what the word says (`actor`, `text`, `it`, or nobody near), and where that stands."""
    words = scene.words
    stop, last = max(0, hit.start - 14), hit.start - 1
    if (
        hit.start > 1 and words.at[hit.start] - words.at[hit.start - 1] >= 3
    ):  # "The draft, shared with …, insists"
        commas = [i for i in range(1, hit.start) if words.at[i] - words.at[i - 1] >= 3]
        if len(commas) == 1 and hit.start - commas[0] <= 14:
            stop, last = 0, commas[0] - 1
    people = {h.start for name in ("unnamed", "own_view") for h in scene.hits.get(("hedge", name), ())}
    for place in range(last, stop - 1, -1):
        if last == hit.start - 1 and words.at[hit.start] - words.at[place] > _SUBJECT_REACH + 4:
            break
        word = words.texts[place]
        if place in authors or place in scene.covered("version"):
            return "text", place
        if word in plan_words and word not in ("points", "original", "package"):
            return "text", place
        if word in ("it", "that", "which"):
            if word == "it" and place and words.texts[place - 1] in _SAYING:
                return "actor", place  # "the parliament says it would never agree"
            return "it", place
        if word in _PRONOUNS or place in people:
            return "actor", place
        if any(
            ("party" in e.senses or "person" in e.senses) and not attributive(scene, e)
            for e in words.entities
            if e.start <= place < e.end
        ):
            return "actor", place
        if hit.start - place <= 2 and place in scene.capitals and not _declared(scene, place):
            return "actor", place  # somebody whom no file declares
    return "", hit.start
