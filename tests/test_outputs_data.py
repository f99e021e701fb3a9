"""Outputs for programs: valid by their schemas, and pointing at the right characters."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from functools import cache
from typing import Any

import jsonschema
import pytest
import xmlschema
from hypothesis import given, settings

from tests.conftest import ROOT
from tests.reports import RUNS, STYLE, finding
from toneguard.finding import Edit, Fix, Report, Safety, Severity
from toneguard.outputs import OUTPUTS, sarif
from toneguard.outputs.places import address
from toneguard.registry import Registry
from toneguard.source import BOM, Source, Span

SCHEMAS = ROOT / "tests" / "schemas"
Run = tuple[list[Report], list[str]]


def rendered(name: str, reports: list[Report], errors: list[str] | None = None, **style: Any) -> str:
    return OUTPUTS[name].render(reports, errors or [], replace(STYLE, **style))


@cache
def schema(name: str) -> Any:
    data = json.loads((SCHEMAS / name).read_text("utf-8"))
    return jsonschema.validators.validator_for(data)(data)


@cache
def xsd(name: str) -> xmlschema.XMLSchema:
    return xmlschema.XMLSchema(SCHEMAS / name)


def lines_of(text: str) -> list[str]:
    return re.split(r"(?<=\n)|(?<=\r)(?!\n)", text)


@given(run=RUNS)
@settings(max_examples=30, deadline=None)
def test_sarif_is_valid(run: Run) -> None:
    """Any run is valid SARIF 2.1.0, with every finding and every suppressed one in it."""
    log = json.loads(rendered("sarif", *run))
    schema("sarif-2.1.0-rtm.5.json").validate(log)
    results = log["runs"][0]["results"]
    assert sum("suppressions" not in result for result in results) == sum(len(r.findings) for r in run[0])
    assert sum("suppressions" in result for result in results) == sum(len(r.suppressed) + len(r.known) for r in run[0])
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert all(rules[result["ruleIndex"]]["id"] == result["ruleId"] for result in results)
    assert all(
        re.fullmatch(r"[!-~]+", result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"])
        for result in results
    )
    invocation = log["runs"][0]["invocations"][0]
    assert invocation["executionSuccessful"] is not bool(run[1])
    assert len(invocation["toolExecutionNotifications"]) == len(run[1])


@given(run=RUNS)
@settings(max_examples=60, deadline=None)
def test_sarif_regions_hold(run: Run) -> None:
    """A region's offset and length, and its lines and columns, select the same characters: the finding's."""
    for report in run[0]:
        found = sorted(report.findings, key=lambda item: item.severity.rank)
        results = json.loads(rendered("sarif", [report]))["runs"][0]["results"]
        text = report.source.text.removeprefix(BOM)
        for item, result in zip(found, results, strict=False):
            region = result["locations"][0]["physicalLocation"]["region"]
            start, size = region["charOffset"], region["charLength"]
            assert text[start : start + size] == item.text == region["snippet"]["text"]
            before = lines_of(text)
            ends = ("startLine", "startColumn", start), ("endLine", "endColumn", start + size)
            for line, column, offset in ends:
                if text[offset - 1 : offset + 1] != "\r\n":  # between the two is no place of a line
                    assert sum(map(len, before[: region[line] - 1])) + region[column] - 1 == offset


def test_sarif_describes_rules(registry: Registry) -> None:
    """Each rule that found something is described within GitHub's limits, with help as text and as Markdown."""
    source = Source("Buy now!\n", "a.md")
    found = tuple(finding(source, 0, 7, rule=name) for name in registry.infos)
    log = json.loads(rendered("sarif", [Report(source, found)], rules=registry.infos))
    schema("sarif-2.1.0-rtm.5.json").validate(log)
    rules = log["runs"][0]["tool"]["driver"]["rules"]
    assert [rule["id"] for rule in rules] == sorted(registry.infos)
    for rule in rules:
        assert 0 < len(rule["shortDescription"]["text"]) <= 1024
        assert 0 < len(rule["fullDescription"]["text"]) <= 1024
        assert rule["help"]["text"]
        assert f"toneguard: ignore {rule['id']}" in rule["help"]["markdown"]
        assert len(rule["properties"]["tags"]) <= 20


def test_sarif_tells_twins_apart() -> None:
    """The same sentence twice in a post has two fingerprints, and a paragraph above or line ends change neither."""

    def prints(text: str) -> list[str]:
        source = Source(text, "a.md")
        found = tuple(finding(source, match.start(), match.end()) for match in re.finditer("Buy now", text))
        results = json.loads(rendered("sarif", [Report(source, found)]))["runs"][0]["results"]
        return [result["partialFingerprints"]["primaryLocationLineHash"] for result in results]

    first = prints("Buy now! Tea. Buy now!\n")
    assert len(set(first)) == 2
    assert prints("Hello.\r\n\r\nBuy now! Tea. Buy now!\r\n") == first


