"""HTML: what a browser shows as prose, with exact offsets."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.test_positions import check, parse
from toneguard.formats.tags import RAW, tokens

Shown = list[tuple[str, str]]


def shown(text: str) -> Shown:
    """Return the kind and text of every block, with the law checked."""
    document = parse(text, "post.html")
    check(document)
    return [(block.kind, block.text) for block in document.blocks]


BLOCKS: dict[str, tuple[str, Shown]] = {
    "white space": ("<p>\n  One \n <b> two</b>  three\n</p>", [("paragraph", "One\ntwo three")]),
    "breaks": ("<P>One<BR/>two<br >three</P>", [("paragraph", "One\u2028two\u2028three")]),
    "entities": (
        "<p>a&amp;b &lt;c&gt; &eacute; &#229; &#xE5 &copy2 &bogus; R&D</p>",
        [("paragraph", "a&b <c> é å å ©2 &bogus; R&D")],
    ),
    "invisible entities": ("<p>so&shy;lig dag</p>", [("paragraph", "solig dag")]),
    "signs as text": ("<p>1 < 2, a <3 b & c</p>", [("paragraph", "1 < 2, a <3 b & c")]),
    "skipped elements": (
        "<style>p {}</style><script>if (a < b) '</p>'</script><p>One</p>"
        "<pre>code <b>x</b></pre><svg><text>no</text></svg><p>Two</p>",
        [("paragraph", "One"), ("paragraph", "Two")],
    ),
    "a script within a paragraph": ("<p>One <script>x()</script>two</p>", [("paragraph", "One two")]),
    "code": ("<p>Run <code>a <b>b</b></code> now</p>", [("paragraph", "Run \ufffc now")]),
    "unclosed code": ("<p>Run <code>a</p><p>Now</p>", [("paragraph", "Run \ufffc"), ("paragraph", "Now")]),
    "attributes": ("<p title='a > b' data-x=\"c\">One</p>", [("paragraph", "One")]),
    "kinds": (
        "<title>T</title><h2>H</h2><ul><li>I<p>J</p>K</ul>"
        "<table><caption>C</caption><tr><th>A<td>B<p>P</p></table><figcaption>F</figcaption>",
        [("title", "T"), ("heading", "H"), ("item", "I"), ("item", "J"), ("item", "K"), ("caption", "C"),
         ("cell", "A"), ("cell", "B"),
         ("paragraph", "P"), ("caption", "F")],
    ),
    "unclosed tags": (
        "<ul><li>One<li>Two</ul><p>Three<p>Four<div>Five",
        [("item", "One"), ("item", "Two"), ("paragraph", "Three"), ("paragraph", "Four"), ("paragraph", "Five")],
    ),
    "wrong nesting": (
        "<p><b>One <i>two</b> three</i></p></div></p>Four",
        [("paragraph", "One two three"), ("paragraph", "Four")],
    ),
    "a heading closed as another": ("<h2>One</h3>Two", [("heading", "One"), ("paragraph", "Two")]),
    "comments": ("<p>One <!-- no > <b> -->two<!--> three<!---> four</p>", [("paragraph", "One two three four")]),
    "declarations": ("<!DOCTYPE html><?xml version='1.0'?><p>One <![CDATA[no]]>two</p>", [("paragraph", "One two")]),
    "images": (
        "<p>An <img src='a>b' alt=\"old &amp;\n worn\"> cup <IMG ALT=tin></p>",
        [("paragraph", "An \ufffc cup \ufffc"), ("alt", "old &\nworn"), ("alt", "tin")],
    ),
    "bare text": ("One <b>two</b>", [("paragraph", "One two")]),
    "a tag that never ends": ("<p>One</p><a href='x", [("paragraph", "One"), ("paragraph", "<a href='x")]),
    "a lost quotation mark": ("<p><a href=\"x>One</a> two</p>", [("paragraph", "One two")]),
    "templates": ("<p>Hi {{ name }}{% if x %}, you{% endif %}</p>", [("paragraph", "Hi \ufffc\ufffc, you\ufffc")]),
}  # fmt: skip


@pytest.mark.parametrize("name", BLOCKS)
def test_prose_is_found(name: str) -> None:
    """Each construct gives the blocks that a browser shows."""
    text, expected = BLOCKS[name]
    assert shown(text) == expected


def test_levels_and_quotes() -> None:
    """Headings keep their level, and nested blockquotes quote up to their own end."""
    text = "<h3>A</h3><blockquote>B<blockquote><p>C</blockquote>D</blockquote>E"
    found = [(block.text, block.level, block.quoted) for block in parse(text, "a.html").blocks]
    assert found == [("A", 3, False), ("B", 0, True), ("C", 0, True), ("D", 0, True), ("E", 0, False)]


def test_languages() -> None:
    """The page's language is the document's, that of an element belongs to its blocks."""
    document = parse("<HTML LANG='sv'><body><p>A<section xml:lang=en><p>B</p></section><p>C<p lang=da>D<p>E", "a.html")
    assert document.lang == "sv"
    assert [block.lang for block in document.blocks] == ["", "en", "", "da", ""]


def test_inline_languages() -> None:
    """The language of an inline element is the block's only when the element holds all of its words."""
    text = (
        "<p><em lang=fr>Oui,</em> he said.<p lang=en><q lang=sv>Te är gott</q>!<p><a lang=da href=/>Te</a> is tea.<p>A"
    )
    assert [block.lang for block in parse(text, "a.html").blocks] == ["", "sv", "", ""]


def test_links_keep_their_data() -> None:
    """A link has its target, words and `rel`, also around blocks and when it is never closed."""
    text = "<a rel='Sponsored' href='/a?b=1&amp;c'>One <b>two</b></a>"
    text += "<a href=/d><h2>Three</h2><p>four</p></a><a href=/e>five<a>"
    found = [(link.target, link.text, link.rel) for link in parse(text, "a.html").links]
    assert found == [("/a?b=1&c", "One two", ("sponsored",)), ("/d", "Threefour", ()), ("/e", "five", ())]


def test_directives_and_front_matter() -> None:
    """Comments addressed to toneguard are directives, and a front matter is read as Jekyll does."""
    document = parse("---\ntitle: Te\nlang: sv\n---\n<!-- toneguard: ignore-file -->\n<p>Te.</p>", "a.html")
    assert [directive.text for directive in document.directives] == ["ignore-file"]
    assert [(block.kind, block.text) for block in document.blocks] == [("title", "Te"), ("paragraph", "Te.")]
    assert document.lang == "sv"


MARKUP = (
    "<",
    ">",
    "a",
    "b ",
    "=",
    "'",
    '"',
    "/",
    "!",
    "--",
    "&",
    "amp;",
    "<a ",
    "</a>",
    "<!--",
    "-->",
    "<script>",
    "</script",
    "?",
    "[CDATA[",
    "]]>",
)


@given(st.lists(st.sampled_from(MARKUP), max_size=30).map("".join))
def test_tokens_tile_the_text(text: str) -> None:
    """The tokens ascend without gaps, except for the content of scripts and the like."""
    found = list(tokens(text))
    assert not found or (found[0].start == 0)
    for left, right in pairwise(found):
        assert left.start < left.end <= right.start
        assert left.end == right.start or left.name in RAW
    assert not found or found[-1].end == len(text) or found[-1].name in RAW
