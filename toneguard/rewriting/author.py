"""A language model on a server of the user's own choice. It only proposes: the same verification decides.

Nothing is sent anywhere unless the configuration names a server and the command line says `--rewriter`.
"""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from typing import Any

from toneguard.config import ConfigError
from toneguard.languages import LANGUAGES
from toneguard.records import dataclass, field
from toneguard.rule import RuleInfo

TRIES = 3
_TIMEOUT = 20.0  # seconds an answer may take
_LENGTH = 200  # tokens
_NONE = "NONE"
_EXAMPLES = 3
_TASK = """\
You are an editor. You rewrite one sentence of a company's post so that it starts from what the reader gets, in
{language}. Keep every number, amount, date, name and quotation exactly as it is. Add no fact, claim or promise that the
sentence does not make. Address the reader as the paragraph does. Answer with one or two whole sentences and nothing
else; answer NONE where the sentence holds nothing for the reader."""


@dataclass(frozen=True)
class Request:
    """A sentence to be rewritten, its paragraph, the rules that found something, and answers that did not hold."""

    sentence: str
    paragraph: str
    language: str
    rules: tuple[RuleInfo, ...]
    refused: tuple[str, ...] = ()


@dataclass
class Author:
    """Asks an OpenAI-compatible server. After the first failure it is asked no more, and `notes` say why.

    Raises ConfigError where the settings or the package are missing.
    """

    settings: Mapping[str, str]
    timeout: float = _TIMEOUT
    notes: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        missing = [key for key in ("engine", "base_url", "model") if not self.settings.get(key)]
        if missing:
            raise ConfigError(f"--rewriter: the configuration has no [rewriter] with {', '.join(map(repr, missing))}")
        try:
            from openai import OpenAI
        except ImportError as error:
            raise ConfigError("--rewriter: needs the package openai; install toneguard[llm]") from error
        name = self.settings.get("api_key_env", "")
        if name and not os.environ.get(name):
            raise ConfigError(f"--rewriter: the environment variable {name!r} that [rewriter] names is not set")
        key = os.environ[name] if name else "none"
        self._client: Any = OpenAI(base_url=self.settings["base_url"], api_key=key, timeout=self.timeout, max_retries=0)

    def __call__(self, request: Request) -> str | None:
        """Return a proposal, or None where there is none."""
        if self.notes:
            return None
        try:
            answer = self._client.chat.completions.create(
                model=self.settings["model"],
                messages=messages(request),
                temperature=0.2 + 0.3 * len(request.refused),
                max_tokens=_LENGTH,
            )
            text = answer.choices[0].message.content or ""
        except Exception as error:  # the client raises its own kinds, and a server may answer anything
            self.notes.append(f"{self.settings['base_url']}: the rewriter does not answer as it should: {error}")
            return None
        return cleaned(text)


def cleaned(text: str) -> str | None:
    """Return the sentence in an answer, without quotation marks around it, or None where there is none."""
    line = " ".join(text.split())
    if len(line) > 1 and (line[0], line[-1]) in (('"', '"'), ("“", "”"), ("”", "”"), ("»", "«"), ("'", "'")):
        line = line[1:-1].strip()
    return None if not line or line.rstrip(".") == _NONE else line


def messages(request: Request) -> Sequence[Mapping[str, str]]:
    """Return the prompt: the task, what the rules say, sentences that are good, the paragraph and the sentence."""
    known = LANGUAGES.get(request.language)
    reasons = [f"- {rule.summary} {rule.why} {rule.asks.get(request.language, '')}" for rule in request.rules]
    good = [
        example.good
        for rule in request.rules
        for example in rule.examples
        if example.good and example.language == request.language
    ]
    parts = [
        "What is wrong with it:",
        *reasons,
        "Sentences that are good:",
        *(f"- {' '.join(text.split())}" for text in good[:_EXAMPLES]),
        "The paragraph:",
        " ".join(request.paragraph.split()),
        "The sentence:",
        request.sentence,
    ]
    if request.refused:
        parts += ["These answers lost or invented something, or were no better:", *request.refused]
    task = _TASK.format(language=known.name if known else request.language)
    return [{"role": "system", "content": task}, {"role": "user", "content": "\n".join(parts)}]
