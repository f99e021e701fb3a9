"""Outputs that people read in a browser: annotations, a comment and a page, safe whatever the post holds."""

from __future__ import annotations

import re
from dataclasses import replace
from html.parser import HTMLParser
from typing import Any

import pyromark
import pytest
from hypothesis import given, settings

from tests.reports import RUNS, STYLE, finding
from toneguard.finding import Edit, Finding, Fix, Report, Safety, Severity
from toneguard.outputs import OUTPUTS
from toneguard.outputs.output import printable, visible
from toneguard.registry import Registry
from toneguard.source import Source, Span

Run = tuple[list[Report], list[str]]
COMMAND = re.compile(r"::(error|warning|notice) ([^\n]*?)::([^\n]*)")
VOID = {"meta"}
TAGS = {
    "a", "article", "b", "body", "code", "details", "div", "h1", "h2", "head", "header", "html", "li", "main", "mark",
    "meta", "nav", "p", "section", "span", "style", "summary", "title", "ul",
}  # fmt: skip


class Page(HTMLParser):
    """What a browser makes of a page: its elements and texts. A tag that is not closed in turn is an error."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.elements: list[tuple[str, dict[str, str | None]]] = []
        self.texts: dict[str, list[str]] = {}
        self.feed(text)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: Any) -> None:
        self.elements.append((tag, dict(attrs)))
        if tag not in VOID:
            self.open.append(dict(attrs).get("class") or tag)

    def handle_endtag(self, tag: str) -> None:
        self.open.pop()

    def handle_data(self, data: str) -> None:
        for name in set(self.open):
            self.texts.setdefault(name, []).append(data)

    def text(self, name: str) -> str:
        return "".join(self.texts.get(name, []))


def rendered(name: str, reports: list[Report], errors: list[str] | None = None, **style: Any) -> str:
    return OUTPUTS[name].render(reports, errors or [], replace(STYLE, **style))


def many(count: int, severity: Severity, message: str = "Says moo.") -> tuple[Finding, ...]:
    source = Source("x" * count, "a.md")
    return tuple(finding(source, place, place + 1, message, severity=severity) for place in range(count))


def commands(out: str) -> list[tuple[str, dict[str, str], str]]:
    """Return what GitHub's runner reads in a log."""
    rows = []
    for line in re.split(r"\r\n|\r|\n", out):
        if match := COMMAND.match(line):
            level, named, message = match.groups()
            properties = dict(item.split("=", 1) for item in named.split(","))
            rows.append((level, {key: _read(value) for key, value in properties.items()}, _read(message)))
    return rows


def _read(value: str) -> str:
    for code, letter in (("%0D", "\r"), ("%0A", "\n"), ("%3A", ":"), ("%2C", ","), ("%25", "%")):
        value = value.replace(code, letter)
    return value


@given(run=RUNS)
@settings(max_examples=40, deadline=None)
def test_annotations_say_what_was_found(run: Run) -> None:
    """GitHub reads one command for each finding and error, with its message, and nothing that a post smuggles in."""
    out = rendered("github", *run)
    rows = commands(out)
    found = [item for report in run[0] for item in report.findings]
    assert len(rows) == len(found) + len(run[1]) == sum(line.startswith("::") for line in out.split("\n"))
    assert sorted(message.split("\n")[0] for _, _, message in rows) == sorted(
        [printable(item.message) for item in found] + [printable(error) for error in run[1]]
    )
    for _, properties, _ in rows:
        assert set(properties) <= {"file", "line", "endLine", "col", "endColumn", "title"}
        assert ("col" in properties) <= (properties.get("line") == properties.get("endLine"))


@pytest.mark.parametrize(
    ("errors", "warnings", "notices", "more"),
    [(10, 10, 10, 0), (11, 0, 0, 1), (3, 25, 10, 16), (0, 0, 11, 2)],
)
def test_annotations_stay_under_the_cap(errors: int, warnings: int, notices: int, more: int) -> None:
    """At most ten annotations of a level are written; the last notice says how many findings are not shown."""
    found = many(errors, Severity.ERROR) + many(warnings, Severity.WARNING) + many(notices, Severity.SUGGESTION)
    rows = commands(rendered("github", [Report(Source("x" * 30, "a.md"), found)]))
    levels = [level for level, _, _ in rows]
    assert max(levels.count(level) for level in ("error", "warning", "notice")) <= 10
    assert (f"{more} more finding" in rows[-1][2]) is bool(more)
    assert len(rows) - bool(more) + more == len(found)


