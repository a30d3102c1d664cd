"""Passages with their words, names and quantities found: what all later stages look at."""

from __future__ import annotations

from typing import TYPE_CHECKING

from tracker.extract.numbers import find
from tracker.extract.outlets import without_outlets
from tracker.extract.passages import passages_of
from tracker.extract.phrases import Hit
from tracker.extract.scene import Scene
from tracker.extract.tokens import Entity, words_of

if TYPE_CHECKING:
    from tracker.extract.document import Article
    from tracker.extract.engine import Engine
    from tracker.extract.passages import Passage
    from tracker.extract.tokens import Words
    from tracker.source import Span


def scenes_of(engine: Engine, article: Article) -> list[Scene]:
    """The scenes of an article, in order."""
    return [_scene(engine, article, passage) for passage in passages_of(article)]


def _scene(engine: Engine, article: Article, passage: Passage) -> Scene:
    view = article.view
    words = words_of(view, passage.span.start, passage.span.end)
    words.add(_quantities(words, view, passage.span))
    words.add(without_outlets(engine.names.find(words, article.text), words, article.text))
    scene = Scene(passage, words, engine.index.walk(words))
    capital = [article.text[start].isupper() for start in words.starts]
    scene.capitals = frozenset(i for i, big in enumerate(capital) if big and (i or capital[1:2] == [True]))
    for slot, expression in engine.expressions:
        for match in expression.finditer(view, passage.span.start, passage.span.end):
            start, end = words.index(match.start(), ceiling=True), words.index(match.end(), ceiling=True)
            if start < end:
                scene.hits.setdefault(slot, []).append(Hit(start, end))
    scene.kinds = frozenset(engine.anchors[tag] for tag in scene.hits if tag in engine.anchors)
    for tag, hits in scene.hits.items():
        if (
            isinstance(tag, tuple)
            and tag[0] in ("version", "version word")
            and tag[1] not in ("both", "all", "other")
        ):
            for hit in hits:
                scene.mute(hit)
    return scene


def _quantities(words: Words, view: str, span: Span) -> list[Entity]:
    found = []
    for quantity in find(view, span.start, span.end):
        start = words.index(quantity.start)
        end = words.index(quantity.end, ceiling=True)
        if start < len(words) and words.ends[start] <= quantity.start:
            start += 1
        if start < end:
            found.append(Entity(start, end, {quantity.sort: quantity.value}))
    return found
