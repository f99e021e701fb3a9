"""GitHub's workflow commands: annotations beside the lines of a pull request, and a summary of the run."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from toneguard.finding import Report, Severity
from toneguard.outputs.output import Output, Style, printable
from toneguard.outputs.places import DRAFT, Placed, address, gravest_first
from toneguard.outputs.table import page
from toneguard.outputs.wording import counted, full_message, headline

_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.SUGGESTION: "notice"}
_MOST = 10  # annotations of a level that GitHub shows of a step
_SUMMARY = 1 << 19  # bytes; a step may write twice as much, and is not the only one to
_DATA = {"%": "%25", "\r": "%0D", "\n": "%0A"}
_PROPERTY = {**_DATA, ":": "%3A", ",": "%2C"}


def render(reports: Sequence[Report], errors: Sequence[str], style: Style) -> str:
    """Return at most ten annotations of each level, the gravest first, and how many more there are."""
    rows: dict[str, list[str]] = {level: [] for level in _LEVELS.values()}
    rows["error"] += [_command("error", {"title": "toneguard"}, printable(error)) for error in errors]
    for item in gravest_first(reports):
        level = _LEVELS[item.finding.severity]
        rows[level].append(_annotation(level, item, style))
    shown = [row for level, mine in rows.items() for row in mine[: _room(level, rows)]]
    if hidden := sum(map(len, rows.values())) - len(shown):
        text = f"{counted(hidden, 'more finding')}: GitHub shows {_MOST} of each level. The job's summary lists them."
        shown.append(_command("notice", {"title": "toneguard"}, text))
    return "".join(f"{row}\n" for row in shown) + f"toneguard: {headline(reports)}\n"


def _room(level: str, rows: Mapping[str, Sequence[str]]) -> int:
    """Return how many annotations of a level are shown; saying that there are more takes the place of a notice."""
    crowded = any(len(mine) > _MOST for mine in rows.values())
    return _MOST - 1 if level == "notice" and crowded else _MOST


def _annotation(level: str, item: Placed, style: Style) -> str:
    """Return the command of a finding; GitHub takes columns only where both ends stand in one line."""
    span, source = item.finding.span, item.source
    (line, column), (last, end) = source.position(span.start), source.position(span.end)
    place: dict[str, object] = {"file": address(source, style), "line": line, "endLine": last}
    if line == last:
        place |= {"col": column, "endColumn": end}
    if address(source, style) == DRAFT:
        place = {}
    return _command(level, {**place, "title": item.finding.rule}, full_message(item.finding))


def _command(level: str, properties: Mapping[str, object], message: str) -> str:
    named = ",".join(f"{name}={_escaped(str(value), _PROPERTY)}" for name, value in properties.items())
    return f"::{level} {named}::{_escaped(message, _DATA)}"


def _escaped(text: str, codes: Mapping[str, str]) -> str:
    return "".join(codes.get(character, character) for character in text)


def summary(reports: Sequence[Report], errors: Sequence[str], style: Style) -> str:
    """Return the page that GitHub shows of the job."""
    return page(reports, errors, style, _SUMMARY)


OUTPUT = Output("github", render, summary)
