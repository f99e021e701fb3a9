"""The report for people: each sentence once, its words marked, what is there, and a question to the writer."""

from __future__ import annotations

import unicodedata
from collections.abc import Sequence
from itertools import groupby
from typing import Any

from toneguard.finding import Finding, Report, Safety, Severity
from toneguard.late import late
from toneguard.outputs.output import Output, Style, printable
from toneguard.outputs.wording import counted, written
from toneguard.shadow import STAND_IN
from toneguard.source import Source, Span

_COLORS = {
    "bold": "1",
    "dim": "2",
    "underline": "4",
    "error": "31",
    "warning": "33",
    "suggestion": "36",
    "ok": "32",
}
_MARGIN = "  "
_LABEL = 14  # columns of the margin, the severity or "ask", and the gap behind it
_PLACES = 12  # of a verdict on the whole post
_LONG = 24  # words
_TOKEN = late(r"\S+\s*")


def render(reports: Sequence[Report], errors: Sequence[str], style: Style) -> str:
    """Return the findings by post and sentence, and a summary line."""
    parts = [_post(report, style) for report in reports]
    return "".join(part for part in parts if part) + _summary(reports, errors, style) + "\n"


def _post(report: Report, style: Style) -> str:
    lines: list[str] = []
    if report.skipped and report.skipped != "no prose":
        lines += [f"{_name(report.source)}: {report.skipped}; no rule ran on that", ""]
    for note in report.not_run:
        lines += [f"{_name(report.source)}: {note}, so it did not run; set [pipelines] in the configuration", ""]
    spans = [finding for finding in report.findings if finding.scope == "span"]
    for sentence, group in groupby(spans, key=lambda finding: finding.sentence):
        lines += _sentence(report.source, sentence, list(group), style)
    for finding in report.findings:
        if finding.scope == "document":
            lines += _document(report.source, finding, style)
    return "".join(f"{line}\n" for line in lines)


def _name(source: Source) -> str:
    return "draft" if source.path in ("", "-") else printable(source.path)


def _sentence(source: Source, sentence: Span, findings: list[Finding], style: Style) -> list[str]:
    line, column = source.position(findings[0].span.start)
    lines = [_paint(f"{_name(source)}:{line}:{column}", "bold", style)]
    shown = findings[0].shown.replace(STAND_IN, "…") or source.slice(sentence)
    marked = [place for finding in findings for place in finding.marked or (finding.span.shifted(-sentence.start),)]
    lines += _marked(shown, marked, style)
    offered: set[str] = set()
    for finding in sorted(findings, key=lambda finding: finding.severity.rank):
        lines += _said(finding, style, offered)
    return [*lines, ""]


def _document(source: Source, finding: Finding, style: Style) -> list[str]:
    line, column = source.position(finding.span.start)
    lines = [_paint(f"{_name(source)}:{line}:{column}", "bold", style) + " (the whole post)"]
    for span in finding.evidence[:_PLACES]:
        lines += _wrapped(
            f"{source.position(span.start)[0]}: {_shortened(printable(source.slice(span)))}",
            max(20, style.width),
            initial_indent=_MARGIN,
            subsequent_indent=_MARGIN * 2,
        )
    if len(finding.evidence) > _PLACES:
        lines.append(f"{_MARGIN}and {counted(len(finding.evidence) - _PLACES, 'place')} more")
    return [*lines, *_said(finding, style, set()), ""]


def _shortened(text: str) -> str:
    """Return a long passage as its beginning and its end."""
    words = text.split()
    if len(words) <= _LONG:
        return " ".join(words)
    return f"{' '.join(words[: _LONG // 2])} … {' '.join(words[-_LONG // 2 :])}"


def _said(finding: Finding, style: Style, offered: set[str]) -> list[str]:
    """Return the message with its rule, the question, and what a fix would write, unless it was `offered` before.

    Lines to fill in are offered once for a sentence, however much was found in it.
    """
    label = _paint(f"{finding.severity:<{_LABEL - 2}}", finding.severity, style)
    body = _filled(f"{printable(finding.message)} [{finding.rule}]", style)
    lines = [f"{_MARGIN}{label}{body[0]}", *(" " * _LABEL + more for more in body[1:])]
    for lead, fix in zip(("try", "or"), finding.fixes, strict=False):
        key = Safety.SHOW if fix.safety is Safety.SHOW else written(fix)
        if key in offered:
            continue
        offered.add(key)
        new = [row for line in written(fix).splitlines() for row in _filled(printable(line), style)] or [fix.title]
        lines += [f"{_MARGIN}{lead:<{_LABEL - 2}}{new[0]}", *(" " * _LABEL + more for more in new[1:])]
    if finding.ask:
        ask = _filled(finding.ask, style)
        lines += [f"{_MARGIN}{'ask':<{_LABEL - 2}}{ask[0]}", *(" " * _LABEL + more for more in ask[1:])]
    return lines


