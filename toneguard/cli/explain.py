"""`toneguard explain`: a rule's reason, examples and sources."""

from __future__ import annotations

from pathlib import Path
from textwrap import fill, indent

from toneguard.cli.check import CLEAN, FAILED
from toneguard.cli.terminal import show_errors, write
from toneguard.config import ConfigError
from toneguard.nearest import missing
from toneguard.packs import PackError
from toneguard.rule import Example, RuleInfo
from toneguard.run import Settings

_WIDTH = 78
_FEW = 2  # examples of each kind and language, unless one language is asked for


def explain(name: str, lang: str, config: Path | None, *, isolated: bool) -> int:
    """Print what there is to know about a rule and return the exit code."""
    try:
        registry = Settings(config, isolated).registry(Path())
        infos = registry.infos
    except (ConfigError, PackError) as error:
        show_errors((str(error),))
        return FAILED
    info = infos.get(registry.aliases.get(name, name))
    if info is None:
        known = (*infos, *registry.aliases)
        show_errors((missing("rule", name, known, "see `toneguard rules`"),))
        return FAILED
    write(_page(info, lang))
    return CLEAN


def _page(info: RuleInfo, lang: str) -> str:
    parts = [
        f"{info.name} ({info.severity}{', preview' if info.status == 'preview' else ''})",
        fill(info.summary, _WIDTH),
    ]
    parts += [fill(info.why, _WIDTH)]
    for language in info.languages:
        if lang in ("", language):
            parts.append(_language(info, language, whole=lang == language))
    if info.worse_with:
        parts.append(fill(f"An error in a paragraph with {', '.join(info.worse_with)}.", _WIDTH))
    if info.law:
        cited = "\n".join(fill(text, _WIDTH, initial_indent="  ", subsequent_indent="    ") for text in info.law)
        parts.append(f"Law and guidance, each with its date; this is not legal advice\n{cited}")
    if info.see:
        parts.append("See\n" + "\n".join(f"  {address}" for address in info.see))
    if info.aliases:
        parts.append(f"Formerly {', '.join(info.aliases)}.")
    parts.append(f"To leave a sentence alone: <!-- toneguard: ignore {info.name} -- your reason -->")
    return "\n\n".join(parts) + "\n"


def _language(info: RuleInfo, language: str, *, whole: bool) -> str:
    lines = [f"[{language}]"]
    if info.asks.get(language):
        lines.append(f"  ask   {info.asks[language]}")
    if language in info.ask_only:
        lines.append("        No rewrite: only the writer knows what could stand there.")
    mine = [example for example in info.examples if example.language == language]
    shown = mine if whole else _few(mine)
    for example in shown:
        lines += _example(example)
    if len(shown) < len(mine):
        lines.append(f"  … and {len(mine) - len(shown)} more: --lang {language}")
    return "\n".join(lines)


def _few(examples: list[Example]) -> list[Example]:
    bad = sorted((example for example in examples if example.bad), key=lambda example: not example.fixed)[:_FEW]
    return [*bad, *[example for example in examples if example.good and example not in bad][:_FEW]]


def _example(example: Example) -> list[str]:
    shown = (("bad", example.bad), ("fixed", example.fixed), ("good", example.good))
    return [f"  {name:<5} {indent(text.strip(), ' ' * 8).lstrip()}" for name, text in shown if text]
