"""A finding as reviewdog's Diagnostic, for both of its formats: columns count bytes of UTF-8."""

from __future__ import annotations

from typing import Any

from toneguard.finding import Finding, Severity
from toneguard.outputs.output import URL
from toneguard.outputs.places import bytes_position, for_review, joined, name_of
from toneguard.outputs.wording import full_message
from toneguard.source import Source, Span

TOOL = {"name": "toneguard", "url": URL}
_LEVELS = {Severity.ERROR: "ERROR", Severity.WARNING: "WARNING", Severity.SUGGESTION: "INFO"}


def diagnostic(finding: Finding, source: Source) -> dict[str, Any]:
    """Return one Diagnostic, complete in itself; each fix is a suggestion of its own."""
    code = {"value": finding.rule}
    pages = [page for page in finding.see if page.startswith(("https://", "http://"))]
    suggestions = [joined(fix, source) for fix in for_review(finding)]
    return {
        "message": full_message(finding),
        "location": {"path": name_of(source), "range": _range(finding.span, source)},
        "severity": _LEVELS[finding.severity],
        "source": TOOL,
        "code": {**code, "url": pages[0]} if pages else code,
        "suggestions": [{"range": _range(edit.span, source), "text": edit.text} for edit in suggestions],
    }


def failure(error: str) -> dict[str, Any]:
    """Return the Diagnostic of what went wrong."""
    return {"message": error, "location": {"path": "toneguard"}, "severity": "ERROR", "source": TOOL}


def _range(span: Span, source: Source) -> dict[str, Any]:
    return {"start": _point(span.start, source), "end": _point(span.end, source)}


def _point(offset: int, source: Source) -> dict[str, int]:
    line, column = bytes_position(source, offset)
    return {"line": line, "column": column}
