"""The findings as CSV, a line each, for an editor's spreadsheet."""

from __future__ import annotations

import csv
from collections.abc import Iterator, Sequence
from io import StringIO

from toneguard import Report
from toneguard.outputs import Output, Style
from toneguard.outputs.output import printable

_HEAD = ("file", "line", "column", "severity", "rule", "text", "message", "question")
_FORMULA = ("=", "+", "-", "@")  # a spreadsheet would compute a cell that begins so


def render(reports: Sequence[Report], errors: Sequence[str], style: Style) -> str:
    """Return a table with a head; errors go to standard error in any case."""
    page = StringIO()
    table = csv.writer(page, lineterminator="\n")
    table.writerow(_HEAD)
    for report in reports:
        table.writerows(_rows(report))
    return page.getvalue()


def _rows(report: Report) -> Iterator[list[str]]:
    for finding in report.findings:
        line, column = report.source.position(finding.span.start)
        cells = (finding.severity, finding.rule, finding.text, finding.message, finding.ask)
        yield [_cell(report.source.path), str(line), str(column), *map(_cell, cells)]


def _cell(text: str) -> str:
    shown = printable(text)
    return f"'{shown}" if shown.startswith(_FORMULA) else shown


OUTPUT = Output("csv", render)
