"""Reviewdog's `rdjson`: one DiagnosticResult for the whole run."""

from __future__ import annotations

import json
from collections.abc import Sequence

from toneguard.finding import Report
from toneguard.outputs.output import Output, Style
from toneguard.outputs.reviewdog import TOOL, diagnostic, failure


def render(reports: Sequence[Report], errors: Sequence[str], style: Style) -> str:
    """Return the object; errors are diagnostics too."""
    rows = [diagnostic(finding, report.source) for report in reports for finding in report.findings]
    rows += [failure(error) for error in errors]
    return json.dumps({"source": TOOL, "diagnostics": rows}, ensure_ascii=False, indent=1) + "\n"


OUTPUT = Output("rdjson", render)
