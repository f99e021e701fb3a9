"""Markdown and MDX: what is prose, in which block, with which data beside it."""

from __future__ import annotations

import pytest

from tests.test_positions import check, parse

Shown = list[tuple[str, str]]


def shown(text: str, path: str = "post.md") -> Shown:
    """Return the kind and text of every block, with the law checked."""
    document = parse(text, path)
    check(document)
    return [(block.kind, block.text) for block in document.blocks]


BLOCKS: dict[str, tuple[str, Shown]] = {
    "hard-wrapped lines": ("One\ntwo\r\nthree\n", [("paragraph", "One\ntwo\nthree")]),
    "hard breaks": ("One  \ntwo\\\nthree\n", [("paragraph", "One\u2028two\u2028three")]),
    "a lone carriage return": ("One\rtwo", [("paragraph", "One\ntwo")]),
    "emphasis": ("A *very* **good** ~~old~~ cup", [("paragraph", "A very good old cup")]),
    "entities and escapes": ("Tea &amp; milk &copy \\* 1", [("paragraph", "Tea & milk &copy * 1")]),
    "inline code and formulas": ("Run `make` in $x^2$ time", [("paragraph", "Run \ufffc in \ufffc time")]),
    "prices": ("Tickets cost $5–$10 or $5/$10.", [("paragraph", "Tickets cost $5–$10 or $5/$10.")]),
    "headings": (
        "# One\n\nTwo\n===\n\n### Three {#id .c}\n",
        [("heading", "One"), ("heading", "Two"), ("heading", "Three")],
    ),
    "a link in a heading": ("## See [the map](/m)\n", [("heading", "See the map")]),
    "reference links": ("See [the map][m] and [m].\n\n[m]: /map 'T'\n", [("paragraph", "See the map and m.")]),
    "addresses": ("At <https://x.se>, <a@b.se>, https://x.se/a_b_c.", [("paragraph", "At \ufffc, \ufffc, \ufffc.")]),
    "nested lists": (
        "- One\n  - Two\n\n    more\n- [x] Three\n",
        [("item", "One"), ("item", "Two"), ("item", "more"), ("item", "Three")],
    ),
    "text behind a nested list": (
        "- One\n  - Two\n\n  Three\n",
        [("item", "One"), ("item", "Two"), ("item", "Three")],
    ),
    "tables": (
        "| A | B |\n|---|---|\n| c \\| d | *e* |\n",
        [("cell", "A"), ("cell", "B"), ("cell", "c | d"), ("cell", "e")],
    ),
    "definition lists": ("Crema\n: The foam.\n", [("item", "Crema"), ("item", "The foam.")]),
    "footnotes": (
        "Cup[^1].\n\n[^1]: A small *one*\n    of tin.\n",
        [("paragraph", "Cup."), ("paragraph", "A small one\nof tin.")],
    ),
    "images": ("An ![old *cup*](c.png \"Title\") here", [("paragraph", "An \ufffc here"), ("alt", "old cup")]),
    "a linked image": ("[![A cup](c.png)](/cups)", [("alt", "A cup")]),
    "code blocks": ("One\n\n    code\n\n```sh\ncode\n```\n\nTwo", [("paragraph", "One"), ("paragraph", "Two")]),
    "a rule in the body": ("One\n\n---\ntitle: no\n---\n", [("paragraph", "One"), ("heading", "title: no")]),
    "private tags": ("One {{< ref \"a\" >}} two {% x %} {{ v }}.", [("paragraph", "One \ufffc two \ufffc \ufffc.")]),
    "a shortcode around prose": ("{{< note >}}\nTea first.\n{{< /note >}}\n", [("paragraph", "Tea first.")]),
    "a shortcode between lines": (
        "One\n{{< figure src=\"å\" >}}\nTwo\n",
        [("paragraph", "One"), ("paragraph", "Two")],
    ),
    "a value alone on a line": (
        "Welcome to\n{{ site.title }}\nand tea.",
        [("paragraph", "Welcome to\n\ufffc\nand tea.")],
    ),
    "opaque shortcodes": ("{{< highlight go >}}\nfmt.Println\n{{< /highlight >}}\n\nTea.", [("paragraph", "Tea.")]),
    "raw Liquid": ("{% raw %}x {{ y }}{% endraw %} Tea.", [("paragraph", "\ufffc Tea.")]),
    "tags named in code": (
        "Write `{{< highlight >}}`, then tea.\n\nThen `{{< /highlight >}}`.",
        [("paragraph", "Write \ufffc, then tea."), ("paragraph", "Then \ufffc.")],
    ),
    "tags named in a fence": (
        "```\n{{< highlight >}}\n```\n\nTea.\n\n```\n{{< /highlight >}}\n```\n",
        [("paragraph", "Tea.")],
    ),
    "attribute lists": ("Tea.\n{: .lead}\n\n## Milk {.x}\n", [("paragraph", "Tea."), ("heading", "Milk")]),
    "a table of contents": ("[[toc]]\n\n[TOC]\n\nTea.", [("paragraph", "Tea.")]),
    "an admonition": (
        "!!! note \"On tea\"\n    Keep it *dark*.\n\n    And dry.\n\nMilk.",
        [("caption", "On tea"), ("paragraph", "Keep it dark."), ("paragraph", "And dry."), ("paragraph", "Milk.")],
    ),
    "a folded admonition": ("??? tip\n\n    Keep it dark.\n", [("paragraph", "Keep it dark.")]),
    "nested admonitions": (
        "!!! note\n    One\n\n    ???+ tip \"Two\"\n        Three\n\n            code\n",
        [("paragraph", "One"), ("caption", "Two"), ("paragraph", "Three")],
    ),
    "an admonition in a list": ("- One\n\n    !!! note\n        Two\n", [("item", "One"), ("item", "Two")]),
    "tabs": ("=== \"Tea\"\n\n    Green.\n", [("caption", "Tea"), ("paragraph", "Green.")]),
    "marks that only look so": ("!!! really\nTea.", [("paragraph", "!!! really\nTea.")]),
    "colon containers": (
        ":::tip Dry leaves\nKeep it dark.\n:::\n\n::: note\nTea.\n:::\n\n:::info[Milk]\n\nFresh.\n\n:::\n",
        [("caption", "Dry leaves"), ("paragraph", "Keep it dark."), ("paragraph", "Tea."),
         ("caption", "Milk"), ("paragraph", "Fresh.")],
    ),
    "HTML blocks": ("<div>\nOne <b>two</b>\n</div>\n\nThree", [("paragraph", "One two"), ("paragraph", "Three")]),
    "Markdown inside HTML": (
        "<details><summary>More</summary>\n\n*One*\n\n</details>\n",
        [("caption", "More"), ("paragraph", "One")],
    ),
    "HTML in a list": ("- <div>\n  One\n  </div>\n- Two\n", [("item", "One"), ("item", "Two")]),
    "inline HTML": (
        "One<br>two <kbd>X</kbd> <script>x()</script>three",
        [("paragraph", "One\u2028two \ufffc three")],
    ),
    "an inline image": ("One <img alt='a &amp; b' src=x> two", [("paragraph", "One \ufffc two"), ("alt", "a & b")]),
    "comments": ("One <!-- no --> two\n\n<!-- no\nno -->\n", [("paragraph", "One  two")]),
}  # fmt: skip


