"""How grave findings are: the severities of the post's grading, and company that makes a finding worse."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from toneguard.document import Document
from toneguard.finding import Finding, Severity
from toneguard.profiles import Grading
from toneguard.records import replace
from toneguard.rule import RuleInfo


def weighed(
    findings: Sequence[Finding], document: Document, grading: Grading, infos: Mapping[str, RuleInfo]
) -> Iterator[Finding]:
    """Yield the findings with the severity they have in this post.

    A warning becomes an error beside a finding, in the same block, of a rule that its own names in `worse_with`. What
    a rule itself calls a suggestion, though it gives warnings, stays one.
    """
    company = _company(findings, document)
    for finding in findings:
        info = infos.get(finding.rule)
        if finding.severity is Severity.SUGGESTION and info and info.severity is not Severity.SUGGESTION:
            yield finding
            continue
        level = grading.severity(finding.rule, finding.severity) or finding.severity  # off, but asked for by name
        if level is Severity.WARNING and info and company.get(finding, frozenset()).intersection(info.worse_with):
            level = Severity.ERROR
        yield replace(finding, severity=level)


def _company(findings: Sequence[Finding], document: Document) -> dict[Finding, frozenset[str]]:
    """Return for each finding in a sentence the rules that found something in its block."""
    spans = sorted((finding for finding in findings if finding.scope == "span"), key=lambda finding: finding.span.start)
    found: dict[Finding, frozenset[str]] = {}
    position = 0
    for block in document.blocks:
        group = []
        while position < len(spans) and spans[position].span.start < block.span.end:
            group.append(spans[position])
            position += 1
        rules = frozenset(finding.rule for finding in group)
        found.update(dict.fromkeys(group, rules))
    return found
