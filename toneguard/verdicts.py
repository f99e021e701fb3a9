"""Document-level kinds of pack rules: density, absence and share, each one verdict with its evidence."""

from __future__ import annotations

from collections.abc import Sequence

import re2

from toneguard.document import Document
from toneguard.finding import Finding, Severity
from toneguard.packs import PackRule
from toneguard.phrases import options
from toneguard.records import replace
from toneguard.rule import RuleSettings
from toneguard.scan import Hit, Scanner


def verdict(
    rule: PackRule, hits: Sequence[Hit], document: Document, settings: RuleSettings, scanner: Scanner
) -> Finding | None:
    """Return the rule's verdict on the post, or None. `hits` are the rule's hits in the scanner's language."""
    if document.words < rule.min_words:
        return None
    judge = {"density": _density, "absence": _absence, "share": _share}[rule.kind]
    dose = settings.dose(rule.info)
    count = judge(rule, hits, document, scanner, dose)
    if count is None:
        return None
    grave = bool(rule.worse_at) and judge(rule, hits, document, scanner, dose * rule.worse_at) is not None
    evidence = tuple(hit.match.sentence.to_source(hit.match.start, hit.match.end) for hit in hits)
    places = evidence or (document.blocks[0].span,)
    first = " ".join(document.source.slice(places[0]).split())
    found = settings.verdict(rule.info, document.source, scanner.language, places, count=count, match=first)
    return replace(found, severity=Severity.ERROR if grave else rule.info.severity, evidence=evidence)


def _density(rule: PackRule, hits: Sequence[Hit], document: Document, scanner: Scanner, dose: float) -> str | None:
    """Enough matches, in all and per 100 words; a dose raises the number in all."""
    enough = len(hits) >= max(1, round(rule.at_least * dose))
    return str(len(hits)) if enough and 100 * len(hits) >= rule.per_100_words * document.words else None


def _absence(rule: PackRule, hits: Sequence[Hit], document: Document, scanner: Scanner, dose: float) -> str | None:
    """No match in a post that is mainly in the scanner's language, nor in its links and front matter."""
    if hits or not document.blocks or document.language != scanner.language:
        return None
    linked = any(part in link.target.lower() for link in document.links for part in rule.links)
    return None if linked or any(document.meta.get(name) for name in rule.meta) else "0"


def _share(rule: PackRule, hits: Sequence[Hit], document: Document, scanner: Scanner, dose: float) -> str | None:
    """The share of matches of `patterns` among those of `patterns` and `against`, as a whole per cent."""
    regexes = [
        re2.compile(scanner.phrase(rule, text).regex, options()) for text in rule.sections[scanner.language].against
    ]
    blocks = [block for block in document.blocks if block.language == scanner.language]
    against = sum(1 for block in blocks for regex in regexes for _ in regex.finditer(block.shadow))
    total = len(hits) + against
    if len(hits) < max(1, rule.at_least) or len(hits) < min(1.0, rule.share * dose) * total:
        return None
    return f"{100 * len(hits) // total} %"
