"""The general words of the engine, one YAML file per matter in `words/`; no plan's names are among them."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

import yaml

_FOLDER = Path(__file__).parent / "words"
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@cache
def vocabulary(name: str) -> dict[str, list[str]]:
    """The lists of one file, every entry a phrase (`tracker.extract.notation`)."""
    loaded = yaml.load((_FOLDER / f"{name}.yaml").read_text("utf-8"), Loader=_Loader)
    return {str(key): [str(item) for item in value] for key, value in loaded.items()}


@cache
def thesaurus() -> dict[str, list[str]]:
    """Words of like meaning, by the name that phrases use (`@forbid`); verbs in all their forms."""
    loaded = yaml.load((_FOLDER / "thesaurus.yaml").read_text("utf-8"), Loader=_Loader)
    irregular = loaded["irregular"]
    verbs = {
        name: list(
            dict.fromkeys(form for word in words for form in (word, *irregular.get(word, forms(word))))
        )
        for name, words in loaded["verbs"].items()
    }
    return {**verbs, **loaded["nouns"]}


def forms(verb: str) -> tuple[str, ...]:
    """What else a regular verb looks like: he limits, limited, limiting."""
    if verb.endswith("e"):
        return verb + "s", verb + "d", verb[:-1] + "ing"
    if verb.endswith("y") and verb[-2] not in "aeiou":
        return verb[:-1] + "ies", verb[:-1] + "ied", verb + "ing"
    third = verb + ("es" if verb.endswith(("s", "sh", "ch", "x", "z", "o")) else "s")
    stem = verb + verb[-1] if _DOUBLES.search(verb) else verb
    return third, stem + "ed", stem + "ing"


_DOUBLES = re.compile(
    r"^[^aeiou]*[aeiou][bdgmnprt]$|(?:commit|admit|readmit|debar|embed|compel|expel|permit)$"
)


@cache
def _sets() -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = yaml.load(
        (_FOLDER / "grammar.yaml").read_text("utf-8"), Loader=_Loader
    )
    return found


def word_set(module: str, name: str) -> frozenset[str]:
    """The small words that a module goes by, from `words/grammar.yaml`."""
    return frozenset(_sets()[module][name])
