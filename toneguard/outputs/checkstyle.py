"""Checkstyle's XML, which Jenkins, reviewdog and many editors read."""

from __future__ import annotations

from collections.abc import Sequence

from toneguard.finding import Finding, Report, Severity
from toneguard.outputs.output import Output, Style
from toneguard.outputs.places import name_of
from toneguard.outputs.xmltext import HEAD, attributes
from toneguard.source import Source

_VERSION = "4.3"  # of the format, which later ones have not changed
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "info"}


def render(reports: Sequence[Report], errors: Sequence[str], style: Style) -> str:
    """Return a document with an element for every post, also those without findings."""
    files = [_file(report) for report in reports]
    if errors:
        rows = "".join(_error(line=1, severity="error", message=error, source="toneguard") for error in errors)
        files.append(f"<file{attributes(name='toneguard')}>\n{rows}</file>\n")
    return f"{HEAD}<checkstyle{attributes(version=_VERSION)}>\n{''.join(files)}</checkstyle>\n"


def _file(report: Report) -> str:
    rows = "".join(_row(finding, report.source) for finding in report.findings)
    return f"<file{attributes(name=name_of(report.source))}>\n{rows}</file>\n"


def _row(finding: Finding, source: Source) -> str:
    line, column = source.position(finding.span.start)
    rule = f"toneguard.{finding.rule.replace('/', '.')}"  # readers take what stands before the last dot as its category
    level = _LEVELS[finding.severity]
    return _error(line=line, column=column, severity=level, message=finding.message, source=rule)


def _error(**values: object) -> str:
    return f"  <error{attributes(**values)}/>\n"


OUTPUT = Output("checkstyle", render, ways_out=False)
