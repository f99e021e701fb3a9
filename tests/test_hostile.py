"""Hostile input: nothing raises, and nothing takes so long that a test would not end."""

from __future__ import annotations

import pytest

from tests.test_positions import PATHS, check, check_pieces, parse

COUNT = 3_000
OPENERS = (
    "{{<", "{%", "{{", "<!--", "<a ", "<a href=\"", "<a y=\">\" ", "[", "(", "*", "`", "&", "> ", "- ", "1. ",
    "| a ", "![", "[^a]: ", "{",
    "<div>", "</div>", "<blockquote>", "<li>", "<script>", "<svg>", "<td>", "<code>", "<p>", "::: a\n",
    "!!! note\n    a\n", "export a {\n\n",
    "\n", "\r", " ", "\t", "\0", "\u2028", "\ud800", "a@", "http://", "\u00ad", "e\u0301", "„", "• a\n", "#a ",
    "$", "{.a", "&#1",
)  # fmt: skip


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("opener", OPENERS)
def test_what_never_closes_is_read(path: str, opener: str) -> None:
    """Thousands of openings without an end are read to the end, without an error."""
    document = parse(opener * COUNT, path)
    for block in document.blocks[:20]:
        check_pieces(block, document.source.text)
    assert len(document.sentences) == len(document.blocks)


@pytest.mark.parametrize("path", PATHS)
@pytest.mark.parametrize("text", ["", "\ufeff", " ", "\n\n", "\t\r\n ", "\0", "---", "+++", "---\n", "<", "&", "{{"])
def test_next_to_nothing_has_no_prose(path: str, text: str) -> None:
    """Empty texts, and texts of white space or marks alone, have no blocks."""
    document = parse(text, path)
    assert document.blocks == ()
    assert document.words == 0


@pytest.mark.parametrize("path", PATHS)
def test_one_long_line_is_read(path: str) -> None:
    """A text of half a million characters on a single line is one block with its sentences."""
    document = parse("Kaffet är gott. " * 30_000, path)
    assert len(document.blocks) == 1
    assert len(document.sentences[0]) == 30_000


@pytest.mark.parametrize("path", PATHS)
def test_one_long_word_is_read(path: str) -> None:
    """A word without an end is one sentence."""
    document = parse("å" * 300_000, path)
    assert [len(sentences) for sentences in document.sentences] == [1]


def test_deep_quotes_and_lists_are_read() -> None:
    """Prose inside thousands of quotes, lists or elements is found."""
    for text, path in (
        ("> " * 5_000 + "Hej du.", "post.md"),
        ("- " * 5_000 + "Hej du.", "post.md"),
        ("<blockquote>" * 5_000 + "Hej du." + "</blockquote>" * 5_000, "post.html"),
        ("<ul><li>" * 5_000 + "Hej du.", "post.html"),
    ):
        document = parse(text, path)
        assert [block.text for block in document.blocks] == ["Hej du."]
        check(document)


def test_a_wide_table_is_read() -> None:
    """Every cell of a table with thousands of columns is a block."""
    row = "|" + " cell |" * 4_000
    document = parse(f"{row}\n|{'---|' * 4_000}\n{row}\n")
    assert len(document.blocks) == 8_000


@pytest.mark.parametrize(
    "front", ["[" * 5_000, "{a: " * 5_000, "- " * 5_000, "a: &a [*a, *a]", "a: " + "9" * 9_000, "\ud800: \ud800"]
)
def test_hostile_yaml_leaves_the_body(front: str) -> None:
    """Front matter that nests, refers to itself or holds nonsense does not keep the body from being read."""
    document = parse(f"---\n{front}\n---\n\nHej du.\n")
    assert document.blocks[-1].text == "Hej du."
    assert len(document.problems) <= 1


@pytest.mark.parametrize(
    "front", ["a = " + "[" * 5_000, "a = " + "9" * 9_000, "a = 0x" + "f" * 9_000, "a = \ud800", "[" * 5_000]
)
def test_hostile_toml_leaves_the_body(front: str) -> None:
    """The same for TOML."""
    document = parse(f"+++\n{front}\n+++\n\nHej du.\n")
    assert document.blocks[-1].text == "Hej du."
    assert len(document.problems) == 1
