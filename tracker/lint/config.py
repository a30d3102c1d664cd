"""The settings of a check: `[tool.tracker]` of the nearest pyproject.toml, and options over it."""

from __future__ import annotations

import os
import tomllib
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from tracker.diagnostic import Severity, did_you_mean
from tracker.errors import TrackerError
from tracker.lint.register import require_known
from tracker.lint.rule import Rule

Level = Literal["error", "warning", "info"]
SEVERITIES: dict[str, Severity] = {str(severity): severity for severity in Severity}


class Settings(BaseModel):
    """`[tool.tracker]`. Paths are relative to the file that names them."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        alias_generator=lambda name: name.replace("_", "-"),
    )

    select: tuple[str, ...] = Field((), description="only these rules: codes, names or families")
    ignore: tuple[str, ...] = Field((), description="none of these")
    fail_on: Level = Field("error", description="the least severity that fails a check")
    severity: dict[str, Level] = Field(default_factory=dict, description="severities other than the usual")
    per_file_ignores: dict[str, tuple[str, ...]] = Field(
        default_factory=dict, description="rules that do not apply to files that match a pattern"
    )
    llm: dict[str, Any] = Field(default_factory=dict, description="read by `tracker extract --llm`")
    originals: str | None = Field(None, description="folder of the documents that the digests stand for")
    weight: dict[str, int] = Field(
        default_factory=dict, description="weights of kinds of term and of change, for what comes first"
    )


@dataclass(frozen=True)
class Config:
    """Settings in force. `origin` is the file they come from."""

    settings: Settings = field(default_factory=Settings)
    origin: Path | None = None

    def wants(self, rule: Rule) -> bool:
        """Whether a rule is selected and not ignored."""
        select, ignore = self.settings.select, self.settings.ignore
        chosen = not select or any(rule.answers_to(word) for word in select)
        return chosen and not any(rule.answers_to(word) for word in ignore)

    def spared(self, rule: Rule, path: str) -> bool:
        """Whether the settings exempt a file from a rule.

        Patterns match the path, seen from where the settings stand, or the end of it.
        """
        if self.origin is not None:
            path = os.path.relpath(path, self.origin.parent).replace(os.sep, "/")
        for pattern, words in self.settings.per_file_ignores.items():
            matches = fnmatchcase(path, pattern) or fnmatchcase(path, f"*/{pattern}")
            if matches and any(rule.answers_to(word) for word in words):
                return True
        return False

    def severity(self, rule: Rule) -> Severity:
        """The severity in force; an entry for the rule itself goes before one for its family."""
        chosen = {word.lower(): level for word, level in self.settings.severity.items()}
        for word in (rule.name, rule.code.lower(), rule.family.lower(), "all"):
            if word in chosen:
                return SEVERITIES[chosen[word]]
        return rule.severity

    def over(
        self,
        *,
        select: Sequence[str] | None = None,
        ignore: Sequence[str] | None = None,
        fail_on: str | None = None,
        originals: str | None = None,
    ) -> Config:
        """With options of the command line, which go before the file; ignores add up.

        Raises TrackerError for a word that is no rule. Codes may be joined by commas.
        """
        changed: dict[str, Any] = {}
        if select:
            changed["select"] = _split(select, "--select")
        if ignore:
            changed["ignore"] = (*self.settings.ignore, *_split(ignore, "--ignore"))
        if fail_on:
            changed["fail_on"] = fail_on
        if originals:
            changed["originals"] = str(Path(originals).absolute())
        return Config(self.settings.model_copy(update=changed), self.origin)

    @property
    def fail_on(self) -> Severity:
        return SEVERITIES[self.settings.fail_on]

    @property
    def originals(self) -> Path | None:
        if self.settings.originals is None:
            return None
        return (self.origin.parent if self.origin else Path()) / self.settings.originals


def load_config(path: Path | None = None, start: Path | None = None, *, enabled: bool = True) -> Config:
    """The settings of a file, or of the nearest pyproject.toml upward that has any; none if not enabled.

    Raises TrackerError if the file cannot be read or says what nobody understands.
    """
    if not enabled:
        return Config()
    if path is not None:
        table = _table(path)
        # a file of its own may hold the settings at its top level
        own = path.name != "pyproject.toml" and "tool" not in table
        return _config(table if own else _section(table), path)
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        candidate = folder / "pyproject.toml"
        if candidate.is_file() and (section := _section(_table(candidate))) is not None:
            return _config(section, candidate)
    return Config()


def _table(path: Path) -> dict[str, Any]:
    try:
        return tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except OSError as error:
        raise TrackerError(f"{path}: cannot be read: {error.strerror or error}") from None
    except (tomllib.TOMLDecodeError, UnicodeDecodeError, RecursionError) as error:
        raise TrackerError(f"{path}: is not valid TOML: {error}") from None


def _section(table: dict[str, Any]) -> Any:
    tool = table.get("tool")
    return tool.get("tracker") if isinstance(tool, dict) else None


def _config(section: Any, path: Path) -> Config:
    where = f"{path}: [tool.tracker]"
    try:
        settings = Settings.model_validate(section or {})
    except ValidationError as error:
        first = error.errors(include_url=False)[0]
        key = ".".join(map(str, first["loc"]))
        if first["type"] == "extra_forbidden":
            known = [f.alias or name for name, f in Settings.model_fields.items()]
            raise TrackerError(f"{where}: `{key}` is no setting", help=did_you_mean(key, known)) from None
        raise TrackerError(f"{where}: `{key}`: {first['msg']}") from None
    for name, words in _named(settings):
        require_known(words, f"{where} {name}")
    return Config(settings, path)


def _split(words: Sequence[str], option: str) -> tuple[str, ...]:
    found = tuple(word.strip() for text in words for word in text.split(",") if word.strip())
    require_known(found, option)
    return found


def _named(settings: Settings) -> Iterable[tuple[str, Iterable[str]]]:
    yield "select", settings.select
    yield "ignore", settings.ignore
    yield "severity", settings.severity
    for pattern, words in settings.per_file_ignores.items():
        yield f"per-file-ignores {pattern!r}", words
