"""A run as a page of Markdown that a review shows: a table for every post, the gravest first where room is short."""

from __future__ import annotations

from collections.abc import Sequence
from html import escape

from toneguard.finding import Finding, Report, Safety, Severity
from toneguard.late import late
from toneguard.outputs.output import Style, printable
from toneguard.outputs.places import address
from toneguard.outputs.wording import by_severity, counted, headline, written
from toneguard.source import Source

_MARKS = {Severity.ERROR: "🔴", Severity.WARNING: "🟡", Severity.SUGGESTION: "🔵"}
_LONG = 400  # characters of a cell
_OPEN = 3  # posts; where there are more, their tables are folded
_FEW = 20  # errors
_RESERVE = 200  # bytes for saying what was left out
# What would be markup in a cell, and what would call a person or an issue: a character of no width comes behind it.
_MARKUP = late(r"([\\`*_{}\[\]~])")
_ENTITIES = {"&": "&amp;", "<": "&lt;", ">": "&gt;", "|": "&#124;", "$": "&#36;"}
_CALLS = late(r"([@#!])(?=\w)")
_HEAD = "| Line | Found | Instead |\n| ---: | --- | --- |\n"


def page(reports: Sequence[Report], errors: Sequence[str], style: Style, limit: int) -> str:
    """Return the page, in UTF-8 not longer than `limit`."""
    head = _head(reports, errors)
    tables = _fitting(reports, style, limit - _size(head) - _RESERVE)
    shown = [(report, rows) for report, rows in zip(reports, tables, strict=True) if rows]
    body = "".join(_table(report, rows, style, folded=len(shown) > _OPEN) for report, rows in shown)
    hidden = sum(len(report.findings) for report in reports) - sum(map(len, tables))
    if hidden:
        body += f"\n{counted(hidden, 'more finding')} did not fit in here; `toneguard check` shows them all.\n"
    return head + body


def _head(reports: Sequence[Report], errors: Sequence[str]) -> str:
    clean = reports and not errors and not any(report.findings for report in reports)
    lines = ["<!-- toneguard -->", f"### {'✅ ' if clean else ''}toneguard: {headline(reports)}", ""]
    other = sum(report.skipped not in (None, "no prose") for report in reports)
    if other:
        lines += [f"In {counted(other, 'post')} there is text in a language that no rule ran on.", ""]
    if errors:
        lines += [f"**{counted(len(errors), 'error')}**", ""]
        lines += [f"- error: {_cell(error)}" for error in errors[:_FEW]]  # a word first: what follows begins no block
        lines += [f"- and {len(errors) - _FEW} more"] if len(errors) > _FEW else []
        lines.append("")
    return "\n".join(lines)


def _fitting(reports: Sequence[Report], style: Style, room: int) -> list[list[str]]:
    """Return the rows of each post in its order, the gravest of all as far as there is room for them."""
    ranked = sorted(
        (finding.severity.rank, post, place)
        for post, report in enumerate(reports)
        for place, finding in enumerate(report.findings)
    )
    rows: list[dict[int, str]] = [{} for _ in reports]
    for _, post, place in ranked:
        report = reports[post]
        row = _row(report.findings[place], report.source)
        room -= _size(row) + (0 if rows[post] else _size(_table(report, [], style, folded=True)))
        if room < 0:
            break
        rows[post][place] = row
    return [[mine[place] for place in sorted(mine)] for mine in rows]


def _table(report: Report, rows: Sequence[str], style: Style, *, folded: bool) -> str:
    name = escape(_calm(printable(address(report.source, style))), quote=False)
    head = f"<b>{name}</b>: {by_severity(report.findings)}"
    return f"<details{'' if folded else ' open'}><summary>{head}</summary>\n\n{_HEAD}{''.join(rows)}\n</details>\n\n"


def _row(finding: Finding, source: Source) -> str:
    line = source.position(finding.span.start)[0] if finding.scope == "span" else "post"
    found = (
        f"{_MARKS[finding.severity]} {_cell(finding.message)}<br><sub>{finding.severity} · {_cell(finding.rule)}</sub>"
    )
    return f"| {line} | {found} | {_instead(finding)} |\n"


def _instead(finding: Finding) -> str:
    """Return what could stand there, or else the question to the writer."""
    for fix in finding.fixes[:1]:
        if fix.safety is not Safety.SHOW:
            return _cell(written(fix))
    return f"<i>{_cell(finding.ask)}</i>" if finding.ask else ""


def _cell(text: str) -> str:
    """Return a text as one cell shows it: no markup, no call."""
    plain = printable(text)
    plain = plain if len(plain) <= _LONG else f"{plain[:_LONG]}…"
    return "".join(_ENTITIES.get(letter, letter) for letter in _MARKUP.sub(r"\\\1", _calm(plain)))


def _calm(text: str) -> str:
    return _CALLS.sub("\\1\u200b", text)


def _size(text: str) -> int:
    return len(text.encode("utf-8", "replace"))
