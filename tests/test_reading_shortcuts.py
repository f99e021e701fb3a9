"""Shortcuts of reading: what is read the short way is what the long way gives, for any text."""

from __future__ import annotations

import re
from collections.abc import Iterator
from unittest.mock import patch

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.test_positions import parse
from toneguard import blocks
from toneguard.blocks import BlockBuilder
from toneguard.formats import containers, frontmatter, masks
from toneguard.formats.offsets import ByteOffsets
from toneguard.formats.page import Page, in_order
from toneguard.source import Source, Span, inside

MARKUP = (
    *("# Head", "## Head ##", "===", "---", "```", "~~~", "```py", "    code", "  two", "- item", "- ", "1. one", "* "),
    *("> quote", "> > deep", "| a | b |\n|---|---|\n| x | y |", ": said of a term", "- [ ] task", "$a$ and $5–$10"),
    *(
        "[a]: https://x.se",
        "[a] and [b](c) d",
        "![alt *x*](y) z",
        "x[^1] y",
        "[^1]: foot",
        "&amp; &nvle; &#65;",
        "\\* x",
    ),
    *(
        "<div>",
        "</div>",
        "<p>para",
        "<b>bold</b> x",
        "<script>",
        "<pre>",
        '<span lang="sv">hej',
        "<code>a",
        "<em>i",
        "<li>",
    ),
    *(
        "<blockquote>",
        "</blockquote>",
        "<!-- c",
        "-->",
        "<!-- toneguard: off x -->",
        '<a href="x">l',
        "<br>",
        "~~del~~",
    ),
    *("{{< fig >}}", "{{ v }}", "{% raw %}", "{% endraw %}", "{: .c}", "{#id}", "[TOC]", "[[_toc_]]", "{", "\x1a"),
    *(":::tip Title", ":::", '!!! note "T"', "??? x", '=== "T"', "> [!tip] T", "> [!NOTE]"),
)
PROSE = (
    *(
        "word word",
        "Vi är här. Det är bra.",
        "Kl. 9 kommer vi, bl.a. i dag",
        "`code` x",
        "*em* **st**",
        "hard  ",
        "hard\\",
    ),
    *(
        "see www.x.se",
        "WWW.X.SE now",
        "mail a@b.se",
        "https://x.se/a_b",
        "a\u00adb",
        "e\u0301",
        "😀 x",
        "\u00a0nbsp\u00a0",
    ),
    *(
        "\u2028",
        "\ufeff",
        "\ud800",
        "“Quoted.” And",
        "a… Then",
        "I.",
        "İ",
        "ǅ",
        "don't",
        "e.g. this",
        "Я здесь",
        "\t",
        "",
    ),
)
LINES = st.builds("{}{}{}".format, st.sampled_from(["", "", "", "> ", "- ", "    "]), st.sampled_from(MARKUP + PROSE),
                  st.sampled_from(["\n", "\n", "\n\n", "\r\n", "\r"]))  # fmt: skip
POSTS = st.lists(LINES, max_size=12).map("".join)
TEXTS = st.lists(st.sampled_from([*PROSE, " ", ". ", ".", "1. ", "A", "a", "-", "’", '"', ") "]), max_size=14).map(
    "".join
)


@given(POSTS, st.sampled_from(["post.md", "post.mdx"]))
@settings(max_examples=300)
def test_blocks_of_nothing_but_words(text: str, path: str) -> None:
    """A block built at once from its words is the one that entering, filling and leaving its element builds."""
    with patch.object(Page, "at_rest", False):
        plain = parse(text, path)
    assert parse(text, path) == plain


@given(POSTS, st.integers(0, 3))
@settings(max_examples=200)
def test_marks_of_template_syntax(text: str, start: int) -> None:
    """What hides template syntax finds it where every line is tried, too, not only where its marks stand."""
    found = masks.hide(text, start=start)

    def lines(text: str, start: int) -> Iterator[re.Match[str]]:
        return masks._FENCE.finditer(text, start)

    def outside(
        pattern: re.Pattern[str], _: object, text: str, start: int, fences: list[Span]
    ) -> Iterator[re.Match[str]]:
        return (match for match in pattern.finditer(text, start) if not inside(fences, match.start()))

    with patch.object(masks, "_fence_lines", lines), patch.object(containers, "_outside", outside):
        assert masks.hide(text, start=start) == found


