"""Where a clause, an aside or a silence begins and ends, by the marks and turns between words."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from tracker.extract.scene import Scene

_MODALS = frozenset(["would", "will", "shall", "must", "should"])


_OPENERS = frozenset(["which", "but", "while", "whereas", "whose"])


def comma_before(scene: Scene, place: int, floor: int) -> int:
    """Back to the last mark before a word."""
    at = scene.words.at
    while place > floor and at[place] - at[place - 1] < 3:
        place -= 1
    return place


def aside_start(scene: Scene, place: int, floor: int) -> int:
    """Where a remark begins that follows what a text would do: "…, a demand that he has rejected"."""
    texts, comma = scene.words.texts, comma_before(scene, place, floor)
    if comma > floor and place - comma <= 8 and texts[comma] in ("a", "an", "something"):
        return comma  # "…, a proposal that Kyiv has opposed"
    said = {"said", "says", "told", "insisted", "insists", "that"}
    head = texts[floor:comma]
    return comma if comma > floor and not _MODALS.isdisjoint(head) and said.isdisjoint(head) else floor


def relative_clause(scene: Scene, place: int, floor: int, ceiling: int) -> tuple[int, int] | None:
    """The remark between commas that a word stands in: "the plan, which Kyiv opposes, would …"."""
    at, texts = scene.words.at, scene.words.texts
    first = next((i for i in range(place, floor, -1) if at[i] - at[i - 1] >= 3 and texts[i] in _REMARKS), 0)
    if not first or scene.words.next_mark(first + 1, place, 9) < place:
        return None
    for i in range(place + 1, ceiling - 1):
        if at[i] - at[i - 1] >= 3 and (texts[i] in _MODALS or texts[i] in _FINITE):
            return first, i
    return None


_REMARKS = frozenset(["which", "who", "whom"])
_FINITE = frozenset(["had", "has", "was", "is", "says", "said", "calls", "gives", "gave", "makes", "made"])


def silence_end(scene: Scene, place: int, ceiling: int) -> int:
    """Silence on one thing ends where another clause begins: "… is not clear, but it is said to …"."""
    at, texts = scene.words.at, scene.words.texts
    for i in range(place + 1, ceiling):
        if at[i] - at[i - 1] >= 9 or texts[i] in ("but", "though", "although", "however", "noting"):
            return i
        if texts[i] == "and" and at[i] - at[i - 1] >= 3 and texts[i + 1 : i + 2] == ["it"]:
            return i
    return ceiling


def clause_start(scene: Scene, place: int, floor: int) -> int:
    """Back to the last mark or turn before a word."""
    at = scene.words.at
    while place > floor:
        if at[place] - at[place - 1] >= 5 or scene.words.texts[place] in _OPENERS:
            return place
        place -= 1
    return floor


def clause_end(scene: Scene, place: int, ceiling: int) -> int:
    """On to the next strong mark."""
    return scene.words.next_mark(place, ceiling, 9) if place < ceiling else place