@given(run=RUNS)
@settings(max_examples=60, deadline=None)
def test_comments_hold_no_markup_of_a_post(run: Run) -> None:
    """Rendered, a comment shows every message as it is; a post calls nobody, links nothing and opens no element."""
    out = rendered("markdown", *run)
    tables = pyromark.Options.ENABLE_TABLES | pyromark.Options.ENABLE_STRIKETHROUGH | pyromark.Options.ENABLE_MATH
    page = Page(re.sub(r"<!-- toneguard -->|<br ?/?>", "", pyromark.html(out, options=tables)))
    own = {"h3", "p", "strong", "ul", "li", "details", "summary", "table", "thead", "tbody", "tr", "th", "td", "sub"}
    assert {tag for tag, _ in page.elements} <= own | {"b", "i"}
    cells = page.text("td").replace("\u200b", "")
    for report in run[0]:
        for item in report.findings:
            assert printable(item.message)[:399].strip() in " ".join(cells.split()) + " "
    assert not re.search(r"[@#]\w", re.sub(r"(?<=&)#(?=\d+;)", "", out))


def test_comments_fit() -> None:
    """A comment is never longer than GitHub takes; the gravest findings are in it, and the number of the others."""
    long = "| moo & <moo> 😀 " * 30
    found = (
        *many(400, Severity.WARNING, long),
        finding(Source("Buy", "a.md"), 0, 3, "Grave.", severity=Severity.ERROR),
    )
    out = rendered("markdown", [Report(Source("x" * 400, "a.md"), found)], ["gone | away " * 99] * 40)
    assert 40_000 < len(out.encode()) <= 65_536
    assert "Grave." in out
    assert f"{401 - out.count('<sub>')} more findings" in out
    assert "and 20 more" in out


def test_a_clean_run_says_so() -> None:
    """A run without findings is a friendly line in a comment, an annotation-free log, and a page with the posts."""
    clean = Report(Source("Tea keeps.\n", "a.md"), language="en")
    assert rendered("markdown", [clean]).splitlines()[1] == "### ✅ toneguard: nothing to change in 1 post"
    assert rendered("github", [clean]) == "toneguard: nothing to change in 1 post\n"
    assert "Tea keeps." in rendered("html", [clean])


@given(run=RUNS)
@settings(max_examples=60, deadline=None)
def test_pages_show_posts_as_written(run: Run) -> None:
    """A page has our own elements only, each closed; its text is the post's, links lead somewhere, all is said."""
    page = Page(rendered("html", *run))
    assert {tag for tag, _ in page.elements} <= TAGS
    names = {name for _, attributes in page.elements for name in attributes}
    assert not {name for name in names if name.startswith("on") or name in ("src", "style", "srcset")}
    ids = [attributes["id"] for _, attributes in page.elements if "id" in attributes]
    assert len(ids) == len(set(ids))
    for tag, attributes in page.elements:
        address = attributes.get("href") or ""
        assert tag != "a" or address.startswith("https://") or address.removeprefix("#") in ids
    posts = sorted(run[0], key=lambda report: not report.findings)
    assert page.text("text") == "".join(visible(post.source.text[post.source.body_start :]) for post in posts)
    for report in run[0]:
        assert all(
            printable(item.message) in page.text("article") + page.text(item.severity) for item in report.findings
        )
    assert all(printable(error) in page.text("errors") for error in run[1])


def test_pages_mark_overlapping_findings() -> None:
    """Where findings overlap, every character of each is marked, the graver one shows, and both notes are linked."""
    source = Source("Order now before it ends.\n", "a.md")
    found = (
        finding(source, 0, 16, "One."),
        finding(source, 6, 24, "Two.", severity=Severity.ERROR),
        finding(source, 6, 9, "Three.", severity=Severity.SUGGESTION),
    )
    page = Page(rendered("html", [Report(source, found)]))
    marks = [attributes["class"] for tag, attributes in page.elements if tag == "mark"]
    assert marks == ["warning", "error", "error", "error"]
    assert page.text("mark") == ""  # each mark has a class
    assert sorted(attributes["data-n"] or "" for _, attributes in page.elements if "data-n" in attributes) == [
        "1",
        "2",
        "3",
    ]


def test_pages_say_why_and_what_instead(registry: Registry) -> None:
    """A note has the fix, the question and the rule's reason; what was suppressed is listed with its reason."""
    source = Source("Buy now!\n", "a.md")
    fix = Fix("Say it plainly.", (Edit(Span(0, 8), "You can buy it here."),), Safety.REVIEW)
    found = finding(source, 0, 7, fixes=(fix,), ask="Who gains?")
    report = Report(source, (found,), (finding(source, 0, 3, reason="the sale <ends>"),))
    page = Page(rendered("html", [report], rules=registry.infos))
    assert "You can buy it here." in page.text("try")
    assert "Who gains?" in page.text("ask")
    assert registry.infos["pushy/hard-call"].why in page.text("details")
    assert "the sale <ends>" in page.text("details")
