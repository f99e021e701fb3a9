"""toneguard reads a corporate post as a good editor would and says which sentences lose the reader."""

from __future__ import annotations

from toneguard.api import lint, lint_file
from toneguard.config import Config, ConfigError
from toneguard.finding import Edit, Finding, Fix, Report, Safety, Severity
from toneguard.packs import PackError
from toneguard.plugins import Plugin
from toneguard.rule import Example, Rule, RuleInfo, RuleSettings
from toneguard.source import Source, SourceError, Span
from toneguard.version import VERSION

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
