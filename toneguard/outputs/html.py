"""One HTML page that needs nothing else: each post as it was written, its findings marked, what is said beside them."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape
from pathlib import Path

from toneguard.finding import Report
from toneguard.outputs.marking import Mark, passages
from toneguard.outputs.note import note
from toneguard.outputs.output import Output, Style, printable
from toneguard.outputs.places import name_of
from toneguard.outputs.wording import by_severity, headline

# Nothing is loaded and nothing runs, whatever a post holds.
_POLICY = "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; form-action 'none'"


def render(reports: Sequence[Report], errors: Sequence[str], style: Style) -> str:
    """Return the page; posts with findings come first."""
    title = f"toneguard: {headline(reports)}"
    posts = sorted(enumerate(reports, 1), key=lambda item: not item[1].findings)
    body = "".join(_post(report, number, style) for number, report in posts)
    css = (Path(__file__).parent / "page.css").read_text("utf-8")
    return (
        '<!doctype html>\n<html lang="en">\n<head>\n<meta charset="utf-8">\n'
        f'<meta http-equiv="Content-Security-Policy" content="{_POLICY}">\n'
        '<meta name="viewport" content="width=device-width, initial-scale=1">\n'
        f"<title>{escape(title)}</title>\n<style>\n{css}</style>\n</head>\n<body>\n"
        f"<header>\n<h1>{escape(title)}</h1>\n{_errors(errors)}{_contents(reports)}</header>\n"
        f"<main>\n{body}</main>\n</body>\n</html>\n"
    )


def _errors(errors: Sequence[str]) -> str:
    if not errors:
        return ""
    rows = "".join(f"<li>{escape(printable(error))}</li>\n" for error in errors)
    head = "<p><b>Not everything could be read</b></p>"
    return f'<section class="errors" aria-label="Errors">\n{head}\n<ul>\n{rows}</ul>\n</section>\n'


def _contents(reports: Sequence[Report]) -> str:
    """Return links to the posts with findings, where there are several posts."""
    found = [(number, report) for number, report in enumerate(reports, 1) if report.findings]
    if len(reports) < 2 or not found:
        return ""
    rows = "".join(
        f'<li><a href="#p{number}">{_name(report)}</a>: {by_severity(report.findings)}</li>\n'
        for number, report in found
    )
    return f'<nav aria-label="Posts">\n<ul>\n{rows}</ul>\n</nav>\n'


def _name(report: Report) -> str:
    return escape(printable(name_of(report.source)))


def _post(report: Report, number: int, style: Style) -> str:
    said = by_severity(report.findings) or "nothing to change"
    about = "".join(f'<p class="dim">{escape(printable(text))}</p>\n' for text in _about(report))
    cards = [
        note(finding, report, f"p{number}n{place}", place, style) for place, finding in enumerate(report.findings, 1)
    ]
    head = f'<h2 id="p{number}">{_name(report)}: {said}</h2>\n'
    rows, placed = "", set[int]()
    for text, here in passages(report.source, _marks(report, number)):
        rows += _row(text, "".join(cards[place - 1] for place in here))
        placed.update(here)
    whole = "".join(card for place, card in enumerate(cards, 1) if place not in placed)
    post = f'<div lang="{escape(report.language or "en")}">\n{rows}</div>\n'
    if not report.findings:
        post = f"<details>\n<summary>The post</summary>\n{post}</details>\n"
    return f"<section>\n{head}{about}{whole}{post}{_suppressed(report)}</section>\n"


def _about(report: Report) -> list[str]:
    skipped = [f"{report.skipped}; no rule ran on that"] if report.skipped not in (None, "no prose") else []
    return [*skipped, *(f"{text}, so it did not run" for text in report.not_run)]


def _marks(report: Report, post: int) -> list[Mark]:
    """Return what to mark: findings with their numbers, and what verdicts on the whole post rest on without."""
    marks = []
    for number, finding in enumerate(report.findings, 1):
        if finding.scope == "span":
            marks.append(Mark(finding.span, finding.severity, number, f"p{post}n{number}"))
        else:
            marks += [Mark(span, finding.severity, 0, "") for span in finding.evidence]
    return marks


def _row(text: str, notes: str) -> str:
    """Return a passage of the post, and the notes on the findings that begin in it."""
    beside = f'<div class="notes">\n{notes}</div>\n' if notes else ""
    return f'<div class="row">\n<div class="text">{text}</div>\n{beside}</div>\n'


def _suppressed(report: Report) -> str:
    if not report.suppressed:
        return ""
    rows = "".join(
        f"<li>Line {report.source.position(finding.span.start)[0]}: <code>{escape(finding.rule)}</code>"
        f"{f' – {escape(printable(finding.reason))}' if finding.reason else ''}</li>\n"
        for finding in report.suppressed
    )
    return f"<details>\n<summary>{len(report.suppressed)} suppressed</summary>\n<ul>\n{rows}</ul>\n</details>\n"


OUTPUT = Output("html", render, describes=True, whole=True)