def _filled(text: str, style: Style) -> list[str]:
    room = max(20, style.width - _LABEL)
    if text.isprintable() and text == " ".join(text.split()):
        return _greedy(text.split(" "), room)
    return _wrapped(text, room, break_long_words=False, break_on_hyphens=False) or [""]


def _greedy(words: Sequence[str], room: int) -> list[str]:
    """Return lines of words as `textwrap` fills them; it takes any text, and its time."""
    lines: list[str] = []
    line = words[0]
    for word in words[1:]:
        if len(line) + 1 + len(word) <= room:
            line = f"{line} {word}"
        else:
            lines.append(line)
            line = word
    return [*lines, line]


def _wrapped(text: str, width: int, **ways: Any) -> list[str]:
    from textwrap import wrap  # for those who have something to say

    return wrap(text, width, **ways)


def _marked(shown: str, spans: list[Span], style: Style) -> list[str]:
    """Return the sentence in lines of the style's width, with the marks of its findings below each line."""
    lines: list[str] = []
    text, marks = "", ""
    room = max(20, style.width - 2 * len(_MARGIN))
    below = _below(shown, spans)
    for match in _TOKEN.finditer(shown):
        word = match.group().rstrip()
        size = len(word) if word.isascii() else sum(map(_columns, word))
        if text and len(marks) + size > room:
            lines += _line(text, marks)
            text, marks = "", ""
        part, marked = _word(word, " " * (len(match.group()) > len(word)), below[match.start() : match.end()], style)
        text += part
        marks += marked
    return [*lines, *_line(text, marks)]


def _below(shown: str, spans: list[Span]) -> str:
    """Return a mark below each character of some ranges, and a blank below the others."""
    below = bytearray(b" " * len(shown))
    for span in spans:
        start, end = (min(max(0, offset), len(shown)) for offset in (span.start, span.end))
        below[start:end] = b"^" * (end - start)
    return below.decode("ascii")


def _word(word: str, blank: str, below: str, style: Style) -> tuple[str, str]:
    """Return a word and the blank behind it without what steers a terminal, and its marks, one a column."""
    if word.isascii() and word.isprintable() and not (style.color and "^" in below):  # most words
        return word + blank, below[: len(word) + len(blank)]
    shown = "".join(printable(letter) for letter in word) + blank
    text, marks = "", ""
    for character, mark in zip(shown, below, strict=False):
        text += _paint(character, "underline", style) if mark == "^" and style.color else character
        marks += mark * _columns(character)
    return text, marks


def _line(text: str, marks: str) -> list[str]:
    shown = [f"{_MARGIN * 2}{text.rstrip()}"]
    return [*shown, f"{_MARGIN * 2}{marks.rstrip()}"] if marks.strip() else shown


def _columns(character: str) -> int:
    """Return the columns that a character takes in a terminal."""
    if unicodedata.combining(character) or unicodedata.category(character) in ("Cf", "Me", "Mn"):
        return 0
    return 2 if unicodedata.east_asian_width(character) in "WF" else 1


def _paint(text: str, color: str, style: Style) -> str:
    return f"\x1b[{_COLORS[color]}m{text}\x1b[0m" if style.color else text


def _summary(reports: Sequence[Report], errors: Sequence[str], style: Style) -> str:
    findings = [finding for report in reports for finding in report.findings]
    posts = counted(len(reports), "post")
    failed = f" {counted(len(errors), 'error')}: see above." if errors else ""
    older = sum(len(report.known) for report in reports)
    baseline = f" {counted(older, 'older finding')} {'is' if older == 1 else 'are'} in the baseline." if older else ""
    if not findings:
        words = "Nothing to change" if reports else "Nothing read"
        return _paint(f"{words} in {posts}.", "ok", style) + baseline + failed
    touched = sum(bool(report.findings) for report in reports)
    by_severity = [
        counted(sum(finding.severity is severity for finding in findings), severity)
        for severity in Severity
        if any(finding.severity is severity for finding in findings)
    ]
    silenced = sum(len(report.suppressed) for report in reports)
    ignored = f", {silenced} suppressed" if silenced else ""
    text = f"{', '.join(by_severity)} in {touched} of {posts}{ignored}."
    grave = any(finding.severity is not Severity.SUGGESTION for finding in findings)
    gravest = min(findings, key=lambda finding: finding.severity.rank)
    why = f" Why: toneguard explain {gravest.rule}"
    return _paint(text, "warning" if grave else "suggestion", style) + baseline + failed + why


OUTPUT = Output("text", render)
