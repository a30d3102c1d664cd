"""The general words of the engine, one YAML file per matter in `words/`; no plan's names are among them."""

from __future__ import annotations

from functools import cache
from pathlib import Path

import yaml

_FOLDER = Path(__file__).parent / "words"
_Loader = getattr(yaml, "CBaseLoader", yaml.BaseLoader)


@cache
def vocabulary(name: str) -> dict[str, list[str]]:
    """The lists of one file, every entry a phrase (`tracker.extract.phrases`)."""
    loaded = yaml.load((_FOLDER / f"{name}.yaml").read_text("utf-8"), Loader=_Loader)
    return {str(key): [str(item) for item in value] for key, value in loaded.items()}


@cache
def _sets() -> dict[str, dict[str, list[str]]]:
    found: dict[str, dict[str, list[str]]] = yaml.load(
        (_FOLDER / "grammar.yaml").read_text("utf-8"), Loader=_Loader
    )
    return found


def word_set(module: str, name: str) -> frozenset[str]:
    """The small words that a module goes by, from `words/grammar.yaml`."""
    return frozenset(_sets()[module][name])
