"""The whole way of a post: laws that hold for every report."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.conftest import ROOT
from toneguard import Config, Severity, Source, Span, lint_file
from toneguard.examples import unmarked
from toneguard.lint import lint
from toneguard.registry import Registry

REGISTRY = Registry(Config())
PHRASES = [
    unmarked(example.bad)[0]
    for info in REGISTRY.infos.values()
    for example in info.examples
    if example.bad and example.format == "markdown"
]
MARKUP = [
    "\n\n",
    "\r\n\r\n",
    " ",
    "# ",
    "> ",
    "- ",
    "**",
    "*",
    "`",
    "&amp;",
    "[x](y)",
    "<br>",
    "\ufeff",
    "\u200b",
    "😀",
    "“",
    "”",
]
POSTS = st.lists(st.sampled_from(PHRASES) | st.sampled_from(MARKUP) | st.text(max_size=5), max_size=8).map("".join)


@given(POSTS, st.sampled_from(["x.md", "x.html", "x.txt", "x.mdx", "-"]))
@settings(max_examples=300, deadline=None)
def test_positions_hold_for_every_finding(text: str, path: str) -> None:
    """In every format, for any post made of bad sentences and markup, a finding's text is its slice of the source."""
    report = lint(Source(text, path), REGISTRY, REGISTRY.config)
    for finding in report.findings:
        assert report.source.slice(finding.span) == finding.text != ""
        assert finding.sentence.start <= finding.span.start < finding.span.end <= finding.sentence.end
        for fix in finding.fixes:
            whole = Span(0, len(text)) if finding.scope == "document" else finding.sentence
            assert all(fix.cut or whole.contains(edit.span) for edit in fix.edits)
        for marked in finding.marked:
            assert finding.shown[marked.start : marked.end].strip()


@given(POSTS)
@settings(max_examples=100, deadline=None)
def test_reports_repeat(text: str) -> None:
    """The same post gives the same report, sorted by place, with one finding a rule and sentence."""
    first, second = (lint(Source(text, "x.md"), REGISTRY, REGISTRY.config) for _ in range(2))
    assert first == second
    assert list(first.findings) == sorted(first.findings, key=lambda finding: finding.order)
    spans = [(finding.rule, finding.sentence) for finding in first.findings if finding.scope == "span"]
    assert len(spans) == len(set(spans))


def test_examples_folder_shows_both_sides() -> None:
    """In examples/ bad posts have findings of both families, reposted ones the verdict, and good ones none."""
    families = {"bad": {"pushy", "self-centred"}, "reposted": {"press-release"}, "good": set()}
    posts = sorted((ROOT / "examples").glob("*.md"))
    assert len(posts) >= 6
    for post in posts:
        found = {finding.family for finding in lint_file(post).findings if finding.severity is not Severity.SUGGESTION}
        assert found == families[post.name.split("-")[1]], post.name


def test_a_swedish_post_that_quotes_english_is_linted_in_both() -> None:
    """Each block is linted in its own language, and the report's language is that of the post."""
    text = (
        "Så här skrev vi till kunderna i våras, och det gick inte så bra som vi hade hoppats på.\n\n"
        "You can still buy now and save, because we have more of these than we could ever sell.\n\n"
        "Köp nu, och berätta sedan för oss hur det gick.\n"
    )
    report = lint(Source(text, "x.md"), REGISTRY, REGISTRY.config)
    assert report.language == "sv"
    assert {(f.language, f.text) for f in report.findings if f.rule == "pushy/hard-call"} >= {("sv", "Köp nu")}
    assert {f.language for f in report.findings} == {"en", "sv"}


@pytest.mark.parametrize(
    "text",
    [
        "Vi er stolte av å kunne presentere den nye appen vår, og dere må ikke gå glipp av den.",
        "Wir sind stolz darauf, Ihnen unsere neue App vorstellen zu dürfen, die Sie nicht verpassen sollten.",
    ],
)
def test_other_languages_are_left_alone(text: str) -> None:
    """No rule runs on Norwegian or German, and the report says so."""
    report = lint(Source(text, "x.md"), REGISTRY, REGISTRY.config)
    assert report.findings == ()
    assert report.skipped == "not in English, Swedish or Danish"


def test_code_links_and_front_matter_are_not_prose() -> None:
    """Selling words in code, addresses, attributes, comments, shortcodes and other front matter are no findings."""
    text = (
        "---\ntitle: Tea in a tin\ncta: Buy now\n---\n\n"
        "Set `buy now` and open <https://x.example/buy-now>.\n\n"
        '```\nBuy now!!!\n```\n\n<!-- Buy now -->\n\n{{< cta text="Buy now" >}}\n\n'
        '<a href="/buy" title="Buy now">The tea page</a> says more about tins.\n'
    )
    assert lint(Source(text, "x.md"), REGISTRY, REGISTRY.config).findings == ()


def test_title_and_description_are_prose() -> None:
    """Front matter that readers see is linted, at its exact place."""
    text = '---\ntitle: "Buy now and save"\ndescription: Tea keeps for a year\n---\n\nTea keeps for a year in a tin.\n'
    (finding,) = lint(Source(text, "x.md"), REGISTRY, Config(select=("pushy/hard-call",))).findings
    assert (finding.text, finding.span.start) == ("Buy now", text.index("Buy now"))