@given(st.text(st.sampled_from("aå€😀\n"), max_size=700), st.randoms())
def test_offsets_in_any_order(text: str, chance: object) -> None:
    """A byte offset is found whatever was asked for before."""
    wanted = [(len(text[:point].encode()), point) for point in range(len(text) + 1)]
    chance.shuffle(wanted)  # type: ignore[attr-defined]
    offsets = ByteOffsets(text)
    assert [offsets[byte] for byte, _ in wanted] == [point for _, point in wanted]


@given(TEXTS, st.integers(0, 5), st.integers(0, 5))
def test_texts_without_anything_special(text: str, left: int, right: int) -> None:
    """A range that is copied because it holds no sign of anything special has the pieces that a search of it gives."""
    found = BlockBuilder(text)
    found.verbatim(left, max(left, len(text) - right))
    piece = BlockBuilder(text).copy(left, len(text) - right)
    with patch.object(blocks, "_special_in", lambda _: ("",)):
        plain = BlockBuilder(text)
        plain.verbatim(left, max(left, len(text) - right))
    built = plain.build("paragraph")
    assert (found.build("paragraph"), found.addresses) == (built, plain.addresses)
    assert piece is None or built is None or built.pieces == (piece,)


@given(st.lists(st.tuples(st.integers(0, 9), st.integers(1, 9)), max_size=6))
def test_order_of_blocks(places: list[tuple[int, int]]) -> None:
    """Blocks are in the order of their spans, whether they were found in it or not."""
    found = []
    for start, length in places:
        builder = BlockBuilder("x" * 20)
        builder.verbatim(start, start + length)
        built = builder.build("paragraph")
        found += [built] if built else []
    assert in_order(list(found)) == sorted(found, key=lambda block: block.span)


VALUES = (
    *(
        "ord",
        "Ord och ord",
        "2026-12-28",
        "12:30",
        "https://x.se/a",
        "it's",
        "å – b",
        '"q, r: #"',
        "'s: #'",
        "x  y",
        "''",
    ),
    *(
        "a\u00a0b",
        "1,5",
        "(x) [y]",
        "a:",
        "a: b",
        "a #b",
        '"a" b',
        '"a\\"b"',
        "'it''s'",
        "- x",
        "[a, b]",
        "[ ]",
        "[a, ]",
    ),
    *(
        "[\"a b\", 'c']",
        '["a, b"]',
        "[a: b]",
        "[?]",
        "|",
        ">",
        "&a",
        "*a",
        "!t",
        "@x",
        "%x",
        "`x`",
        "{a: b}",
        "~",
        "null",
    ),
    *("a\tb", "\u2028", "\x85", "\x07", "\ud800", "\ufeff", "😀", "", " ", "  ord  "),
)
FIELDS = st.builds(
    "{}{}{}".format,
    st.sampled_from(["title: ", "description: ", "Summary:  ", "tags:", "lang: ", "é: ", "- ", "  - ", "# ", "  ", ""]),
    st.sampled_from(VALUES),
    st.sampled_from(["\n", "\n", "\n", "\r\n", "\r", "\n\n"]),
)


@given(st.lists(FIELDS, max_size=6).map("".join), st.sampled_from(["---\n", "---\r\n", ""]))
@settings(max_examples=500)
def test_simple_front_matter(fields: str, closing: str) -> None:
    """Front matter that is read without a YAML parser is what one makes of it: values, prose, places, problems."""
    source = Source(f"---\n{fields}{closing}\nText.\n", "post.md")
    with patch.object(frontmatter, "fields", lambda *_: None):
        plain = frontmatter.read(source)
    assert frontmatter.read(source) == plain


@pytest.mark.parametrize(
    "fields",
    [
        "title: Vi är här\n",
        'title: "A: b"\ndate: 2026-12-28\n',
        "tags: [a, b c]\n",
        "tags:\n  - a\n  - 'b'\nlang: sv\n",
    ],
)
def test_what_front_matter_is_simple(fields: str) -> None:
    """Ordinary front matter needs no YAML parser."""
    with patch.object(frontmatter, "_load_yaml", side_effect=AssertionError):
        assert frontmatter.read(Source(f"---\n{fields}---\nText.\n", "post.md")).meta
