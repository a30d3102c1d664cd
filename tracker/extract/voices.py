"""Who speaks from passage to passage: a list's lead-in, a quotation that runs on, "he", "the president"."""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from tracker.extract.hedge import Voice, voice_of
from tracker.extract.speakers import SAME
from tracker.extract.vocabulary import word_set

if TYPE_CHECKING:
    from tracker.extract.attribution import Mention
    from tracker.extract.document import Article
    from tracker.extract.engine import Engine
    from tracker.extract.scene import Scene

_UNNAMED = word_set("voices", "unnamed")
_VIEWS = word_set("bearings", "unwilling")
_OPENS, _CLOSES, _STRAIGHT = "“«", "”»", '"'


class Voices:
    """The speakers of one article; `presenter` is who sets a text out in it."""

    def __init__(self, engine: Engine, article: Article, scenes: list[Scene]) -> None:
        self.engine, self.article, self.scenes = engine, article, scenes
        self._labels = labels_of(article, scenes)
        self.presenter: str | None = None
        self.presented: str | None = None
        names = engine.names
        people = [str(e.senses["person"]) for s in scenes for e in s.words.entities if "person" in e.senses]
        ours = [
            p for p in people if p in names.names.people and names.names.people[p].party == names.principal
        ]
        self._head = Counter(ours).most_common(1)[0][0] if ours else None
        self._opponents = {names.officials_of(str(p)) for p in names.core - {names.principal}}
        self._last: str | None = None
        self._listed = Voice()
        self._whole: dict[str, str] = {}
        self._of: dict[int, Voice] = {}
        self._told: dict[int, Voice] = {}
        self._open = _quotes_open(article.text, scenes)

    def at(self, number: int) -> Voice:
        """Who vouched for a passage that was read."""
        return self._of.get(number, Voice())

    def of(self, scene: Scene, previous: Scene | None, lead: Voice | None, mentions: list[Mention]) -> Voice:
        """Who vouches for a passage, from its own words, its lead-in, or the quotation it stands in."""
        voice = self._own(scene)
        if voice == Voice() and lead is not None:
            voice = replace(lead if lead != Voice() else self._listed, own=False)
        elif voice == Voice() and previous is not None and _gave(scene):
            voice = replace(self.at(previous.passage.number), own=False)
        elif voice == Voice() and scene.passage.block in self._labels:
            voice = Voice("attributed", self._labels[scene.passage.block])
        elif voice == Voice() and self.quoted(scene):
            voice = self._quoting(scene)
            if voice == Voice() and self.presenter:
                voice = Voice("attributed", self.presenter)
        if voice.speaker == SAME:
            voice = replace(voice, speaker=self._last or self.engine.names.officials_of(""))
        presenter = self.present(scene, mentions)
        if voice == Voice() and presenter:
            voice = Voice("attributed", presenter)
        if voice.hedge == "attributed" and (voice.speaker is None or voice.speaker.lower() in _UNNAMED):
            meant = self.presenter or self._last or voice.speaker
            tells = meant == self._head or meant not in self.engine.names.names.people
            told = tells and _VIEWS.isdisjoint(scene.words.texts)
            voice = replace(voice, speaker=meant, own=voice.own and not told)
        if voice.speaker and voice.speaker[:1].isupper() and voice.speaker.isalpha():
            if voice.speaker not in self._whole:
                self._whole[voice.speaker] = _whole_name(self.article.text, voice.speaker)
            voice = replace(voice, speaker=self._whole[voice.speaker])
        if voice.speaker in self._opponents:
            voice = replace(voice, own=True)
        if voice.hedge == "attributed" and _lists(scene):
            self._listed = voice
        self._of[scene.passage.number] = scene.voice = voice
        if voice.hedge == "attributed" and voice.speaker:
            self._last = voice.speaker
        return voice

    def present(self, scene: Scene, mentions: list[Mention]) -> str | None:
        """Takes note of who sets a text out here, and which."""
        presenter = presenting(scene, mentions)
        if presenter == "the president":
            presenter = self._head or presenter
        if presenter:
            self.presenter = presenter
            self.presented = next((v for m in mentions for v in m.versions), self.presented)
        return presenter

    def _own(self, scene: Scene) -> Voice:
        number = scene.passage.number
        if number not in self._told:
            engine = self.engine
            self._told[number] = voice_of(scene, engine.names, engine.plan_words, self.article.text)
        return self._told[number]

    def quoted(self, scene: Scene) -> bool:
        """Whether a passage stands within quotation marks opened in it or before, and not closed."""
        start = scene.passage.span.start
        opens = self.article.text[start : start + 1] in (*_OPENS, _STRAIGHT)
        return self._open[scene.passage.number] > 0 or opens

    def _quoting(self, scene: Scene) -> Voice:
        """Who is named beside the sentences of the same quotation."""
        number, block = scene.passage.number, scene.passage.block
        for other in (*self.scenes[number + 1 : number + 4], *self.scenes[max(0, number - 3) : number][::-1]):
            if other.passage.block == block and self._own(other).hedge == "attributed":
                voice = self._own(other)
                return replace(voice, own=voice.own and not _VIEWS.isdisjoint(scene.words.texts))
        return Voice()


