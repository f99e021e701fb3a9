"""Reviewdog's `rdjsonl`: one Diagnostic a line."""

from __future__ import annotations

import json
from collections.abc import Sequence

from toneguard.finding import Report
from toneguard.outputs.output import Output, Style
from toneguard.outputs.reviewdog import diagnostic, failure


def render(reports: Sequence[Report], errors: Sequence[str], style: Style) -> str:
    """Return the lines; errors are diagnostics too."""
    rows = [diagnostic(finding, report.source) for report in reports for finding in report.findings]
    rows += [failure(error) for error in errors]
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)


OUTPUT = Output("rdjsonl", render)
