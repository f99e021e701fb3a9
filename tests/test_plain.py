"""Plain text and drafts: paragraphs, headings, items and lines that a window wrapped."""

from __future__ import annotations

import pytest

from tests.test_positions import check, parse
from toneguard.formats import HTML, MARKDOWN, PLAIN, format_for
from toneguard.formats.plain import shows_markdown
from toneguard.source import Source

Shown = list[tuple[str, str]]


def shown(text: str) -> Shown:
    """Return the kind and text of every block, with the law checked."""
    document = parse(text, "post.txt")
    check(document)
    return [(block.kind, block.text) for block in document.blocks]


MAIL = """\
Hej alla,

I går provade vi den nya rosten, och den blev ljusare än vi hade trott. Fyra
av fem som smakade ville ha en kopp till. Den femte bad om te. Vi skriver upp
det till nästa gång och provar igen på torsdag.
"""

BLOCKS: dict[str, tuple[str, Shown]] = {
    "a newline ends a paragraph": (
        "Vi rostar i dag. \r\nKom förbi!\rTa med en kopp.",
        [("paragraph", "Vi rostar i dag."), ("paragraph", "Kom förbi!"), ("paragraph", "Ta med en kopp.")],
    ),
    "one sentence a line": (
        "Jag slutade dricka kaffe i mars.\nDet gick bra i en vecka.\n"
        "Sedan kom en dag med elva möten och en trasig hiss.\nNu dricker jag te.",
        [("paragraph", "Jag slutade dricka kaffe i mars."), ("paragraph", "Det gick bra i en vecka."),
         ("paragraph", "Sedan kom en dag med elva möten och en trasig hiss."), ("paragraph", "Nu dricker jag te.")],
    ),
    "a wrapped mail": (MAIL, [("paragraph", "Hej alla,"), ("paragraph", MAIL.partition("\n\n")[2].strip())]),
    "a line that goes on": (
        "Vi öppnar klockan nio\noch stänger klockan tre.",
        [("paragraph", "Vi öppnar klockan nio\noch stänger klockan tre.")],
    ),
    "indented lines": (
        "Rubrik\n\n    Ett stycke här.\n\tEtt till.",
        [("heading", "Rubrik"), ("paragraph", "Ett stycke här."), ("paragraph", "Ett till.")],
    ),
    "headings": ("Fem råd om te\n\nKoka vattnet.", [("heading", "Fem råd om te"), ("paragraph", "Koka vattnet.")]),
    "emoji behind an end mark": (
        "Vi ses i morgon! 🎉\n\nTe finns.",
        [("paragraph", "Vi ses i morgon! 🎉"), ("paragraph", "Te finns.")],
    ),
    "hashtags and mentions": (
        "Te är gott. #te #lugn\n\n#te #lugn\n@anna och @bo\nHej.",
        [
            ("paragraph", "Te är gott. #te #lugn"), ("paragraph", "#te #lugn"), ("paragraph", "@anna och @bo"),
            ("paragraph", "Hej."),
        ],
    ),
    "items": (
        "Ta med:\n• en kopp\n- socker\n* sked\n– mjölk\n1. te\n2) kex\n✅ gott humör\n✔️ tid",
        [("paragraph", "Ta med:"), ("item", "en kopp"), ("item", "socker"), ("item", "sked"), ("item", "mjölk"),
         ("item", "te"), ("item", "kex"), ("item", "gott humör"), ("item", "tid")],
    ),
    "wrapped items": (
        "- en kopp med öra\n  och fat\n- socker",
        [("item", "en kopp med öra\noch fat"), ("item", "socker")],
    ),
    "dialogue": (
        "– Teet är slut, säger Anna Berg.\n- Då köper vi nytt, säger Bo Ek\n",
        [("paragraph", "– Teet är slut, säger Anna Berg."), ("paragraph", "- Då köper vi nytt, säger Bo Ek")],
    ),
    "stars around words": ("*Viktigt* Ta med te.\n", [("paragraph", "*Viktigt* Ta med te.")]),
    "a number that is none": (
        "2024 var bra.\n3.5 procent är mycket.",
        [("paragraph", "2024 var bra."), ("paragraph", "3.5 procent är mycket.")],
    ),
    "a single line": ("Här på Rosteriet tror vi på te", [("paragraph", "Här på Rosteriet tror vi på te")]),
    "one long line": ("Te är gott. " * 200, [("paragraph", ("Te är gott. " * 200).strip())]),
    "addresses": (
        "Läs mer: https://x.se/te.\nSkriv till te@x.se!",
        [("paragraph", "Läs mer: \ufffc."), ("paragraph", "Skriv till \ufffc!")],
    ),
}  # fmt: skip


@pytest.mark.parametrize("name", BLOCKS)
def test_lines_become_blocks(name: str) -> None:
    """Lines are joined, told apart and named as a reader of the draft would."""
    text, expected = BLOCKS[name]
    assert shown(text) == expected


def test_a_draft_keeps_its_links() -> None:
    """Bare addresses of a plain text are links."""
    document = parse("Köp: https://x.se/te", "post.txt")
    assert [link.target for link in document.links] == ["https://x.se/te"]


@pytest.mark.parametrize(
    ("text", "markdown"),
    [
        ("---\ntitle: Te\n---\nTe.", True),
        ("\ufeff---\r\ntitle: Te\r\n---\r\nTe.", True),
        ("+++\ntitle = 'Te'\n+++\n", True),
        ("Te.\n\n## Mjölk\n", True),
        ("Te.\n\n```\ncode\n```\n", True),
        ("Läs [om te](https://x.se).", True),
        ("#te är gott #nu", False),
        ("– Te, säger Bo.\n• kex\n* sked", False),
        ("Te [1] och (se sidan 3).", False),
        ("", False),
    ],
)
def test_markdown_shows_itself(text: str, markdown: bool) -> None:
    """Without a file name, front matter, a fence, a heading or a link make a text Markdown; hashtags do not."""
    assert shows_markdown(text) is markdown
    assert format_for(Source(text)) is (MARKDOWN if markdown else PLAIN)


@pytest.mark.parametrize(
    ("path", "chosen"),
    [("a.md", MARKDOWN), ("A.MDX", MARKDOWN), ("a.htm", HTML), ("post.da.html", HTML), ("a.txt", PLAIN), ("-", PLAIN)],
)
def test_the_ending_decides(path: str, chosen: object) -> None:
    """A known ending decides the format, in any case."""
    assert format_for(Source("Te.", path)) is chosen
