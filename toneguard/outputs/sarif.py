"""SARIF 2.1.0, as GitHub code scanning takes it: relative addresses, fingerprints, rules with help, fixes."""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from typing import Any

from toneguard.finding import Fix, Report
from toneguard.outputs.descriptors import LEVELS, descriptor
from toneguard.outputs.output import URL, Output, Style, printable
from toneguard.outputs.places import Placed, for_review, gravest_first, placed, uri
from toneguard.outputs.wording import counted, full_message
from toneguard.source import Source, Span

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_RESULTS = 25_000  # GitHub refuses a run with more
_RELATED = 10  # places of a result beside its own
_ROOT = "%SRCROOT%"
_Data = dict[str, Any]


def render(reports: Sequence[Report], errors: Sequence[str], style: Style) -> str:
    """Return a log of one run: the gravest findings first, after them what is suppressed, in the post or a baseline."""
    found = gravest_first(reports)
    silenced = [(item, "inSource") for report in reports for item in placed(report, report.suppressed)]
    silenced += [(item, "external") for report in reports for item in placed(report, report.known)]
    kept, kept_silenced = found[:_RESULTS], silenced[: max(0, _RESULTS - len(found))]
    names = sorted({item.finding.rule for item in (*kept, *(item for item, _ in kept_silenced))})
    index = {name: place for place, name in enumerate(names)}
    results = [_result(item, index, style) for item in kept]
    results += [_result(item, index, style) | _suppressed(item, kind) for item, kind in kept_silenced]
    left_out = len(found) + len(silenced) - len(results)
    run = {
        "tool": {"driver": _driver(names, style)},
        "automationDetails": {"id": "toneguard/"},
        "columnKind": "unicodeCodePoints",
        "newlineSequences": ["\r\n", "\n", "\r"],
        "originalUriBaseIds": {_ROOT: {"description": {"text": "The root of the project."}}},
        "invocations": [_invocation(errors, left_out)],
        "results": results,
    }
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _driver(names: Sequence[str], style: Style) -> _Data:
    driver = {
        "name": "toneguard",
        "informationUri": URL,
        "rules": [descriptor(name, style.rules.get(name)) for name in names],
    }
    return {**driver, "version": style.version, "semanticVersion": style.version} if style.version else driver


def _invocation(errors: Sequence[str], left_out: int) -> _Data:
    notes = [{"level": "error", "message": {"text": printable(error)}} for error in errors]
    if left_out:
        text = f"{counted(left_out, 'finding')} left out: a run may have {_RESULTS} results."
        notes.append({"level": "warning", "message": {"text": text}})
    return {"executionSuccessful": not errors, "toolExecutionNotifications": notes}


def _result(item: Placed, index: Mapping[str, int], style: Style) -> _Data:
    finding = item.finding
    result = {
        "ruleId": finding.rule,
        "ruleIndex": index[finding.rule],
        "level": LEVELS[finding.severity],
        "message": {"text": _plain(full_message(finding))},
        "locations": [_location(finding.span, item.source, style, finding.sentence)],
        "partialFingerprints": {"primaryLocationLineHash": item.identity, "toneguard/v1": item.identity},
        "properties": {"language": finding.language, "scope": finding.scope},
    }
    related = _related(item, style)
    fixes = [_fix(fix, item.source, style) for fix in for_review(finding)]
    return result | ({"relatedLocations": related} if related else {}) | ({"fixes": fixes} if fixes else {})


def _plain(text: str) -> str:
    """Return a text in which no words in brackets are taken for a link."""
    return text.replace("[", "\\[").replace("]", "\\]") if "](" in text else text


def _related(item: Placed, style: Style) -> list[_Data]:
    """Return what a verdict rests on, and the passages of releases that a post repeats."""
    finding, source = item.finding, item.source
    places = [(span, "") for span in finding.evidence]
    for passage in finding.related:
        date = f" ({passage.date})" if passage.date else ""
        places.append((passage.span, f"Also in {passage.title or passage.place}{date}: {passage.place}"))
    rows = []
    for number, (span, said) in enumerate(places[:_RELATED], 1):
        text = said or f"“{printable(source.slice(span))}”"
        rows.append({"id": number, **_location(span, source, style), "message": {"text": _plain(printable(text))}})
    return rows


def _location(span: Span, source: Source, style: Style, around: Span | None = None) -> _Data:
    place = {"artifactLocation": _artifact(source, style), "region": _region(span, source) | _snippet(span, source)}
    if around and around != span and around.contains(span):
        place["contextRegion"] = _region(around, source) | _snippet(around, source)
    return {"physicalLocation": place}


def _snippet(span: Span, source: Source) -> _Data:
    return {"snippet": {"text": source.slice(span)}}


def _artifact(source: Source, style: Style) -> _Data:
    address, relative = uri(source, style)
    return {"uri": address, "uriBaseId": _ROOT} if relative else {"uri": address}


def _region(span: Span, source: Source) -> _Data:
    """Return a range; a byte order mark is no character of the text."""
    (line, column), (last, end) = source.position(span.start), source.position(span.end)
    start = max(0, span.start - source.body_start)
    return {
        "startLine": line,
        "startColumn": column,
        "endLine": last,
        "endColumn": end,
        "charOffset": start,
        "charLength": max(0, span.end - source.body_start) - start,
    }


def _fix(fix: Fix, source: Source, style: Style) -> _Data:
    replacements = [
        {"deletedRegion": _region(edit.span, source), "insertedContent": {"text": edit.text}} for edit in fix.edits
    ]
    return {
        "description": {"text": _plain(printable(fix.title))},
        "artifactChanges": [{"artifactLocation": _artifact(source, style), "replacements": replacements}],
    }


def _suppressed(item: Placed, kind: str) -> _Data:
    why = {"justification": item.finding.reason} if item.finding.reason else {}
    return {"suppressions": [{"kind": kind, "status": "accepted", **why}]}


OUTPUT = Output("sarif", render, describes=True)
