"""A finding as data, in the stable names of JSON version 1: offsets in code points."""

from __future__ import annotations

from typing import Any

from toneguard.finding import Finding, fingerprint
from toneguard.source import Source, Span


def record(finding: Finding, source: Source) -> dict[str, Any]:
    """Return everything that is known of a finding."""
    return {
        "path": source.path,
        "rule": finding.rule,
        "family": finding.family,
        "severity": finding.severity,
        "scope": finding.scope,
        "language": finding.language,
        "message": finding.message,
        "text": finding.text,
        **_range(finding.span, source),
        "sentence": _range(finding.sentence, source),
        "evidence": [_range(span, source) for span in finding.evidence],
        "related": [
            {
                **_range(item.span, source),
                "place": item.place,
                "title": item.title,
                "date": item.date,
                "text": item.text,
            }
            for item in finding.related
        ],
        "fingerprint": fingerprint(finding, source),
        "fixes": [
            {
                "title": fix.title,
                "safety": fix.safety,
                "cut": fix.cut,
                "edits": [{"start": e.span.start, "end": e.span.end, "text": e.text} for e in fix.edits],
            }
            for fix in finding.fixes
        ],
        "ask": finding.ask,
        "see": list(finding.see),
        "pattern": finding.pattern,
        "probability": finding.probability,
    }


def _range(span: Span, source: Source) -> dict[str, Any]:
    return {"start": _point(span.start, source), "end": _point(span.end, source)}


def _point(offset: int, source: Source) -> dict[str, int]:
    line, column = source.position(offset)
    return {"line": line, "column": column, "offset": offset}
