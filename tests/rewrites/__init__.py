"""Tables of sentences and what the linter offers instead, a file a language."""

from __future__ import annotations

import tomllib
from dataclasses import dataclass, replace
from pathlib import Path

from toneguard import Config, Source
from toneguard.finding import Fix, Safety
from toneguard.fixing import applied
from toneguard.lint import lint
from toneguard.registry import Registry

FOLDER = Path(__file__).parent
REGISTRY = Registry(Config())


@dataclass(frozen=True)
class Row:
    """A paragraph, what the first fix that could be applied makes of it (`""` for none), and how safe that is."""

    language: str
    before: str
    after: str
    safety: str
    about: str


def rows(language: str) -> list[Row]:
    """Return the table of a language."""
    raw = tomllib.loads((FOLDER / f"{language}.toml").read_text("utf-8"))
    pairs = [Row(language, e["before"], e["after"], e.get("safety", "review"), e["about"]) for e in raw["pair"]]
    return pairs + [Row(language, e["before"], "", "", e["about"]) for e in raw["decline"]]


def offered(before: str, language: str) -> tuple[str, Fix | None, list[str]]:
    """Return what the best fix makes of a paragraph, that fix, and the rules that found something."""
    report = lint(Source(before, "example.md"), REGISTRY, replace(Config(), forced_lang=language))
    rules = [finding.rule for finding in report.findings]
    for fix in (fix for finding in report.findings for fix in finding.fixes if fix.safety is not Safety.SHOW):
        return applied(before, fix.edits), fix, rules
    return "", None, rules


def wrong(row: Row) -> str:
    """Return what is wrong with a row, or nothing."""
    text, fix, rules = offered(row.before, row.language)
    if not rules:
        return "no rule finds anything"
    if text != row.after:
        return f"offers {text!r}"
    return f"is {fix.safety}" if fix and fix.safety != row.safety else ""
