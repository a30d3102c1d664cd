"""All rules: every module in `rules/` is one, and so is everything the loader says."""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import cache
from importlib import import_module
from inspect import cleandoc
from pkgutil import iter_modules
from types import ModuleType
from typing import get_args

from tracker.diagnostic import did_you_mean
from tracker.errors import TrackerError
from tracker.lint import rules as folder
from tracker.lint.loader_codes import LOADER_RULES
from tracker.lint.rule import Rule, Scope

_CODE = re.compile(r"[A-Z]{2,4}[0-9]{3}")


@cache
def rules() -> dict[str, Rule]:
    """Every rule by code. A module that is no rule, or takes a code or name twice, fails the run."""
    modules = sorted(module.name for module in iter_modules(folder.__path__))
    found = [*LOADER_RULES, *(_rule(import_module(f"{folder.__name__}.{module}")) for module in modules)]
    names: dict[str, Rule] = {}
    codes: dict[str, Rule] = {}
    for rule in found:
        if rule.code in codes or rule.name in names:
            other = codes.get(rule.code) or names[rule.name]
            raise TypeError(f"the rules {rule.name} and {other.name} share a code or a name ({rule.code})")
        codes[rule.code] = names[rule.name] = rule
    return dict(sorted(codes.items()))


@cache
def _by_name() -> dict[str, Rule]:
    return {rule.name: rule for rule in rules().values()}


def known_words() -> list[str]:
    """What may stand where a rule or a family is named."""
    families = {rule.family for rule in rules().values()}
    return sorted({"ALL", *families, *rules(), *_by_name()})


def require_known(words: Iterable[str], where: str) -> None:
    """Raises TrackerError for the first word that means no rule."""
    for word in words:
        if not any(rule.answers_to(word) for rule in rules().values()):
            near = did_you_mean(word, known_words())
            raise TrackerError(f"{where}: `{word}` is no rule and no family of rules", help=near)


def _rule(module: ModuleType) -> Rule:
    """A rule out of its module: the docstring says what and why, constants say the rest."""
    name = module.__name__.rpartition(".")[2].replace("_", "-")
    summary, _, why = cleandoc(module.__doc__ or "").partition("\n\n")
    try:
        rule = Rule(
            code=module.CODE,
            name=name,
            severity=module.SEVERITY,
            scope=module.SCOPE,
            summary=" ".join(summary.split()),
            why=why,
            bad=module.BAD,
            good=module.GOOD,
            check=getattr(module, "check", None),
        )
    except AttributeError as error:
        raise TypeError(f"the rule {name} is not complete: {error}") from None
    asked = rule.scope in ("text", "plan", "folder", "history")
    if not _CODE.fullmatch(rule.code) or rule.scope not in get_args(Scope) or not summary or not why:
        raise TypeError(
            f"the rule {name} needs a code like FIG001, a scope, and a docstring with what and why"
        )
    if asked and rule.check is None:
        raise TypeError(f"the rule {name} has no `check`")
    return rule