def _quotes_open(text: str, scenes: list[Scene]) -> list[int]:
    """By passage, how many quotation marks of its block are open where it begins."""
    found: list[int] = []
    block, place, depth, straight = None, 0, 0, 0
    for scene in scenes:
        start = scene.passage.span.start
        if scene.passage.block != block:
            block, place, depth, straight = scene.passage.block, start, 0, 0
        before = text[place:start]
        depth += sum(before.count(c) for c in _OPENS) - sum(before.count(c) for c in _CLOSES)
        straight += before.count(_STRAIGHT)
        found.append(depth + straight % 2)
        place = start
    return found


def _lists(scene: Scene) -> bool:
    """ "Following are the points as she presented them": hers are the lists under every heading."""
    texts = scene.words.texts
    follows = not _FOLLOWS.isdisjoint(texts[:8])
    return follows and "as" in texts and not _SET_OUT.isdisjoint(texts) and texts[-1:] != ["it"]


_FOLLOWS = frozenset(["following", "here", "below", "these"])
_SET_OUT = frozenset(["presented", "gave", "described", "told", "read", "listed", "summarised", "summarized"])


def _gave(scene: Scene) -> bool:
    """ "This is the list as he gave it": vouched for by whoever was speaking."""
    texts = scene.words.texts
    return ("he" in texts[:8] and any(w in texts for w in ("gave", "read", "list"))) or texts[:2] == [
        "she",
        "gave",
    ]


def presenting(scene: Scene, mentions: list[Mention]) -> str | None:
    """Who sets a text out: "she read the twenty points to reporters"."""
    text = bool(mentions) if scene.passage.kind == "heading" else any(m.versions for m in mentions)
    if not text and not (scene.passage.kind == "heading" and scene.hits.get(("version word", "definite"))):
        return None
    hits = scene.hits.get(("hedge", "presents"), ())
    for hit in hits:
        for entity in scene.words.entities:
            if "person" in entity.senses and entity.end <= hit.start <= entity.end + 8:
                return str(entity.senses["person"])
    told = any("president" in scene.words.texts[max(0, hit.start - 3) : hit.start] for hit in hits)
    return "the president" if told else None


_NO_LABEL = word_set("voices", "no_label")
_LABEL = re.compile(r"(?:\*\*)?([A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){0,3}):(?:\*\*)? ")


def labels_of(article: Article, scenes: list[Scene]) -> dict[int, str]:
    """By block, who speaks in it, where an article is a talk: "SOLHEIM: …", twice at least."""
    text = article.text
    found: dict[int, str] = {}
    for scene in scenes:
        match = _LABEL.match(text, scene.passage.span.start, scene.passage.span.end)
        named = any({"party", "place"} & e.senses.keys() for e in scene.words.beginning.get(0, ()))
        plain = match is not None and match[1].split()[0].lower() in _NO_LABEL
        if match and scene.passage.kind == "sentence" and not named and not plain:
            found.setdefault(scene.passage.block, match[1])
    count = Counter(found.values())
    whole = {name: _whole_name(text, name) for name in count}
    return {block: whole[name] for block, name in found.items() if count[name] > 1}


def _whole_name(text: str, name: str) -> str:
    """ "SOLHEIM" as the article first gives it: "Ingrid Solheim"."""
    given = re.search(rf"[A-Z][a-zà-ž][\w-]* {re.escape(name.title() if name.isupper() else name)}\b", text)
    return given[0] if given and " " not in name else name