def test_sarif_keeps_the_gravest(monkeypatch: pytest.MonkeyPatch) -> None:
    """Over the limit the gravest findings stay, suppressed ones go first, and the log says how many went."""
    monkeypatch.setattr(sarif, "_RESULTS", 3)
    source = Source("Buy now!\n", "a.md")
    severities = [Severity.SUGGESTION, Severity.WARNING, Severity.ERROR, Severity.WARNING]
    found = tuple(finding(source, place, place + 1, severity=level) for place, level in enumerate(severities))
    run = json.loads(rendered("sarif", [Report(source, found, found[:1])]))["runs"][0]
    assert [result["level"] for result in run["results"]] == ["error", "warning", "warning"]
    assert run["invocations"][0]["executionSuccessful"] is True
    assert "2 findings left out" in run["invocations"][0]["toolExecutionNotifications"][0]["message"]["text"]


def test_sarif_offers_fixes_that_can_be_applied() -> None:
    """Safe fixes and those for review are in SARIF and in rdjson; lines to fill in are in neither."""
    source = Source("Buy now!\n", "a.md")
    fixes = tuple(Fix("T", (Edit(Span(0, 7), "Tea"),), safety) for safety in Safety)
    report = Report(source, (finding(source, 0, 7, fixes=fixes),))
    assert len(json.loads(rendered("sarif", [report]))["runs"][0]["results"][0]["fixes"]) == 2
    assert len(json.loads(rendered("rdjson", [report]))["diagnostics"][0]["suggestions"]) == 2


@given(run=RUNS)
@settings(max_examples=40, deadline=None)
def test_reviewdog_reads_bytes(run: Run) -> None:
    """Any run is valid rdjson, and rdjsonl has the same diagnostics a line; byte columns select the finding's text."""
    result = json.loads(rendered("rdjson", *run))
    schema("rdformat.json").validate(result)
    rows = rendered("rdjsonl", *run).split("\n")[:-1]
    assert [json.loads(row) for row in rows] == result["diagnostics"]
    pairs = [(item, report.source) for report in run[0] for item in report.findings]
    for (item, source), diagnostic in zip(pairs, result["diagnostics"], strict=False):
        data = [line.encode() for line in lines_of(source.text)]

        def at(point: dict[str, int], data: list[bytes] = data) -> int:
            return sum(map(len, data[: point["line"] - 1])) + point["column"] - 1

        whole = source.text.encode()
        place = diagnostic["location"]["range"]
        assert whole[at(place["start"]) : at(place["end"])].decode() == item.text
        for suggestion in diagnostic["suggestions"]:
            start, end = at(suggestion["range"]["start"]), at(suggestion["range"]["end"])
            edits = sorted(item.fixes[0].edits, key=lambda edit: edit.span)
            text = source.text
            for edit in reversed(edits):
                text = text[: edit.span.start] + edit.text + text[edit.span.end :]
            assert (whole[:start] + suggestion["text"].encode() + whole[end:]).decode() == text


@given(run=RUNS)
@settings(max_examples=40, deadline=None)
def test_gitlab_reports_hold(run: Run) -> None:
    """Any run is a Code Quality report with an issue for each finding; no fingerprint comes twice in a post."""
    issues = json.loads(rendered("gitlab", *run))
    schema("gitlab.json").validate(issues)
    assert len(issues) == sum(len(report.findings) for report in run[0])
    if len({report.source.path for report in run[0]} | {"", "-"}) == len(run[0]) + 2:
        assert len({issue["fingerprint"] for issue in issues}) == len(issues)


@given(run=RUNS)
@settings(max_examples=40, deadline=None)
def test_xml_is_valid(run: Run) -> None:
    """Any run is valid JUnit and Checkstyle XML, with as many failures, errors and rows as there are."""
    junit = rendered("junit", *run)
    xsd("junit-10.xsd").validate(junit)
    root: Any = xsd("junit-10.xsd").decode(junit)
    failing = sum(item.severity is not Severity.SUGGESTION for report in run[0] for item in report.findings)
    assert (root["@failures"], root["@errors"]) == (str(failing), str(len(run[1])))
    assert junit.count("<testcase") == int(root["@tests"])
    checkstyle = rendered("checkstyle", *run)
    xsd("checkstyle.xsd").validate(checkstyle)
    assert checkstyle.count("<error ") == len(run[1]) + sum(len(report.findings) for report in run[0])


def test_jsonl_has_the_findings_of_json() -> None:
    """Each line of jsonl is a finding as in json; errors come behind them."""
    source = Source("Buy now!\u2028\n", "a.md")
    report = Report(source, (finding(source, 0, 7), finding(source, 4, 9)))
    rows = [json.loads(line) for line in rendered("jsonl", [report], ["b.md: is gone"]).split("\n")[:-1]]
    assert rows == [*json.loads(rendered("json", [report]))["findings"], {"error": "b.md: is gone"}]


@pytest.mark.parametrize(
    ("path", "expected"),
    [
        ("a.md", "site/a.md"),
        ("./p/../a.md", "site/a.md"),
        ("../b.md", "b.md"),
        ("/project/site/c.md", "site/c.md"),
        ("/other/d.md", "/other/d.md"),
        ("../../e.md", "/e.md"),
        ("-", "draft"),
    ],
)
def test_addresses_start_from_the_root(path: str, expected: str) -> None:
    """An address starts from the project's root without a leading dot; what lies outside is absolute."""
    assert address(Source("", path), STYLE) == expected


def test_schemas_say_where_they_are_from() -> None:
    """Every schema is named with its origin."""
    told = (SCHEMAS / "README.md").read_text("utf-8")
    assert [path.name for path in SCHEMAS.iterdir() if path.name not in told] == ["README.md"]
