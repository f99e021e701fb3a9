"""One line a finding: file:line:column, severity, rule, message."""

from __future__ import annotations

from collections.abc import Sequence

from toneguard.finding import Report
from toneguard.outputs.output import Output, Style, printable


def render(reports: Sequence[Report], errors: Sequence[str], style: Style) -> str:
    """Return the lines of all findings."""
    lines = []
    for report in reports:
        for finding in report.findings:
            line, column = report.source.position(finding.span.start)
            message = printable(finding.message)
            lines.append(f"{report.source.path}:{line}:{column}: {finding.severity} {finding.rule}: {message}\n")
    return "".join(lines)


OUTPUT = Output("concise", render, ways_out=False)
