"""Which model to ask, and how: `[tool.tracker.llm]` of the nearest pyproject.toml. The key is never in it."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any, Literal

from pydantic import BaseModel, ConfigDict, Field, ValidationError

from tracker.errors import TrackerError

_EXAMPLE = 'for instance: [tool.tracker.llm] model = "NAME", base-url = "http://localhost:11434/v1"'


class LlmSettings(BaseModel):
    """Any endpoint that speaks as OpenAI's does, a local one included."""

    model_config = ConfigDict(
        extra="forbid",
        frozen=True,
        alias_generator=lambda name: name.replace("_", "-"),
        populate_by_name=True,
    )

    model: str = Field(min_length=1, description="the name of the model at the endpoint")
    base_url: str | None = Field(
        None, pattern=r"^https?://\S+$", description="the endpoint; OpenAI's if left out"
    )
    key_env: str = Field("TRACKER_LLM_KEY", description="the environment variable that holds the key")
    output: Literal["tool", "json"] = Field("tool", description="`json` for models that cannot call tools")
    timeout: float = Field(60.0, gt=0, le=600, description="seconds for one request")
    retries: int = Field(1, ge=0, le=5, description="how often a failed request or answer is tried again")
    max_characters: int = Field(24_000, ge=500, le=200_000, description="of an article in one request")
    max_requests: int = Field(
        4, ge=1, le=50, description="requests for one article; the rest of it is not sent"
    )
    price_in: Decimal = Field(Decimal(0), ge=0, description="of a million tokens sent")
    price_out: Decimal = Field(Decimal(0), ge=0, description="of a million tokens answered")
    currency: str = Field("USD", pattern=r"^[A-Z]{3}$")
    cache: str = Field(".tracker-cache/llm", description="folder of answers, relative to the settings")


@dataclass(frozen=True)
class LlmConfig:
    """Settings in force, with the folder they are relative to and the key from the environment."""

    settings: LlmSettings
    folder: Path
    key: str | None = None

    @property
    def cache(self) -> Path:
        return self.folder / self.settings.cache


def load_llm(start: Path | None = None) -> LlmConfig:
    """The nearest settings. Raises TrackerError where there are none, or where they cannot be used."""
    here = (start or Path.cwd()).resolve()
    for folder in (here, *here.parents):
        table = _table(folder / "pyproject.toml")
        if table is None:
            continue
        try:
            settings = LlmSettings.model_validate(table)
        except ValidationError as error:
            first = error.errors(include_url=False)[0]
            where = ".".join(map(str, first["loc"]))
            raise TrackerError(
                f"{folder / 'pyproject.toml'}: [tool.tracker.llm]: `{where}`: {first['msg']}", help=_EXAMPLE
            ) from None
        key = os.environ.get(settings.key_env) or None
        if key is None and settings.base_url is None:
            raise TrackerError(
                f"the environment variable {settings.key_env} with the key is not set",
                help="set it, or name a local endpoint with `base-url`",
            )
        return LlmConfig(settings, folder, key)
    raise TrackerError("no language model is configured", help=_EXAMPLE)


def _table(path: Path) -> dict[str, Any] | None:
    try:
        found = tomllib.loads(path.read_text(encoding="utf-8-sig"))
    except FileNotFoundError:
        return None
    except (OSError, tomllib.TOMLDecodeError, UnicodeDecodeError) as error:
        raise TrackerError(f"{path}: cannot be read as TOML: {error}") from None
    for key in ("tool", "tracker", "llm"):
        found = found.get(key) if isinstance(found, dict) else None  # type: ignore[assignment]
    return found if isinstance(found, dict) else None
