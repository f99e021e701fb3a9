"""The law of positions, for every format: what a rule sees can be found in the source, exactly."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from toneguard.document import Block, Document
from toneguard.formats import format_for
from toneguard.source import Source

PATHS = ("post.md", "post.mdx", "post.html", "post.txt", "post.rst", "post.adoc")


def parse(text: str, path: str = "post.md") -> Document:
    """Take a text apart by the format of its path."""
    source = Source(text, path)
    return format_for(source).parse(source)


def check_pieces(block: Block, source: str) -> None:
    """Pieces tile the text and ascend in the source; verbatim ones stand there as they are."""
    position = end = 0
    for piece in block.pieces:
        assert piece.start == position
        assert piece.text
        assert end <= piece.span.start < piece.span.end <= len(source)
        assert not piece.verbatim or source[piece.span.start : piece.span.end] == piece.text
        position, end = piece.end, piece.span.end
    assert "".join(piece.text for piece in block.pieces) == block.text
    assert block.text == block.text.strip()


def check_spans(block: Block, source: str) -> None:
    """Every span of the text has one non-empty range in the source; within a verbatim piece it is the same words."""
    for start in range(min(len(block.text), 40)):
        for end in {start + 1, min(start + 5, len(block.text)), len(block.text)}:
            span = block.to_source(start, end)
            assert block.span.contains(span)
            assert span.start < span.end
            if any(piece.verbatim and piece.start <= start and end <= piece.end for piece in block.pieces):
                assert source[span.start : span.end] == block.text[start:end]


def check_order(document: Document) -> None:
    """Blocks ascend and stand apart, but for alt texts; no character of the source is read twice."""
    above: list[Block] = []
    for block in document.blocks:
        while above and above[-1].span.end <= block.span.start:
            above.pop()
        if above:
            assert block.span >= above[-1].span
            assert block.kind == "alt"
        above.append(block)


def check_rest(document: Document) -> None:
    """Links, directives and sentences lie in the text; sentences leave out nothing but white space."""
    for span in [*(link.span for link in document.links), *(entry.span for entry in document.directives)]:
        assert 0 <= span.start < span.end <= len(document.source.text)
    for block, sentences in zip(document.blocks, document.sentences, strict=True):
        end = 0
        for sentence in sentences:
            assert sentence.start >= end
            assert sentence.text == sentence.text.strip() != ""
            assert not block.text[end : sentence.start].strip()
            end = sentence.end
        assert not block.text[end:].strip()


def check(document: Document) -> None:
    """Check all laws of a document."""
    for block in document.blocks:
        check_pieces(block, document.source.text)
        check_spans(block, document.source.text)
    check_order(document)
    check_rest(document)


WORDS = (
    "kaffe", "Åsa", "smörgås", "bær", "rødgrød", "e\u0301te\u0301", "👩‍🌾", "🎉", "so\u00adlen", "\u200b",
    "\u200d", "”nej”", "»ja«",
    "Dr. Ames", "kl. 9", "3.5", "&amp;", "&nbsp;", "&copy", "&bogus;", "&#8211;", "&", "<", ">", "a@b.se",
    "https://x.se/a_b.", "\t",
    "https://x.se", "word.", "word!", "İ", "ﬁ", "\ufeff", "\u2028", "\0", "\x1a", "\ud83d", "#tag", "@name",
    "$5–$10", "$x$", "\\*",
)  # fmt: skip
MARKS = (
    "*", "**", "_", "`", "~~", "[", "](https://x.se)", "![", "](p.png \"t\")", "[^1]", "[ref]", "<b>", "</b>",
    "<br>", "<br/>",
    ":ref:`", "``", "`_", "|x|", "[1]_", "::", "\\ ", "link:x[", "footnote:[", "#", "<<a,", ">>", "{x}", " +\n",
    "<a href='x' rel=\"sponsored\">", "</a>", "<code>", "</code>", "<!-- c -->", "<!-- toneguard: ignore -->",
    "<img alt=\"bild &amp; \n text\">",
    "<script>", "</script>", "<span lang=sv>", "</span>", "<div>", "</div>", "<p>", "</p>", "<li>", "<ul>",
    "</ul>", "<td>", "<pre>", "</pre>",
    "<blockquote>", "</blockquote>", "<h2>", "</h3>", "<svg>", "</svg>", "<a title='>'>", "<![CDATA[x]]>",
    "<!DOCTYPE html>", "<?x?>",
    "{{< x \"å\" >}}", "{{% x %}}", "{{ v }}", "{% if x %}", "{% raw %}", "{% endraw %}", "{: .x}", "{x}",
    "{/* toneguard: ignore */}",
    "<Tab a={1}>", "</Tab>",
    "<Tab alt='kopp &amp; fat' />", "<Tab alt={\"å\\\" ",
    "<>", "{", "}", "<a ", "<a href=\"", "<!--", "|", "[[toc]]", "{{<",
)  # fmt: skip
STARTS = (
    "", "", "", "# ", "> ", "> > ", "- ", "1. ", "  ", "    ", "\t", "- [ ] ", "```\n", "~~~\n",
    "| a | b |\n|---|---|\n| ", ": ",
    "[^1]: ", "[ref]: /x\n", "<div>\n", "</div>\n\n", "<!-- toneguard: ignore -->\n", "!!! note \"Råd\"\n    ",
    "??? tip\n\n    ", ":::tip Titel\n",
    ":::\n", "> [!NOTE]\n> ", "> [!x] T\n> ", "import x from 'y'\n", "export const a = {\n", "---\n", "===\n",
    "***\n", "• ", "– ", "=== \"T\"\n\n    ",
    ".. note:: ", ".. image:: x\n   :alt: ", ".. [1] ", ":title: ", "| ", "== ", "* ", "====\n", "____\n", "|===\n|",
    "a:: ", ".T\n", "[source]\n", "// toneguard: ignore\n", ".. toneguard: ignore\n\n", "+--+--+\n|a | ", "== ==\n",
    "---\ntitle: ", "+++\ntitle = \"", "<Tabs>\n    ",
)  # fmt: skip
ENDS = ("\n", "\n", "\n\n", "\r\n", "\r", "\r\n\r\n", "  \n", "\\\n", "\n\n\n", " \n> ", "\n    ")
HEADS = (
    "", "", "\ufeff", "---\ntitle: \"Å &\\u00e5\\\" 'x'\"\n---\n",
    "\ufeff---\r\nsummary: >\r\n  en\r\n  två\r\n---\r\n", "+++\ntitle = '''a\nb'''\n+++\n", "---\na: [\n---\n",
)  # fmt: skip

inline = st.lists(st.sampled_from([*WORDS, *WORDS, *MARKS, " ", " ", "\n"]), max_size=9).map(" ".join)
tight = st.lists(st.sampled_from([*WORDS, *MARKS, " ", "\n"]), max_size=7).map("".join)
line = st.tuples(st.sampled_from(STARTS), st.one_of(inline, tight), st.sampled_from(ENDS)).map("".join)
posts = st.tuples(st.sampled_from(HEADS), st.lists(line, max_size=8).map("".join)).map("".join)


@pytest.mark.parametrize("path", PATHS)
@settings(max_examples=150, deadline=None)
@given(text=posts)
def test_the_law_holds_for_markup(path: str, text: str) -> None:
    """Whatever markup is strung together, every block can be found again in the source."""
    check(parse(text, path))


@pytest.mark.parametrize("path", PATHS)
@settings(max_examples=60, deadline=None)
@given(text=st.text(max_size=80))
def test_the_law_holds_for_any_text(path: str, text: str) -> None:
    """Any characters at all are read without an error, and exactly."""
    check(parse(text, path))


@pytest.mark.parametrize("path", PATHS)
@settings(max_examples=60, deadline=None)
@given(
    words=st.lists(st.text("abcåäöæøé", min_size=1, max_size=8), min_size=1, max_size=12),
    space=st.sampled_from(" \t\n"),
)
def test_no_word_is_lost_or_doubled(path: str, words: list[str], space: str) -> None:
    """Every word of unmarked prose is in exactly one block, in order."""
    found = " ".join(block.text for block in parse(space.join(words), path).blocks).split()
    assert found == [unicodedata.normalize("NFC", word) for word in words]


@pytest.mark.parametrize("path", PATHS)
def test_a_stand_in_counts_whole(path: str) -> None:
    """A span that touches a decomposed letter covers the letter and its mark."""
    document = parse("Ett e\u0301 till.", path)
    block = document.blocks[0]
    assert block.text == "Ett é till."
    assert document.source.slice(block.to_source(4, 5)) == "e\u0301"


@pytest.mark.parametrize("path", PATHS)
def test_soft_hyphens_are_gaps(path: str) -> None:
    """Soft hyphens and zero-width characters are not in the text, but inside the span of a word."""
    document = parse("En so\u00adlig\u200b dag.", path)
    block = document.blocks[0]
    assert block.text == "En solig dag."
    assert document.source.slice(block.to_source(3, 8)) == "so\u00adlig"
