"""Runs a rule's own examples: what the tests and `toneguard rules test` both call."""

from __future__ import annotations

from collections.abc import Iterator

from toneguard.config import Config
from toneguard.finding import Finding, Fix, Safety
from toneguard.fixing import applied
from toneguard.formats import format_for
from toneguard.late import late
from toneguard.lint import evidence, lint
from toneguard.newsroom import Index, Newsroom, release_of
from toneguard.packs import Pack
from toneguard.records import dataclass, replace
from toneguard.registry import Registry
from toneguard.rewriting.engine import alone
from toneguard.rule import Example, RuleInfo
from toneguard.source import Source, Span

_MARK = late(r"<<|>>")
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
        found_in = _lint(registry, info, example, text)
        rewritten = [applied(text, fix.edits) for finding in found_in for fix in finding.fixes]
        if example.fixed not in rewritten:
            yield f"fixed {example.fixed!r}: the rewrites are {rewritten!r}"
    if example.good:
        found = _found(registry, info, example, example.good)
        if found:
            yield f"good {example.good!r}: expected nothing, found {_shown(example.good, found)}"


def rewrite_failures(registry: Registry, pack: Pack) -> Iterator[str]:
    """Yield every example of a pack's rewrites that does not hold.

    One with `after` holds where the template alone, or with others, makes that of its sentence; one without where
    nothing may be shown, or the template makes nothing of it.
    """
    for language in registry.languages:
        room = registry.rooms.room(language, lambda document: ())
        known = {template.origin: template for template in room.templates} if room else {}
        for path, raw in pack.tables.get(f"rewriting/{language}", ()):
            for number, entry in enumerate(raw.get("rewrite", ()), 1):
                template = known.get(f"{path}: rewrite {number}")
                for example in entry.get("example", ()) if template else ():
                    before, after = example["before"], example.get("after", "")
                    made = {alone(template, before, language), offer(registry, before, language)[0]} if template else ()
                    if after not in made:
                        result = ", ".join(sorted(made)) or "nothing"
                        yield f"{path}: rewrite {number}: {before!r}: makes {result} of it"


def offer(registry: Registry, before: str, language: str) -> tuple[str, Fix | None]:
    """Return what the first fix that may be applied makes of a Markdown text, and the fix; `""` where there is none."""
    report = lint(Source(before, "example.md"), registry, replace(Config(), forced_lang=language))
    fixes = (fix for finding in report.findings for fix in finding.fixes if fix.safety is not Safety.SHOW)
    fix = next(fixes, None)
    return (applied(before, fix.edits), fix) if fix else ("", None)


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
        ways_out=bool(example.fixed),
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


def _shown(text: str, spans: list[Span]) -> str:
    return ", ".join(repr(text[span.start : span.end]) for span in spans) or "nothing"
