"""The report as JSON, version 1: stable names, offsets in code points."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from toneguard.finding import Finding, Report, fingerprint
from toneguard.outputs.output import Output, Style
from toneguard.source import Source, Span


def render(reports: Sequence[Report], errors: Sequence[str], style: Style) -> str:
    """Return one JSON object for the whole run."""
    data = {
        "version": 1,
        "tool": f"toneguard {style.version}",
        "files": [_file(report) for report in reports],
        "findings": [_finding(finding, report.source) for report in reports for finding in report.findings],
        "errors": list(errors),
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def _file(report: Report) -> dict[str, Any]:
    return {
        "path": report.source.path,
        "language": report.language,
        "words": report.words,
        "skipped": report.skipped,
        "not_run": list(report.not_run),
        "suppressed": len(report.suppressed),
        "known": len(report.known),
    }


def _finding(finding: Finding, source: Source) -> dict[str, Any]:
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


OUTPUT = Output("json", render)
