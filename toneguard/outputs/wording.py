"""What several outputs say in the same words."""

from __future__ import annotations

from collections.abc import Sequence

from toneguard.finding import Finding, Fix, Report, Safety, Severity
from toneguard.outputs.output import printable

# The suppression rules have no entry of their own among the rules.
OWN = {
    "suppression/unused": "A suppression that silences nothing.",
    "suppression/unknown": "A suppression that names no rule or action.",
}


def counted(number: int, noun: str) -> str:
    """Return a number with its noun."""
    return f"{number} {noun}{'' if number == 1 else 's'}"


def written(fix: Fix) -> str:
    """Return what a fix would write; white space at its ends is for the file."""
    return " ".join(edit.text for edit in fix.edits).strip() or fix.title


def hint(finding: Finding) -> str:
    """Return on one line the way out of a finding: what could stand there, or else the question to the writer."""
    for fix in finding.fixes[:1]:
        if fix.safety is not Safety.SHOW:
            return f"Try: {printable(written(fix))}"
    return f"Ask: {printable(finding.ask)}" if finding.ask else ""


def full_message(finding: Finding) -> str:
    """Return the message, and in a line of its own the way out."""
    return "\n".join(filter(None, (printable(finding.message), hint(finding))))


def by_severity(findings: Sequence[Finding]) -> str:
    """Return how many findings there are, gravest first, such as `1 error, 2 warnings`."""
    counts = [(severity, sum(finding.severity is severity for finding in findings)) for severity in Severity]
    return ", ".join(counted(number, severity) for severity, number in counts if number)


def headline(reports: Sequence[Report]) -> str:
    """Return the findings of a run in a few words."""
    findings = [finding for report in reports for finding in report.findings]
    posts = counted(len(reports), "post")
    if not findings:
        return f"nothing to change in {posts}" if reports else "nothing read"
    touched = sum(bool(report.findings) for report in reports)
    silenced = sum(len(report.suppressed) for report in reports)
    ignored = f", {silenced} suppressed" if silenced else ""
    return f"{by_severity(findings)} in {touched} of {posts}{ignored}"
