"""Reports that no post gave: hostile texts, findings at any place of them, errors and suppressions."""

from __future__ import annotations

from dataclasses import replace

from hypothesis import strategies as st

from toneguard.finding import Edit, Finding, Fix, Related, Report, Safety, Severity
from toneguard.outputs import Style
from toneguard.source import BOM, Source, Span

BITS = (
    "Buy now!", "åäö æø", "\n\n", "\r\n", "\r", "😀", "e\u0301", "\x1b[31m", "\t", "漢字", "<script>alert(1)</script>",
    "]]>", "::error::x", "%0A", "%", "|", "`", "@mention", "#12", "![a](b)", "[a](b)", "&amp;", "</div>", "\u202e", '"',
    "'", "\\", "{0}", "--> ", "<!-- ", "$x$", "*b*", "_", "~~~", "\u2028", "\x85", " ", "x" * 300, "\n- ",
)  # fmt: skip
TEXTS = st.lists(st.sampled_from(BITS), min_size=1, max_size=12).map("".join)
POSTS = st.builds("{}{}".format, st.sampled_from(["", BOM]), TEXTS)
PATHS = st.sampled_from(["a.md", "posts/å ä#?.md", "./x/<b>.md", "-", "", "/elsewhere/|@x.md", "po:st,=%s.md"])
STYLE = Style("1.2.3", folder="/project/site", root="/project")


def finding(source: Source, start: int, end: int, message: str = "Says moo.", **more: object) -> Finding:
    """Return a finding at a place of a post; its sentence is the place."""
    span = Span(start, end)
    plain = Finding(
        rule="pushy/hard-call",
        severity=Severity.WARNING,
        message=message,
        span=span,
        text=source.slice(span),
        sentence=span,
        language="en",
    )
    return replace(plain, **more)  # type: ignore[arg-type]


@st.composite
def findings(draw: st.DrawFn, source: Source) -> Finding:
    """Draw a finding at any place of a post, with any fixes."""
    first, last = source.body_start, len(source.text)
    start = draw(st.integers(first, last - 1))
    end = draw(st.integers(start + 1, last))
    at = draw(st.integers(start, end))
    first_edit, second = Edit(Span(start, at), draw(TEXTS)), Edit(Span(at, end), draw(TEXTS))
    edits = (first_edit, second) if draw(st.booleans()) else (first_edit,)
    whole = draw(st.booleans())
    related = Related(Span(start, end), "https://a.example/?a=1&b=2", draw(TEXTS), "2024-05-01", draw(TEXTS))
    return finding(
        source,
        start,
        end,
        draw(TEXTS.filter(str.strip)),
        rule=draw(st.sampled_from(["pushy/hard-call", "farm/moo", "suppression/unused"])),
        severity=draw(st.sampled_from(list(Severity))),
        scope="document" if whole else "span",
        evidence=(Span(start, at), Span(start, end)) if whole and at > start else (),
        fixes=(Fix("Write this", edits, draw(st.sampled_from(list(Safety)))),) if draw(st.booleans()) else (),
        related=(related,) if draw(st.booleans()) else (),
        ask=draw(st.sampled_from(["", "Why | who?"])),
        reason=draw(st.sampled_from(["", "it's <b>true</b>"])),
        see=("https://law.example/7",),
    )


@st.composite
def reports(draw: st.DrawFn) -> Report:
    """Draw the report on a hostile post, its findings in order."""
    source = Source(draw(POSTS.filter(lambda text: len(text) > text.startswith(BOM))), draw(PATHS))
    found = st.lists(findings(source), max_size=4).map(lambda items: tuple(sorted(items, key=lambda item: item.order)))
    return Report(
        source, draw(found), draw(found), "en", 3, skipped=draw(st.sampled_from([None, "no prose", "1 of 2"]))
    )


RUNS = st.tuples(st.lists(reports(), max_size=2), st.lists(TEXTS, max_size=2))
