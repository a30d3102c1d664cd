"""The labels of the gold articles: every quote stands in its article once, every term is a valid term."""

import hashlib
import re
from functools import cache
from pathlib import Path
from typing import Any, get_args

import pytest
import yaml

from tracker.plan.terms import kind_named, kinds
from tracker.plan.words import Hedge, Modality
from tracker.semantics.fields import fields_of

ROOT = Path(__file__).resolve().parents[2]
GOLD = Path(__file__).resolve().parent / "gold"
LABELS = sorted(GOLD.glob("**/*.yaml"))

MOST_WORDS = 8
OPENING_WORDS = 6
VERSIONS = {"original", "geneva", "european", "twenty-point"}
POLARITIES = {"included", "removed", "denied"}
FILE_KEYS = {"article", "style", "versions_named", "claims", "distractors"}
CLAIM_KEYS = {"version", "kind", "terms", "polarity", "hedge", "sentence", "quote"}
OPTIONAL_KEYS = {"id", "speaker", "modality"}

each_file = pytest.mark.parametrize(
    "path", LABELS, ids=[path.relative_to(GOLD).with_suffix("").as_posix() for path in LABELS]
)


@cache
def labels(path: Path) -> dict[str, Any]:
    loaded = yaml.safe_load(path.read_text(encoding="utf-8"))
    assert isinstance(loaded, dict)
    return loaded


def article(path: Path) -> str:
    """The text that a file of labels speaks of: beside it, or the digest of the same name."""
    beside = path.with_suffix(".md")
    found = beside if beside.is_file() else ROOT / "seeds" / f"{path.stem}.md"
    return found.read_text(encoding="utf-8")


def words(text: str) -> list[str]:
    return re.findall(r"[^\W_]+", text)


def frozen(value: Any) -> Any:
    """The terms as the loader hands them over: lists are tuples."""
    if isinstance(value, dict):
        return {key: frozen(item) for key, item in value.items()}
    return tuple(frozen(item) for item in value) if isinstance(value, list) else value


@cache
def names() -> dict[str, set[str]]:
    """The ids that plan files know; whoever chairs or speaks may be a person."""
    known = yaml.safe_load((ROOT / "plans" / "names.yaml").read_text(encoding="utf-8"))
    return {
        "party": {*known["parties"], *known["people"]},
        "place": {*known["places"]},
        "treaty": {*known["treaties"]},
        "body": {*known["bodies"]},
    }


def test_there_are_labels() -> None:
    assert LABELS


def test_each_article_has_labels() -> None:
    articles = [path for path in GOLD.glob("*/*.md") if path.name != "RUNS.md"]
    assert [path.name for path in articles if not path.with_suffix(".yaml").is_file()] == []


@each_file
def test_nothing_else_is_written(path: Path) -> None:
    found = labels(path)
    assert found.keys() == FILE_KEYS
    assert found["article"]
    assert found["style"]
    assert set(found["versions_named"]) <= VERSIONS
    for claim in found["claims"]:
        assert claim.keys() >= CLAIM_KEYS, claim
        assert claim.keys() <= CLAIM_KEYS | OPTIONAL_KEYS, claim
    for distractor in found["distractors"]:
        assert distractor.keys() == {"quote", "looks_like", "why"}, distractor
        assert distractor["looks_like"] in {*kinds(), "none"}, distractor


@each_file
def test_words_come_from_the_vocabularies(path: Path) -> None:
    found = labels(path)
    for claim in found["claims"]:
        assert claim["version"] in {*found["versions_named"], "unattributed"}, claim
        assert claim["polarity"] in POLARITIES, claim
        assert claim["hedge"] in get_args(Hedge), claim
        assert claim.get("modality", "will") in get_args(Modality), claim
        assert ("speaker" in claim) <= (claim["hedge"] == "attributed"), claim


@each_file
def test_quotes_stand_in_the_article_once(path: Path) -> None:
    text = article(path)
    for entry in [*labels(path)["claims"], *labels(path)["distractors"]]:
        assert text.count(entry["quote"]) == 1, entry["quote"]
        assert 1 <= len(words(entry["quote"])) <= MOST_WORDS, entry["quote"]


@each_file
def test_sentences_open_as_said_and_hold_the_quote(path: Path) -> None:
    text = article(path)
    for claim in labels(path)["claims"]:
        opening, quote = claim["sentence"], claim["quote"]
        assert text.count(opening) == 1, opening
        assert len(opening.split()) <= OPENING_WORDS, opening
        line = next(line for line in text.splitlines() if opening in line)
        assert quote in line[line.index(opening) :], quote


@each_file
def test_terms_are_terms_of_their_kind(path: Path) -> None:
    for claim in labels(path)["claims"]:
        assert "kind" not in claim["terms"], claim
        term = {"kind": claim["kind"], **frozen(claim["terms"])}
        kind_named(claim["kind"]).model_validate(term, context=names())
        keys = {field.name for field in fields_of(kind_named(claim["kind"])) if field.is_key}
        assert keys <= claim["terms"].keys(), claim


@each_file
def test_no_claim_is_labelled_twice(path: Path) -> None:
    seen = [
        (claim["version"], claim["kind"], repr(claim["terms"]), claim["polarity"])
        for claim in labels(path)["claims"]
    ]
    assert [entry for entry in seen if seen.count(entry) > 1] == []


@each_file
def test_a_distractor_is_not_a_claim(path: Path) -> None:
    found = labels(path)
    quotes = {claim["quote"] for claim in found["claims"]}
    assert quotes.isdisjoint(distractor["quote"] for distractor in found["distractors"])


def test_the_digests_give_what_their_sources_hold() -> None:
    """Fifteen claims and three; claims of one id are one claim that speaks of several terms."""
    counted = {
        path.stem: len({claim.get("id", at) for at, claim in enumerate(labels(path)["claims"])})
        for path in LABELS
        if path.parent.name == "seeds"
    }
    assert counted == {
        "explainer-2025-12": 3,
        "national-2025-12-03": 0,
        "national-2025-12-03-early": 0,
        "protothema-2025-12-03": 15,
    }


def test_the_sealed_articles_are_as_they_were_written() -> None:
    folder = GOLD / "sealed"
    told = dict(line.split()[::-1] for line in (folder / "SEAL.sha256").read_text("utf-8").splitlines())
    kept = [path for path in sorted(folder.iterdir()) if path.stem not in ("SEAL", "RUNS")]
    assert {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in kept} == told