@pytest.mark.parametrize("name", BLOCKS)
def test_prose_is_found(name: str) -> None:
    """Each construct gives the blocks that a reader would see, once each."""
    text, expected = BLOCKS[name]
    assert shown(text) == expected


MDX: dict[str, tuple[str, Shown]] = {
    "modules": (
        "import A from './a'\nimport {b} from 'b'\n\nexport const meta = {\n  a: 1,\n\n  b: [2],\n}\n\nTea.",
        [("paragraph", "Tea.")],
    ),
    "a sentence that begins so": ("import taxes rose.", [("paragraph", "import taxes rose.")]),
    "expressions": ("Tea {props.a({b: 1})} milk.\n\n{a.map(x => <b>{x}</b>)}\n", [("paragraph", "Tea \ufffc milk.")]),
    "components": (
        "<Tabs a={1}>\n  <Tab>\n    Tea.\n  </Tab>\n</Tabs>\n\nMilk.",
        [("paragraph", "Tea."), ("paragraph", "Milk.")],
    ),
    "inline components": (
        "Tea <A.B c=\"d\" {...e}>and</A.B> <>milk</>.",
        [("paragraph", "Tea \ufffcand\ufffc \ufffcmilk\ufffc.")],
    ),
    "braces in code": (
        "Use `{` here.\n\n```\n{\n```\n\nTea `}`.",
        [("paragraph", "Use \ufffc here."), ("paragraph", "Tea \ufffc.")],
    ),
    "an open brace": ("Tea { milk.\n\nAnd } more.", [("paragraph", "Tea { milk."), ("paragraph", "And } more.")]),
}  # fmt: skip


@pytest.mark.parametrize("name", MDX)
def test_mdx_is_no_prose(name: str) -> None:
    """What MDX adds is hidden, and the prose within it is kept."""
    text, expected = MDX[name]
    assert shown(text, "post.mdx") == expected


