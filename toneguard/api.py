"""The Python interface: one post in, one report out."""

from __future__ import annotations

from functools import lru_cache
from pathlib import Path

from toneguard import config as configuration
from toneguard.config import Config
from toneguard.finding import Report
from toneguard.lint import lint as lint_source
from toneguard.packs import PackError
from toneguard.registry import Registry
from toneguard.source import Source


def lint(text: str, *, path: str = "", config: Config | None = None) -> Report:
    """Lint a text; `path` chooses the markup, Markdown or plain text when it is left out.

    Without a configuration the built-in rules run as they are. Raises ConfigError and PackError.
    """
    chosen = config if config is not None else Config()
    return _report(Source(text, path), _built_in() if config is None else Registry(chosen), chosen)


def lint_file(path: str | Path, *, config: Config | None = None) -> Report:
    """Lint a file under the nearest configuration. Raises SourceError, ConfigError and PackError."""
    chosen = config
    if chosen is None:
        found = configuration.find(Path(path).parent)
        chosen = configuration.with_site(configuration.load(found) if found else Config())
    return _report(Source.read(Path(path)), Registry(chosen), chosen)


def _report(source: Source, registry: Registry, config: Config) -> Report:
    report = lint_source(source, registry, config)
    if registry.problems:
        raise PackError(registry.problems[0])
    return report


@lru_cache(maxsize=1)
def _built_in() -> Registry:
    return Registry(Config())
