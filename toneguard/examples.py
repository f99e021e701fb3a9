"""Runs a rule's own examples: what the tests and `toneguard rules test` both call."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from toneguard.config import Config
from toneguard.finding import Finding
from toneguard.formats import format_for
from toneguard.lint import evidence, lint
from toneguard.newsroom import Index, Newsroom, release_of
from toneguard.registry import Registry
from toneguard.rule import Example, RuleInfo
from toneguard.source import Source, Span

_MARK = re.compile(r"<<|>>")
_SUFFIXES = {"markdown": ".md", "html": ".html", "plain": ".txt"}


@dataclass(frozen=True)
class Failure:
    """An example that does not hold: the rule, the example, and what was expected and found."""

    rule: str
    example: Example
    reason: str

    def __str__(self) -> str:
        return f"{self.rule}: [{self.example.language}]: {self.reason}"


def failures(registry: Registry, info: RuleInfo) -> Iterator[Failure]:
    """Yield every example of a rule that does not hold."""
    for example in info.examples:
        for reason in check(registry, info, example):
            yield Failure(info.name, example, reason)


def check(registry: Registry, info: RuleInfo, example: Example) -> Iterator[str]:
    """Yield what is wrong with one example."""
    if example.bad:
        text, expected = unmarked(example.bad)
        found = _found(registry, info, example, text)
        if found != expected:
            yield f"bad {example.bad!r}: expected {_shown(text, expected)}, found {_shown(text, found)}"
    if example.fixed:
        text, _ = unmarked(example.bad)
        rewritten = [_applied(text, finding) for finding in _lint(registry, info, example, text)]
        if example.fixed not in rewritten:
            yield f"fixed {example.fixed!r}: the rewrites are {rewritten!r}"
    if example.good:
        found = _found(registry, info, example, example.good)
        if found:
            yield f"good {example.good!r}: expected nothing, found {_shown(example.good, found)}"


def unmarked(text: str) -> tuple[str, list[Span]]:
    """Return the text without its marks, and the ranges they stood around."""
    parts = _MARK.split(text)
    spans: list[Span] = []
    position = 0
    for index, part in enumerate(parts):
        if index % 2:
            spans.append(Span(position, position + len(part)))
        position += len(part)
    return "".join(parts), spans


def _found(registry: Registry, info: RuleInfo, example: Example, text: str) -> list[Span]:
    """Return what a rule finds in a text, or where evidence stands in it."""
    if info.name in registry.evidence:
        source = Source(text, f"example{_SUFFIXES[example.format]}")
        return sorted(evidence(source, registry, replace(Config(), forced_lang=example.language), info.name))
    return _spans(_lint(registry, info, example, text))


def _lint(registry: Registry, info: RuleInfo, example: Example, text: str) -> tuple[Finding, ...]:
    config = replace(
        Config(),
        select=(info.name,),
        forced_lang=example.language,
        brands=example.brands,
        markets=example.markets,
        publisher=example.publisher,
        advice=True,
    )
    source = Source(text, f"example{_SUFFIXES[example.format]}")
    if example.newsroom:
        registry.newsroom = newsroom_of(example.newsroom)
    try:
        return lint(source, registry, config).findings
    finally:
        registry.__dict__.pop("newsroom", None)


def newsroom_of(text: str) -> Newsroom:
    """Return a newsroom in memory that holds one release, a Markdown text."""
    index = Index()
    index.put([release_of(format_for(Source(text, "release.md")).parse(Source(text, "release.md")), "release.md")])
    return Newsroom(index, Config())


def _spans(findings: tuple[Finding, ...]) -> list[Span]:
    found: list[Span] = []
    for finding in findings:
        found.extend((finding.scope == "document" and finding.evidence) or (finding.span,))
    return sorted(found)


def _applied(text: str, finding: Finding) -> str:
    for fix in finding.fixes:
        for edit in sorted(fix.edits, key=lambda edit: edit.span, reverse=True):
            text = text[: edit.span.start] + edit.text + text[edit.span.end :]
        return text
    return text


def _shown(text: str, spans: list[Span]) -> str:
    return ", ".join(repr(text[span.start : span.end]) for span in spans) or "nothing"
