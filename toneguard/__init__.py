"""toneguard reads a corporate post as a good editor would and says which sentences lose the reader."""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any

from toneguard.version import VERSION

if TYPE_CHECKING:
    from toneguard.api import lint, lint_file
    from toneguard.config import Config, ConfigError
    from toneguard.errors import PackError
    from toneguard.finding import Edit, Finding, Fix, Report, Safety, Severity
    from toneguard.plugins import Plugin
    from toneguard.rule import Example, Rule, RuleInfo, RuleSettings
    from toneguard.source import Source, SourceError, Span

__version__ = VERSION

__all__ = [
    "Config",
    "ConfigError",
    "Edit",
    "Example",
    "Finding",
    "Fix",
    "PackError",
    "Plugin",
    "Report",
    "Rule",
    "RuleInfo",
    "RuleSettings",
    "Safety",
    "Severity",
    "Source",
    "SourceError",
    "Span",
    "lint",
    "lint_file",
]

# Where each name is at home. The command line asks for none of them and does not pay for what they load.
_HOMES = {
    "api": ("lint_file",),
    "config": ("Config", "ConfigError"),
    "errors": ("PackError",),
    "finding": ("Edit", "Finding", "Fix", "Report", "Safety", "Severity"),
    "plugins": ("Plugin",),
    "rule": ("Example", "Rule", "RuleInfo", "RuleSettings"),
    "source": ("Source", "SourceError", "Span"),
}
_HOME = {name: home for home, names in _HOMES.items() for name in names}


class _Package(ModuleType):
    """The package. Its `lint` is the function, although a module has the same name, whatever is imported first."""

    def __getattr__(self, name: str) -> Any:
        if name not in _HOME:
            raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
        found = getattr(import_module(f"{__name__}.{_HOME[name]}"), name)
        self.__dict__[name] = found
        return found

    def __dir__(self) -> list[str]:
        return sorted({*super().__dir__(), *__all__})

    @property
    def lint(self) -> Any:
        """Lint a text: see `toneguard.api.lint`."""
        return import_module(f"{__name__}.api").lint

    @lint.setter
    def lint(self, module: ModuleType) -> None:
        """Take no notice of the module, which whoever imports it puts here."""


sys.modules[__name__].__class__ = _Package
