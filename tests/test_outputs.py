"""Outputs: pure functions of the report that hold for any post."""

from __future__ import annotations

import json
import re

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toneguard import Config, Source
from toneguard.lint import lint
from toneguard.outputs import OUTPUTS, Style
from toneguard.registry import Registry

REGISTRY = Registry(Config())
BITS = st.sampled_from(
    ["Buy now!", "Here at Åkes, we believe", "åäö æø", "\n\n", "\r\n", "# ", "- ", "> ", "*", "`x`", "&amp;", "😀",
     "e\u0301", "\x1b[31m", "\t", "漢字", "SALE NOW ONLY!!!", "<b>", "\u200b", " ", "[a](b)", "\ufeff"]
)  # fmt: skip
POSTS = st.lists(BITS, max_size=30).map("".join)


@given(POSTS)
@settings(max_examples=150, deadline=None)
def test_json_positions_hold(text: str) -> None:
    """In JSON every offset is right: the text is the source's slice, and line and column lead to the same place."""
    found = lint(Source(text, "x.md"), REGISTRY, REGISTRY.config)
    data = json.loads(OUTPUTS["json"].render([found], [], Style("0")))
    for finding in data["findings"]:
        start, end = finding["start"], finding["end"]
        assert text[start["offset"] : end["offset"]] == finding["text"]
        line = re.split(r"\r\n|\n|\r", text)[start["line"] - 1]
        if start["line"] == 1:
            line = line.removeprefix("\ufeff")
        assert line[start["column"] - 1 :].startswith(re.split(r"[\r\n]", finding["text"])[0])
        assert finding["sentence"]["start"]["offset"] <= start["offset"]


@given(POSTS, st.integers(20, 120))
@settings(max_examples=100, deadline=None)
def test_text_never_steers_the_terminal(text: str, width: int) -> None:
    """The text report carries no control character of the post."""
    found = lint(Source(text, "x.md"), REGISTRY, REGISTRY.config)
    out = OUTPUTS["text"].render([found], [], Style("0", width=width))
    assert not re.search("[\x00-\x09\x0b-\x1f\x7f-\x9f]", out)


@given(POSTS)
@settings(max_examples=100, deadline=None)
def test_concise_is_one_line_a_finding(text: str) -> None:
    """The concise report has exactly one line for each finding."""
    found = lint(Source(text, "x.md"), REGISTRY, REGISTRY.config)
    lines = OUTPUTS["concise"].render([found], [], Style("0")).splitlines()
    assert len(lines) == len(found.findings)
    assert all(line.startswith("x.md:") for line in lines)


@pytest.mark.parametrize("name", sorted(OUTPUTS))
def test_same_report_same_characters(name: str) -> None:
    """Rendering is a pure function: the same report gives the same characters."""
    found = lint(Source("Buy now!\n", "x.md"), REGISTRY, REGISTRY.config)
    assert OUTPUTS[name].render([found], [], Style("0")) == OUTPUTS[name].render([found], [], Style("0"))


def test_marks_stand_under_their_words() -> None:
    """Marks stand exactly under the marked words, also after wide characters and over wrapped lines."""
    text = "漢字 tea 😀 and a long list of reasons that goes on and on until the line is full; buy now and be done."
    found = lint(Source(text, "x.md"), REGISTRY, Config(select=("pushy/hard-call",), forced_lang="en"))
    lines = OUTPUTS["text"].render([found], [], Style("0", width=60)).splitlines()
    mark = next(index for index, line in enumerate(lines) if line.strip() and set(line.strip()) == {"^"})
    assert lines[mark - 1][lines[mark].index("^") : lines[mark].rindex("^") + 1] == found.findings[0].text


def test_document_verdicts_list_their_evidence() -> None:
    """A verdict on the whole post lists each place it rests on with its line."""
    text = "Read more here.\n\nSign up for our newsletter.\n\nContact us for a demo.\n\nBook a demo.\n\nGet started.\n"
    found = lint(Source(text, "x.md"), REGISTRY, REGISTRY.config)
    verdicts = [finding for finding in found.findings if finding.scope == "document"]
    out = OUTPUTS["text"].render([found], [], Style("0"))
    for finding in verdicts:
        assert len(finding.evidence) >= 3
        assert "(the whole post)" in out
