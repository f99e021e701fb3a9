"""The Python interface: one post in, one report out."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from toneguard import config as configuration
from toneguard.config import Config
from toneguard.finding import Report
from toneguard.lint import lint as lint_source
from toneguard.registry import Registry
from toneguard.source import Source


def lint(text: str, *, path: str = "", config: Config | None = None) -> Report:
    """Lint a text; `path` chooses the markup, Markdown or plain text when it is left out.

    Without a configuration the built-in rules run as they are. Raises ConfigError and PackError.
    """
    chosen = config if config is not None else Config()
    return lint_source(Source(text, path), _registry(chosen) if config is None else Registry(chosen), chosen)


def lint_file(path: str | Path, *, config: Config | None = None) -> Report:
    """Lint a file under the nearest configuration. Raises SourceError, ConfigError and PackError."""
    chosen = config
    if chosen is None:
        found = configuration.find(Path(path).parent)
        chosen = configuration.load(found) if found else Config()
    return lint_source(Source.read(Path(path)), Registry(chosen), chosen)


@lru_cache(maxsize=1)
def _built_in() -> Registry:
    return Registry(Config())


def _registry(_: Config) -> Registry:
    return _built_in()
