"""The seed digests: in our own words, with short phrases of the source that can be found again."""

import hashlib
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
ORIGINALS = ROOT.parent / "shared" / "seeds"
SEEDS = sorted((ROOT / "seeds").glob("*.md"))

MOST_QUOTED_WORDS = 8
MOST_SHARED_WORDS = 8  # a run of nine words in common with an original would be copying
MOST_SHARED_UNQUOTED = 7

QUOTED = re.compile("“([^”]*)”")
each_seed = pytest.mark.parametrize("path", SEEDS, ids=lambda path: path.stem)


def parts(path: Path) -> tuple[dict[str, Any], str]:
    """Front matter and digest of a seed file."""
    opening, front, digest = path.read_text(encoding="utf-8").split("---\n", 2)
    assert opening == "", "front matter comes first"
    # BaseLoader keeps every scalar as text: a date is compared as it was written
    loaded = yaml.load(front, Loader=yaml.BaseLoader)
    assert isinstance(loaded, dict)
    return loaded, digest


def words(text: str) -> list[str]:
    return re.findall(r"[a-z0-9]+", text.lower())


def runs(text: str, length: int) -> set[str]:
    found = words(text)
    return {" ".join(found[at : at + length]) for at in range(len(found) - length + 1)}


def original(path: Path) -> Path:
    """The original article of a seed; the test is skipped where it is not on this machine."""
    held: Path = ORIGINALS / parts(path)[0]["original"]["name"]
    if not held.is_file():
        pytest.skip(f"the original article {held.name} is not in {ORIGINALS}; only its digest is published")
    return held


def every_original() -> dict[str, str]:
    texts = {held.name: held.read_text(encoding="utf-8") for held in sorted(ORIGINALS.glob("*.txt"))}
    if not texts:
        pytest.skip(f"the original articles are not in {ORIGINALS}; only their digests are published")
    return texts


def test_there_are_seeds() -> None:
    assert SEEDS


@each_seed
def test_front_matter_has_what_is_needed(path: Path) -> None:
    front, digest = parts(path)
    required = {"id", "title", "language", "original", "independence_group"}
    assert required <= front.keys()
    allowed = required | {"publisher", "date", "date_note", "url", "note"}
    assert front.keys() <= allowed
    assert front["id"] == path.stem
    assert front["original"].keys() == {"name", "sha256"}
    assert re.fullmatch(r"[0-9a-f]{64}", front["original"]["sha256"])
    if "date" in front:
        assert re.fullmatch(r"\d{4}-\d{2}-\d{2}", front["date"])
    else:
        assert front["date_note"], "an undated source says so"
    assert "publisher" in front or "publisher" in front["note"], "a missing publisher is explained"
    assert digest.strip()


@each_seed
def test_no_field_is_null(path: Path) -> None:
    front, _ = parts(path)
    assert not [key for key, value in front.items() if value in ("", "~", "null")]


@each_seed
def test_quotes_are_closed_and_short(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    assert re.findall("[“”]", text) == ["“", "”"] * len(QUOTED.findall(text)), (
        "quotes are paired, never nested"
    )
    assert [quote for quote in QUOTED.findall(text) if not 1 <= len(words(quote)) <= MOST_QUOTED_WORDS] == []


@each_seed
def test_the_original_is_the_one_that_was_read(path: Path) -> None:
    digest = hashlib.sha256(original(path).read_bytes()).hexdigest()
    assert digest == parts(path)[0]["original"]["sha256"]


@each_seed
def test_quotes_stand_in_the_original(path: Path) -> None:
    text = original(path).read_text(encoding="utf-8")
    quotes = QUOTED.findall(path.read_text(encoding="utf-8"))
    assert [quote for quote in quotes if quote not in text] == []


@each_seed
def test_no_sentence_is_copied(path: Path) -> None:
    """Runs of words are counted straight through quotation marks, against all the originals."""
    ours = runs(path.read_text(encoding="utf-8"), MOST_SHARED_WORDS + 1)
    for name, text in every_original().items():
        assert sorted(ours & runs(text, MOST_SHARED_WORDS + 1)) == [], name


@each_seed
def test_what_is_not_quoted_is_in_our_own_words(path: Path) -> None:
    unquoted = QUOTED.split(path.read_text(encoding="utf-8"))[::2]
    ours = {run for piece in unquoted for run in runs(piece, MOST_SHARED_UNQUOTED + 1)}
    for name, text in every_original().items():
        assert sorted(ours & runs(text, MOST_SHARED_UNQUOTED + 1)) == [], name
