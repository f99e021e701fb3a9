"""GitLab's Code Quality report, which a merge request shows beside the changed lines."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from toneguard.blake import blake2b
from toneguard.finding import Report, Severity
from toneguard.outputs.output import Output, Style, printable
from toneguard.outputs.places import Placed, address, placed

_LEVELS = {Severity.ERROR: "major", Severity.WARNING: "minor", Severity.SUGGESTION: "info"}


def render(reports: Sequence[Report], errors: Sequence[str], style: Style) -> str:
    """Return an array of issues. The format has no place for errors; the exit code and standard error tell of them."""
    issues = [_issue(item, style) for report in reports for item in placed(report)]
    return json.dumps(issues, ensure_ascii=False, indent=1) + "\n"


def _issue(item: Placed, style: Style) -> dict[str, Any]:
    path = address(item.source, style)
    named = f"{path}\0{item.identity}".encode("utf-8", "surrogateescape")
    span = item.finding.span
    return {
        "description": printable(item.finding.message),
        "check_name": item.finding.rule,
        "fingerprint": blake2b(named, digest_size=16).hexdigest(),  # GitLab keeps one issue of each
        "severity": _LEVELS[item.finding.severity],
        "location": {
            "path": path,
            "lines": {"begin": item.source.position(span.start)[0], "end": item.source.position(span.end)[0]},
        },
    }


OUTPUT = Output("gitlab", render, ways_out=False)
