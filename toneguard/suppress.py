"""Directives → ranges: drop what they silence, count it, and report what is unknown or silences nothing."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping

from toneguard.document import Directive, Document
from toneguard.finding import Finding, Severity
from toneguard.languages import LANGUAGES
from toneguard.languages.detect import AUTO, OTHER, normalised
from toneguard.late import late
from toneguard.nearest import nearest
from toneguard.records import dataclass, replace
from toneguard.source import Span

UNUSED = "suppression/unused"
UNKNOWN = "suppression/unknown"
_ACTIONS = ("ignore", "ignore-start", "ignore-end", "ignore-file")
_META = "toneguard.ignore"
_META_REASON = "toneguard.reason"
_DASHES = late(r"\s--(?:\s|\Z)")  # a reason stands behind them


@dataclass(frozen=True)
class Suppression:
    """One rule or family (`""` for all) silenced in a source range, and the range to point at when it is unused.

    `reason` is what stands behind `--`, or in the front matter as `reason`.
    """

    name: str
    range: Span
    place: Span
    reason: str = ""

    def silences(self, finding: Finding) -> bool:
        """Tell whether the finding lies in the range; a verdict on the post is silenced by the whole post only."""
        if self.name not in ("", finding.rule, finding.family):
            return False
        return self.range.overlaps(finding.span) if finding.scope == "span" else self.range.start == 0


@dataclass(frozen=True)
class Suppressions:
    """What the directives of a post mean, and what is wrong with them."""

    active: tuple[Suppression, ...]
    findings: tuple[Finding, ...]


def apply(
    findings: Iterable[Finding],
    document: Document,
    *,
    ran: frozenset[str],
    known: Iterable[str],
    aliases: Mapping[str, str],
) -> tuple[list[Finding], list[Finding]]:
    """Return the findings that stay and those silenced; unknown and unused suppressions join the first."""
    read = _read(document, frozenset(known), aliases)
    kept: list[Finding] = []
    silenced: list[Finding] = []
    used: set[Suppression] = set()
    for finding in findings:
        by = [suppression for suppression in read.active if suppression.silences(finding)]
        used.update(by)
        if by:
            reasons = (suppression.reason for suppression in by)
            silenced.append(replace(finding, reason=next(filter(None, reasons), "")))
        else:
            kept.append(finding)
    if UNKNOWN in ran:
        kept += read.findings
    if UNUSED in ran:
        kept += [_unused(item, document) for item in read.active if item not in used and _ran(item.name, ran)]
    return kept, silenced


def _ran(name: str, ran: frozenset[str]) -> bool:
    return not name or any(rule == name or rule.startswith(f"{name}/") for rule in ran)


def _read(document: Document, known: frozenset[str], aliases: Mapping[str, str]) -> Suppressions:
    active: list[Suppression] = []
    findings: list[Finding] = []
    whole = Span(0, max(1, len(document.source.text)))
    started: list[tuple[Directive, list[str]]] = []
    for directive in document.directives:
        action, names, wrong = _parse(directive.text, known, aliases)
        findings += [_unknown(text, directive.span, document, known) for text in wrong]
        if action == "ignore-start":
            started.append((directive, names))
        elif action == "ignore-end" and started:
            opening, opened = started.pop()
            area = Span(opening.span.end, directive.span.start)
            active += [Suppression(name, area, opening.span, _reason(opening)) for name in opened]
        elif action in ("ignore", "ignore-file"):
            area = whole if action == "ignore-file" else _next_block(document, directive)
            active += [Suppression(name, area, directive.span, _reason(directive)) for name in names]
    for opening, opened in started:  # never closed: to the end
        area = Span(opening.span.end, whole.end)
        active += [Suppression(name, area, opening.span, _reason(opening)) for name in opened]
    for text, place in _meta_names(document):
        name = aliases.get(text, text)
        if name in known:
            active.append(Suppression(name, whole, place, document.meta.get(_META_REASON, "")))
        else:
            findings.append(_unknown(text, place, document, known))
    return Suppressions(tuple(active), tuple(findings))


def _parse(text: str, known: frozenset[str], aliases: Mapping[str, str]) -> tuple[str, list[str], list[str]]:
    """Return the action, the rules it names (`[""]` for all) and the words that mean nothing."""
    words = re.split(r"[\s,]+", _DASHES.split(text.strip(), maxsplit=1)[0])
    action, names = words[0], [aliases.get(word, word) for word in words[1:] if word]
    if action == "lang":  # read where languages are decided
        return "", [], [name for name in words[1:2] if name != AUTO and normalised(name) not in (*LANGUAGES, OTHER)]
    if action not in _ACTIONS:
        return "", [], [action]
    right = [name for name in names if name in known]
    return action, right if names else [""], [name for name in names if name not in known]


def _reason(directive: Directive) -> str:
    return "".join(_DASHES.split(directive.text.strip(), maxsplit=1)[1:]).strip()


def _next_block(document: Document, directive: Directive) -> Span:
    """Return the range of the block after a directive; a directive inside a block means that block's rest."""
    for block in document.blocks:
        if block.span.end > directive.span.end:
            return Span(max(block.span.start, directive.span.end), block.span.end)
    return Span(directive.span.end, directive.span.end)


def _meta_names(document: Document) -> list[tuple[str, Span]]:
    found = []
    for name in filter(None, (part.strip() for part in document.meta.get(_META, "").split(","))):
        start = max(0, document.source.text.find(name))
        found.append((name, Span(start, start + len(name))))
    return found


def _unknown(name: str, place: Span, document: Document, known: frozenset[str]) -> Finding:
    hint = nearest(name, known | set(_ACTIONS))
    return _own(UNKNOWN, f"The suppression names {name!r}, which is no rule or action{hint}", place, document)


def _unused(suppression: Suppression, document: Document) -> Finding:
    what = suppression.name or "any rule"
    return _own(UNUSED, f"The suppression of {what} silences nothing; remove it.", suppression.place, document)


def _own(rule: str, message: str, place: Span, document: Document) -> Finding:
    if not message.endswith((".", "?")):
        message += "."
    return Finding(
        rule=rule,
        severity=Severity.WARNING,
        message=message,
        span=place,
        text=document.source.slice(place),
        sentence=place,
        language=document.language,
    )