def test_quotes_are_marked() -> None:
    """A blockquote is quoted, also around HTML; alerts and callouts are no quotations."""
    text = "> Tea.\n> > Milk.\n\n> [!NOTE]\n> Sugar.\n\n> [!faq]- Lemon\n> Honey.\n\n> <p>Mint\n> tea.</p>\n"
    found = [(block.text, block.quoted) for block in parse(text).blocks]
    assert found == [
        ("Tea.", True), ("Milk.", True), ("Sugar.", False), ("Lemon", False), ("Honey.", False), ("Mint\ntea.", True),
    ]  # fmt: skip


def test_html_states_quotes_and_languages() -> None:
    """An element around Markdown passes on its language and that it quotes, up to its end."""
    text = '<blockquote lang="sv">\n\nTe.\n\n</blockquote>\n\n- <div lang=da>\n\n  Mælk.\n- Tea.\n'
    found = [(block.text, block.quoted, block.lang) for block in parse(text).blocks]
    assert found == [("Te.", True, "sv"), ("Mælk.", False, "da"), ("Tea.", False, "")]


@pytest.mark.parametrize(
    ("text", "link"),
    [
        ("[our *tea*](/t 'T')", ("/t", "our tea", ())),
        ("[tea][r]\n\n[r]: /t", ("/t", "tea", ())),
        ("## [tea](/t)", ("/t", "tea", ())),
        ("See <a href=\"/t?a=1&amp;b\" rel=\"Sponsored nofollow\">our *tea*</a>.",
         ("/t?a=1&b", "our tea", ("sponsored", "nofollow"))),
        ("> See <a\n> href='/t' rel='sponsored'>tea</a>.", ("/t", "tea", ("sponsored",))),
        ("<p>See <a href=/t rel=sponsored>tea</a></p>", ("/t", "tea", ("sponsored",))),
        ("<https://x.se>", ("https://x.se", "\ufffc", ())),
        ("See https://x.se/a_b, or", ("https://x.se/a_b", "", ())),
    ],
)  # fmt: skip
def test_links_keep_their_data(text: str, link: tuple[str, str, tuple[str, ...]]) -> None:
    """Every way to write a link gives its target, its words and its `rel`, once."""
    assert [(found.target, found.text, found.rel) for found in parse(text).links] == [link]


def test_a_link_spans_its_markup() -> None:
    """The range of a link covers all of its markup."""
    document = parse("See [tea](/t) and <a href='/m'>milk</a>.")
    assert [document.source.slice(link.span) for link in document.links] == ["[tea](/t)", "<a href='/m'>milk</a>"]


@pytest.mark.parametrize(
    ("text", "path"),
    [
        ("<!-- toneguard: ignore a/b -- why -->\n\nTea.", "post.md"),
        ("Tea <!-- toneguard: ignore a/b -- why --> milk.", "post.md"),
        ("> Tea\n>\n> <!--\n> toneguard: ignore a/b -- why\n> -->\n", "post.md"),
        ("- Tea\n  <!-- toneguard: ignore a/b -- why -->\n", "post.md"),
        ("<div><!-- toneguard: ignore a/b -- why --></div>", "post.md"),
        ("{/* toneguard: ignore a/b -- why */}\n\nTea.", "post.mdx"),
        ("Tea {/* toneguard: ignore a/b -- why */} milk.", "post.mdx"),
    ],
)
def test_directives_are_read(text: str, path: str) -> None:
    """A comment addressed to toneguard is a directive wherever it stands, and its span is the comment."""
    document = parse(text, path)
    assert [directive.text for directive in document.directives] == ["ignore a/b -- why"]
    comment = document.source.slice(document.directives[0].span)
    assert comment.startswith(("<!--", "{/*"))
    assert comment.endswith(("-->", "*/}"))


def test_other_comments_and_code_are_no_directives() -> None:
    """Comments to others, and comments shown in code, mean nothing."""
    assert parse("<!-- vale off -->\n\n`<!-- toneguard: ignore -->`\n").directives == ()
    assert parse("{/* note */}\n\n```\n{/* toneguard: ignore */}\n```\n", "post.mdx").directives == ()


@pytest.mark.parametrize("opening", ["> ", "- ", "1. ", "# ", "*", "| a |\n|---|\n| ", ""])
def test_windows_line_ends_change_nothing(opening: str) -> None:
    """The same post with CRLF and a byte order mark has the same blocks."""
    text = f"{opening}Tea is *good*.\n\n> Milk\n> too.\n"
    assert shown("\ufeff" + text.replace("\n", "\r\n")) == shown(text)
