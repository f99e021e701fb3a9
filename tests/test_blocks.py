"""The builder of blocks: what becomes verbatim, a stand-in or a gap."""

from __future__ import annotations

import pytest

from toneguard.blocks import BlockBuilder, Mask, bare_links
from toneguard.document import Block
from toneguard.formats import FORMATS, format_for
from toneguard.source import Source, Span


def build(text: str) -> Block:
    """Build one paragraph of a whole text."""
    builder = BlockBuilder(text)
    builder.verbatim(0, len(text))
    block = builder.build("paragraph")
    assert block is not None
    return block


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Läs https://x.se/a(b. Sedan", "Läs \ufffc. Sedan"),
        ("Se www.x.se, eller HTTP://Y.SE!", "Se \ufffc, eller \ufffc!"),
        ("Skriv till hej.du@post.x.se.", "Skriv till \ufffc."),
        ("Följ @acme och pris@", "Följ @acme och pris@"),
    ],
)
def test_addresses_are_stand_ins(text: str, shown: str) -> None:
    """Bare addresses stand as one character, and the mark that ends the sentence stays."""
    assert build(text).text == shown


def test_white_space_at_the_ends_is_left_out() -> None:
    """A block begins and ends with something to read."""
    block = build(" \t Hej du. \u2028 ")
    assert (block.text, block.span) == ("Hej du.", Span(3, 10))


def test_a_mask_stands_in_whole() -> None:
    """Template syntax is one character of the text, or none where it only carries attributes."""
    text = "a {{x}} b{.c}"
    builder = BlockBuilder(text, (Mask(Span(2, 7)), Mask(Span(9, 13), "")))
    builder.verbatim(0, len(text))
    block = builder.build("paragraph")
    assert block is not None
    assert block.text == "a \ufffc b"
    assert block.to_source(2, 3) == Span(2, 7)


def test_nothing_is_added_twice() -> None:
    """A range that was already covered is passed over."""
    builder = BlockBuilder("abc")
    builder.stand_in("x", Span(0, 3))
    builder.verbatim(1, 3)
    block = builder.build("paragraph")
    assert block is not None
    assert block.text == "x"


def test_marks_alone_are_no_block() -> None:
    """Without a letter or digit there is nothing to lint."""
    builder = BlockBuilder("… – !")
    builder.verbatim(0, 5)
    assert builder.build("paragraph") is None


def test_bare_addresses_are_links() -> None:
    """An address in running text is a link without words."""
    text = "Köp på https://x.se/rea."
    builder = BlockBuilder(text)
    builder.verbatim(0, len(text))
    links = bare_links(text, builder.addresses, ())
    assert [(link.target, link.span) for link in links] == [("https://x.se/rea", Span(7, 23))]


def test_an_address_alone_in_its_block_is_a_link() -> None:
    """A block without words is left out, the link in it is not."""
    for name, text in (("a.md", "Se här:\n\nhttps://x.se/rea\n"), ("a.txt", "Se här:\n\nhttps://x.se/rea\n")):
        document = format_for(Source(text, name), FORMATS).parse(Source(text, name))
        assert [link.target for link in document.links] == ["https://x.se/rea"]


def test_tags_keep_their_names() -> None:
    """Shortcodes and components are data; those in code are not."""
    text = 'A {{< affiliate "x" >}} b {% amazon id %} c <AdLink to="x"/>\n\n```\n{{< no >}}\n```\n\n`{{< no >}}`\n'
    document = format_for(Source(text, "a.mdx"), FORMATS).parse(Source(text, "a.mdx"))
    assert [tag.name for tag in document.tags] == ["affiliate", "amazon", "AdLink"]
