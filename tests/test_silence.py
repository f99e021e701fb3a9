"""`--add-ignores`: suppressions in each markup, which silence what was found and change nothing else."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.conftest import Run
from toneguard.config import ConfigError
from toneguard.finding import Report
from toneguard.fixing import Fixed
from toneguard.formats import format_for
from toneguard.lint import lint
from toneguard.registry import Registry
from toneguard.silence import silencer
from toneguard.source import Source, SourceError

BAD = "Buy now and save."
CALL = "pushy/hard-call -- old campaign"
Silence = Callable[[str, str], Fixed]


@pytest.fixture(scope="module")
def silence(registry: Registry) -> Silence:
    """Write suppressions into a post; what was found before must be silenced, and its prose be the same."""
    write = silencer("old campaign", lambda report, _: report)

    def silenced(text: str, path: str) -> Fixed:
        before = Source(text, path)
        result = write(before, registry)
        report = lint(result.source, registry, registry.config)
        assert [finding.rule for finding in report.findings if finding.family != "suppression"] == []
        assert {finding.reason for finding in report.suppressed} <= {"old campaign"}
        assert prose(result.source) == prose(before)
        for change in result.changes:
            for edit in change.fix.edits:
                assert edit.span.start == edit.span.end
        assert write(result.source, registry).source.text == result.source.text
        return result

    return silenced


def prose(source: Source) -> list[tuple[str, str, int, bool]]:
    """Return what a reader sees."""
    return [(b.kind, b.text, b.level, b.quoted) for b in format_for(source).parse(source).blocks]


@pytest.mark.parametrize(
    ("path", "text", "wanted"),
    [
        ("x.md", f"# Tea\n\n{BAD}\n", f"# Tea\n\n<!-- toneguard: ignore {CALL} -->\n{BAD}\n"),
        ("x.md", f"\ufeff{BAD}", f"\ufeff<!-- toneguard: ignore {CALL} -->\n{BAD}"),
        ("x.md", f"Tea.\r\n\r\n{BAD}\r\n", f"Tea.\r\n\r\n<!-- toneguard: ignore {CALL} -->\r\n{BAD}\r\n"),
        ("x.md", "## Buy now and save\n", f"<!-- toneguard: ignore {CALL} -->\n## Buy now and save\n"),
        ("x.md", "Buy now and save\n===\n", f"<!-- toneguard: ignore {CALL} -->\nBuy now and save\n===\n"),
        ("x.md", f"**Dear.** {BAD}\nTea.\n", f"<!-- toneguard: ignore {CALL} -->\n**Dear.** {BAD}\nTea.\n"),
        ("x.md", f"- Tea\n- {BAD}\n- Rye\n", f"- Tea\n- <!-- toneguard: ignore {CALL} -->\n  {BAD}\n- Rye\n"),
        ("x.md", f"1. Tea\n\n2. {BAD}\n", f"1. Tea\n\n2. <!-- toneguard: ignore {CALL} -->\n   {BAD}\n"),
        ("x.md", f"- a\n\n  - b\n\n    {BAD}\n", f"- a\n\n  - b\n\n    <!-- toneguard: ignore {CALL} -->\n    {BAD}\n"),
        ("x.md", f"- [ ] {BAD}\n", f"- [ ] <!-- toneguard: ignore {CALL} --> {BAD}\n"),
        ("x.md", f"| A | B |\n|---|---|\n| {BAD} | {BAD} |\n| x | {BAD} |\n\nTea.\n", None),
        ("x.md", f"<div>\n<p>{BAD}</p>\n</div>\n", f"<div>\n<!-- toneguard: ignore {CALL} -->\n<p>{BAD}</p>\n</div>\n"),
        ("x.md", f"::: note\n{BAD}\n:::\n", None),
        ("x.md", f"Tea[^1].\n\n[^1]: {BAD}\n", None),
        ("x.md", f"Tea\n: {BAD}\n", None),
        ("x.md", "![Buy now and save](a.png)\n", f"<!-- toneguard: ignore {CALL} -->\n![Buy now and save](a.png)\n"),
        ("x.mdx", f"{BAD}\n", f"{{/* toneguard: ignore {CALL} */}}\n{BAD}\n"),
        ("x.mdx", f"1. Tea\n\n2. {BAD}\n\n3. Rye\n\nEnd.\n",
         f"{{/* toneguard: ignore-start {CALL} */}}\n\n1. Tea\n\n2. {BAD}\n\n3. Rye\n\n"
         "{/* toneguard: ignore-end */}\n\nEnd.\n"),
        ("x.rst", f"Tea\n===\n\n{BAD}\n", f"Tea\n===\n\n.. toneguard: ignore {CALL}\n\n{BAD}\n"),
        ("x.rst", f"- Tea\n- {BAD}\n", f"- Tea\n- .. toneguard: ignore {CALL}\n\n  {BAD}\n"),
        ("x.rst", f".. note::\n\n   {BAD}\n", f".. note::\n\n   .. toneguard: ignore {CALL}\n\n   {BAD}\n"),
        ("x.rst", "Buy now and save\n================\n\nTea.\n", None),
        ("x.adoc", f"= Tea\n:lang: en\n\n{BAD}\n", f"= Tea\n:lang: en\n\n// toneguard: ignore {CALL}\n{BAD}\n"),
        ("x.adoc", f"* Tea\n* {BAD}\n", f"* Tea\n// toneguard: ignore {CALL}\n* {BAD}\n"),
        ("x.adoc", f"|===\n| a | {BAD}\n|===\n", None),
        ("x.html", f"<ul>\n  <li>{BAD}</li>\n</ul>\n",
         f"<ul>\n  <!-- toneguard: ignore {CALL} -->\n  <li>{BAD}</li>\n</ul>\n"),
        ("x.html", f"<p>Tea.</p><p>{BAD}</p>", f"<p>Tea.</p><p><!-- toneguard: ignore {CALL} -->{BAD}</p>"),
        ("x.html", "<title>Buy now and save</title>", None),
        ("x.html", '<p>Tea <img alt="Buy now and save" src="a"> is fine.</p>', None),
    ],
)  # fmt: skip
def test_a_comment_for_each_place(silence: Silence, path: str, text: str, wanted: str | None) -> None:
    """A comment stands before the block, behind a list marker, or around a table, in the indentation of the block."""
    found = silence(text, path).source.text
    assert found != text
    assert wanted is None or found == wanted


def test_a_table_is_set_between_two_comments(silence: Silence) -> None:
    """The cells of a table share one pair of comments around it."""
    table = f"| A | B |\n|---|---|\n| {BAD} | Rye |\n| x | {BAD} |\n"
    found = silence(f"Tea.\n\n{table}\nRye.\n", "x.md")
    start, end = f"<!-- toneguard: ignore-start {CALL} -->\n", "<!-- toneguard: ignore-end -->\n"
    assert found.source.text == f"Tea.\n\n{start}{table}{end}\nRye.\n"
    assert [change.line for change in found.changes] == [5]


@pytest.mark.parametrize(
    ("text", "wanted"),
    [
        ("---\ntitle: Buy now and save\n---\n\nTea.\n",
         '---\ntitle: Buy now and save\ntoneguard: {ignore: [pushy/hard-call], reason: "old campaign"}\n---\n\nTea.\n'),
        ('+++\ntitle = "Buy now and save"\n[x]\na = 1\n+++\nTea.\n',
         '+++\ntitle = "Buy now and save"\n[x]\na = 1\n[toneguard]\nignore = ["pushy/hard-call"]\n'
         'reason = "old campaign"\n+++\nTea.\n'),
        ("---\ntitle: Buy now and save\ntoneguard: {profile: blog}\n---\n\nTea.\n",
         "---\ntitle: Buy now and save\ntoneguard: {profile: blog}\n---\n"
         f"<!-- toneguard: ignore-file {CALL} -->\n\nTea.\n"),
    ],
)  # fmt: skip
def test_titles_are_silenced_for_the_post(silence: Silence, text: str, wanted: str) -> None:
    """A title is silenced in the front matter with the reason, or in a comment where toneguard has an entry there."""
    assert silence(text, "x.md").source.text == wanted
    assert silence(text, "x.md").changes[0].line == 2


def test_verdicts_without_front_matter(silence: Silence) -> None:
    """A verdict on a post without front matter is silenced by a comment before its body."""
    text = f"{BAD}\n\n" * 4
    found = silence(text, "x.md").source.text
    assert found.startswith("<!-- toneguard: ignore-file pushy/stacked-calls -- old campaign -->\n")


@pytest.mark.parametrize("reason", ["", "  ", "a -- b", "a-->", "two\nlines", "*/", "{{x}}", "<b>", "a\x1bb", "x}"])
def test_reasons_that_would_break_a_comment(reason: str) -> None:
    """A reason is wanted, on one line and without what ends a comment in any markup."""
    with pytest.raises(ConfigError, match="reason"):
        silencer(reason, lambda report, _: report)


def test_plain_text_has_no_comments(silence: Silence) -> None:
    """A plain text without front matter is left alone, with the place and what to do."""
    with pytest.raises(SourceError, match=r"x\.txt:1:1: pushy/hard-call cannot .* no comments; .*\[\[overrides\]\]"):
        silence(f"{BAD}\n", "x.txt")


def test_only_what_is_asked_for(registry: Registry) -> None:
    """Findings that the run does not report get no comment, and those of other blocks stay."""

    def last(report: Report, _: Registry) -> Report:
        from dataclasses import replace

        return replace(report, findings=tuple(f for f in report.findings if f.span.start > 10))

    found = silencer("ok", last)(Source(f"{BAD}\n\n{BAD}\n", "x.md"), registry).source
    assert found.text == f"{BAD}\n\n<!-- toneguard: ignore pushy/hard-call -- ok -->\n{BAD}\n"


_LINES = st.lists(
    st.sampled_from([
        "", "", BAD, "Tea is fine.", f"- {BAD}", "- Tea.", f"  {BAD}", f"> {BAD}", f"1. {BAD}", f"    {BAD}", "> - Tea",
        f"## {BAD}", f"| {BAD} | x |", "|---|---|", "| x | y |", "```", f"<p>{BAD}</p>", "***", "<div>", "</div>",
        f"* {BAD}  ", f"{BAD} \U0001f600 e\u0301", "---", f"\t{BAD}", "::: tip", ":::", f"[^1]: {BAD}", "<!--", "-->",
    ]),
    max_size=9,
)  # fmt: skip


@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(_LINES, st.sampled_from(["\n", "\r\n"]), st.sampled_from(["x.md", "x.mdx", "x.html"]))
def test_whatever_the_post(registry: Registry, lines: list[str], end: str, path: str) -> None:
    """In any post the suppressions silence what was found, or it is left alone; without them it is as it was."""
    before = Source(end.join(lines), path)
    try:
        result = silencer("old campaign", lambda report, _: report)(before, registry)
    except SourceError:
        return
    report = lint(result.source, registry, registry.config)
    assert {finding.family for finding in report.findings} <= {"suppression"}
    assert prose(result.source) == prose(before)
    text = result.source.text
    for edit in sorted((e for c in result.changes for e in c.fix.edits), key=lambda edit: edit.span):
        at = edit.span.start
        assert text[at : at + len(edit.text)] == edit.text
        text = text[:at] + text[at + len(edit.text) :]
    assert text == before.text


def test_on_the_command_line(tmp_path: Path, toneguard: Run) -> None:
    """Showing writes nothing; writing is said, and leaves the post clean and with its permissions."""
    path = tmp_path / "post.md"
    path.write_text(f"{BAD}\n")
    path.chmod(0o640)
    done = toneguard("check", "--add-ignores", "--reason", "old campaign", "--dry-run", "post.md")
    assert (done.returncode, path.read_text()) == (1, f"{BAD}\n")
    assert done.stdout == f"post.md:1: pushy/hard-call\n  + <!-- toneguard: ignore {CALL} -->\n"
    done = toneguard("check", "--add-ignores", "--reason", "old campaign", "post.md")
    assert (done.returncode, done.stderr) == (0, "toneguard: Added 1 suppression in 1 post.\n")
    assert path.read_text() == f"<!-- toneguard: ignore {CALL} -->\n{BAD}\n"
    assert path.stat().st_mode & 0o777 == 0o640
