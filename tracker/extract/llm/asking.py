"""The language model as a second reader of articles: asked, answered, grounded, billed."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from decimal import Decimal
from importlib.util import find_spec
from typing import TYPE_CHECKING, Any

from tracker.diagnostic import Diagnostic, Severity
from tracker.errors import TrackerError
from tracker.extract.llm.answer import Answer
from tracker.extract.llm.failing import PATIENCE, endpoint_failed, why
from tracker.extract.llm.ground import Grounds
from tracker.extract.llm.kept import Keeper, Kept
from tracker.extract.llm.question import instructions, questions
from tracker.extract.llm.settings import LlmConfig, load_llm
from tracker.extract.passages import passages_of
from tracker.source import Span

if TYPE_CHECKING:
    from pydantic_ai.models import Model

    from tracker.extract.engine import Engine
    from tracker.extract.reader import Reading

MAX_TOKENS_OUT = 8_000


@dataclass
class Asker:
    """Asks about article after article. `model` takes the place of the configured one, as in tests."""

    config: LlmConfig
    model: Model | None = None
    requests: int = 0
    from_cache: int = 0
    tokens_in: int = 0
    tokens_out: int = 0
    failures: int = 0
    """Articles in a row about which the endpoint failed."""
    _instructions: dict[int, str] = field(default_factory=dict, repr=False)

    def __call__(self, engine: Engine, reading: Reading) -> list[Diagnostic]:
        """Adds grounded claims and refusals to a reading. What goes wrong comes back as diagnostics."""
        article = reading.article
        settings = self.config.settings
        asked = self._instructions.setdefault(id(engine), instructions(engine))
        pieces = questions(article, passages_of(article), settings.max_characters)
        grounds = Grounds(engine, article)
        said: list[Diagnostic] = []
        if len(pieces) > settings.max_requests:
            said.append(
                self._said(
                    reading, f"only the first {settings.max_requests} of {len(pieces)} parts were sent"
                )
            )
        for piece in pieces[: settings.max_requests]:
            kept = self._answer(asked, piece)
            if isinstance(kept, str):
                said += [self._said(reading, kept)] if kept else []
                break
            for told in kept.answer.claims:
                grounds.take(told, reading)
        return said

    def bill(self) -> str:
        """What it took, in one line."""
        settings = self.config.settings
        cost = (self.tokens_in * settings.price_in + self.tokens_out * settings.price_out) / Decimal(
            1_000_000
        )
        priced = f", {cost:.4f} {settings.currency}" if settings.price_in or settings.price_out else ""
        kept = f", {self.from_cache} answers from the cache" if self.from_cache else ""
        return (
            f"language model {settings.model}: {self.requests} requests, {self.tokens_in:,} tokens sent, "
            f"{self.tokens_out:,} answered{priced}{kept}"
        )

    def _answer(self, asked: str, piece: str) -> Kept | str:
        """The answer, or why there is none; empty where the endpoint is not asked any more."""
        keeper = Keeper(self.config.cache)
        key = keeper.key(self.config.settings, asked, piece)
        if (kept := keeper.get(key)) is not None:
            self.from_cache += 1
            return kept
        if self.failures >= PATIENCE:
            return ""
        from pydantic_ai.exceptions import AgentRunError, UserError

        try:
            kept = asyncio.run(self._ask(asked, piece))
        except (AgentRunError, UserError, OSError, TimeoutError) as error:
            self.failures = self.failures + 1 if endpoint_failed(error) else 0
            last = "; no further article is sent to it" if self.failures == PATIENCE else ""
            return f"the language model gave no usable answer: {why(error, self._seconds)}{last}"
        self.failures = 0
        keeper.put(key, kept)
        return kept

    async def _ask(self, asked: str, piece: str) -> Kept:
        from pydantic_ai import Agent, PromptedOutput
        from pydantic_ai.settings import ModelSettings
        from pydantic_ai.usage import RunUsage, UsageLimits

        settings = self.config.settings
        output: Any = PromptedOutput(Answer) if settings.output == "json" else Answer
        usage = RunUsage()
        model, close = self._model()
        try:
            agent = Agent(model, output_type=output, instructions=asked, retries=settings.retries)
            result = await asyncio.wait_for(
                agent.run(
                    piece,
                    model_settings=ModelSettings(temperature=0.0, max_tokens=MAX_TOKENS_OUT),
                    usage_limits=UsageLimits(request_limit=settings.retries + 1),
                    usage=usage,
                ),
                self._seconds,
            )
        finally:
            self.requests += usage.requests
            self.tokens_in += usage.input_tokens
            self.tokens_out += usage.output_tokens
            if close is not None:
                await close.close()
        return Kept(answer=result.output, tokens_in=usage.input_tokens, tokens_out=usage.output_tokens)

    @property
    def _seconds(self) -> float:
        """How long one question may take with all its retries."""
        return self.config.settings.timeout * (self.config.settings.retries + 1)

    def _model(self) -> tuple[Model, Any]:
        if self.model is not None:
            return self.model, None
        from openai import AsyncOpenAI
        from pydantic_ai.models.openai import OpenAIChatModel
        from pydantic_ai.providers.openai import OpenAIProvider

        settings = self.config.settings
        client = AsyncOpenAI(
            base_url=settings.base_url,
            api_key=self.config.key or "none",
            timeout=settings.timeout,
            max_retries=settings.retries,
        )
        return OpenAIChatModel(settings.model, provider=OpenAIProvider(openai_client=client)), client

    @staticmethod
    def _said(reading: Reading, message: str) -> Diagnostic:
        return Diagnostic(
            "language-model",
            message,
            reading.article.source,
            Severity.WARNING,
            Span(0, 0),
            help="claims from patterns are not affected",
        )


def asker() -> Asker:
    """The configured model. Raises TrackerError if none is, or if the extra is not installed."""
    config = load_llm()
    if find_spec("pydantic_ai") is None or find_spec("openai") is None:
        raise TrackerError(
            "language models need a library that is not installed",
            help="run: pip install 'provision-tracker[llm]'",
        )
    return Asker(config)
