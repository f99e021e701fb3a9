"""The report as JSON, version 1: stable names, offsets in code points."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from toneguard.finding import Report
from toneguard.outputs.output import Output, Style
from toneguard.outputs.record import record


def render(reports: Sequence[Report], errors: Sequence[str], style: Style) -> str:
    """Return one JSON object for the whole run."""
    data = {
        "version": 1,
        "tool": f"toneguard {style.version}",
        "files": [_file(report) for report in reports],
        "findings": [record(finding, report.source) for report in reports for finding in report.findings],
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


OUTPUT = Output("json", render)
