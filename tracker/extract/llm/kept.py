"""Answers kept by what was asked: the same question is sent once."""

from __future__ import annotations

import json
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path

from pydantic import BaseModel, ConfigDict, ValidationError

from tracker.edit.write import write_atomically
from tracker.extract.llm.answer import Answer
from tracker.extract.llm.question import EDITION
from tracker.extract.llm.settings import LlmSettings


class Kept(BaseModel):
    """One answer with what it took."""

    model_config = ConfigDict(extra="forbid")
    answer: Answer
    tokens_in: int = 0
    tokens_out: int = 0


@dataclass(frozen=True)
class Keeper:
    """A folder of answers. A file in it that is broken is as good as none."""

    folder: Path

    def key(self, settings: LlmSettings, instructions: str, question: str) -> str:
        asked = [EDITION, settings.model, settings.base_url, settings.output, instructions, question]
        return sha256(json.dumps(asked).encode()).hexdigest()

    def get(self, key: str) -> Kept | None:
        try:
            return Kept.model_validate_json((self.folder / f"{key}.json").read_bytes())
        except (OSError, ValidationError):
            return None

    def put(self, key: str, kept: Kept) -> None:
        """Raises TrackerError if the folder cannot be written."""
        self.folder.mkdir(parents=True, exist_ok=True)
        write_atomically(self.folder / f"{key}.json", kept.model_dump_json(indent=1) + "\n")
