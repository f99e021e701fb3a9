"""One JSON object a line: each finding as in `json`, and after them each error as `{"error": …}`."""

from __future__ import annotations

import json
from collections.abc import Sequence

from toneguard.finding import Report
from toneguard.outputs.output import Output, Style
from toneguard.outputs.record import record


def render(reports: Sequence[Report], errors: Sequence[str], style: Style) -> str:
    """Return the lines; a run without findings and errors has none."""
    rows = [record(finding, report.source) for report in reports for finding in report.findings]
    rows += [{"error": error} for error in errors]
    return "".join(f"{json.dumps(row, ensure_ascii=False)}\n" for row in rows)


OUTPUT = Output("jsonl", render)
