"""JUnit's XML: a test suite for every post, a test case for every finding, and one that passes for a clean post."""

from __future__ import annotations

from collections.abc import Sequence

from toneguard.finding import Finding, Report, Severity
from toneguard.outputs.output import Output, Style, printable
from toneguard.outputs.places import name_of
from toneguard.outputs.wording import hint
from toneguard.outputs.xmltext import HEAD, attributes, text
from toneguard.source import Source

_CLEAN = "nothing to change"


def render(reports: Sequence[Report], errors: Sequence[str], style: Style) -> str:
    """Return the document. Advice never fails a run, so a suggestion passes; what is suppressed counts as skipped."""
    suites = [_suite(report) for report in reports]
    if errors:
        suites.append(_errors(errors))
    failures = sum(_fails(finding) for report in reports for finding in report.findings)
    cases = sum(suite.count("<testcase") for suite in suites)
    head = attributes(name="toneguard", tests=cases, failures=failures, errors=len(errors))
    return f"{HEAD}<testsuites{head}>\n{''.join(suites)}</testsuites>\n"


def _fails(finding: Finding) -> bool:
    return finding.severity is not Severity.SUGGESTION


def _suite(report: Report) -> str:
    name = name_of(report.source)
    cases = [_case(finding, report.source, _outcome(finding, report.source)) for finding in report.findings]
    cases += [_case(finding, report.source, _skipped(finding)) for finding in report.suppressed]
    cases = cases or [f"  <testcase{attributes(name=_CLEAN, classname=name)}/>\n"]
    failures = sum(_fails(finding) for finding in report.findings)
    head = attributes(name=name, tests=len(cases), failures=failures, errors=0, skipped=len(report.suppressed))
    return f"<testsuite{head}>\n{''.join(cases)}</testsuite>\n"


def _case(finding: Finding, source: Source, outcome: str) -> str:
    line, column = source.position(finding.span.start)
    # Readers take cases of the same name for one, so the name says where.
    head = attributes(name=f"{finding.rule} ({line}:{column})", classname=name_of(source))
    return f"  <testcase{head}>\n    {outcome}\n  </testcase>\n"


def _outcome(finding: Finding, source: Source) -> str:
    line, column = source.position(finding.span.start)
    rows = (f"{name_of(source)}:{line}:{column}", printable(source.slice(finding.sentence)), hint(finding))
    body = "\n".join(filter(None, rows))
    if not _fails(finding):
        return f"<system-out>{text(f'{finding.severity}: {printable(finding.message)}')}\n{text(body)}</system-out>"
    return f"<failure{attributes(type=finding.severity, message=finding.message)}>{text(body)}</failure>"


def _skipped(finding: Finding) -> str:
    return f"<skipped{attributes(message=finding.reason or 'suppressed')}/>"


def _errors(errors: Sequence[str]) -> str:
    rows = "".join(
        f"  <testcase{attributes(name=f'error {number}', classname='toneguard')}>\n"
        f"    <error{attributes(type='error', message=error)}/>\n  </testcase>\n"
        for number, error in enumerate(errors, 1)
    )
    head = attributes(name="toneguard", tests=len(errors), failures=0, errors=len(errors))
    return f"<testsuite{head}>\n{rows}</testsuite>\n"


OUTPUT = Output("junit", render)
