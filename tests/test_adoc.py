"""AsciiDoc: what is prose, in which block, with which data beside it."""

from __future__ import annotations

import pytest

from tests.test_markdown import shown
from tests.test_positions import parse

Shown = list[tuple[str, str]]

BLOCKS: dict[str, tuple[str, Shown]] = {
    "a header": (
        "= Tea *time*\nBo Ek <bo@x.se>\n:page-lang: sv\n:description: A cup\n\nWarm.\n",
        [("heading", "Tea time"), ("meta", "A cup"), ("paragraph", "Warm.")],
    ),
    "sections": ("== One ==\n\nTwo\n~~~\n\nText.\n", [("heading", "One"), ("heading", "Two"), ("paragraph", "Text.")]),
    "emphasis": (
        "A *very* _good_ un**like**ly #warm# [.x]#cup# of H~2~O, not 5 * 3 or a_b_c.",
        [("paragraph", "A very good unlikely warm cup of H2O, not 5 * 3 or a_b_c.")],
    ),
    "code and passthroughs": (
        "Run `make`, ``x``, +y+, pass:[z] and kbd:[Esc].",
        [("paragraph", "Run \ufffc, \ufffc, \ufffc, \ufffc and \ufffc.")],
    ),
    "quotes and escapes": (
        "\"`Tea`\" isn`'t \\*hot* &amp; {nbsp}{cup}",
        [("paragraph", "“Tea” isn’t *hot* & \u00a0\ufffc")],
    ),
    "links": (
        "See https://x.se[the *map*], link:a.html[it^], <<id,here>>, <<id>>, https://x.se.",
        [("paragraph", "See the map, it, here, \ufffc, \ufffc.")],
    ),
    "hard breaks": ("One +\ntwo\nthree\n", [("paragraph", "One\u2028two\nthree")]),
    "footnotes": (
        "Tea.footnote:[From _Assam_.] Milk.",
        [("paragraph", "Tea. Milk."), ("alt", "From Assam.")],
    ),
    "images": ("image::c.png[A cup,200]\n\nAn image:d.png[old cup] here.\n",
               [("alt", "A cup"), ("paragraph", "An \ufffc here."), ("alt", "old cup")]),
    "lists": (
        "* One\nmore\n** [x] Two\n+\nAttached.\n\n. Three\n",
        [("item", "One\nmore"), ("item", "Two"), ("item", "Attached."), ("item", "Three")],
    ),
    "descriptions": (
        "Crema:: The foam.\nCup::\n  Of tin.\n",
        [("item", "Crema"), ("item", "The foam."), ("item", "Cup"), ("item", "Of tin.")],
    ),
    "blocks without prose": (
        ".How\n[source,sh]\n----\nmake\n----\n\n....\nno\n....\n\n++++\nno\n++++\n\n////\nno\n////\n"
        "\n no\n\n```sh\nno\n```\n",
        [("caption", "How")],
    ),
    "blocks with prose": (
        "====\nOne.\n\n----\nno\n----\n====\n\n****\nTwo.\n****\n\n--\nThree.\n--\n\nNOTE: Four.\n",
        [("paragraph", "One."), ("paragraph", "Two."), ("paragraph", "Three."), ("paragraph", "Four.")],
    ),
    "a table": (
        "|===\n|A |B\n\n|c d\n|e\nf\n\nl|no |x \\| y\na|\n* item\n|===\n",
        [("cell", "A"), ("cell", "B"), ("cell", "c d"), ("cell", "e\nf"), ("cell", "x | y"), ("item", "item")],
    ),
    "lines that are none": (
        "One\n// no\nifdef::x[]\ntwo\nendif::[]\ninclude::no[]\n\n'''\n\n:no: x\n\ntoc::[]\n",
        [("paragraph", "One\ntwo")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BLOCKS)
def test_prose_is_found(name: str) -> None:
    """Each construct gives these blocks, and the law holds for them."""
    text, expected = BLOCKS[name]
    assert shown(text, "post.adoc") == expected
    assert shown(text.replace("\n", "\r\n"), "post.adoc") == expected


def test_quotations_are_quoted() -> None:
    """A quote block and a paragraph with the style are somebody's words."""
    document = parse("[quote,Anna]\nTea.\n\n____\nMilk.\n____\n\nCup.\n", "post.adoc")
    assert [block.quoted for block in document.blocks] == [True, True, False]


def test_data_beside_the_prose() -> None:
    """Links keep their targets, comments for toneguard are directives, attributes of the header are the post's."""
    text = ":lang: da\n\n// toneguard: ignore pushy -- it ends\nSee https://x.se[a map,window=_blank].\n"
    document = parse(text, "post.adoc")
    assert [(link.target, link.text) for link in document.links] == [("https://x.se", "a map")]
    assert [entry.text for entry in document.directives] == ["ignore pushy -- it ends"]
    assert document.lang == "da"
