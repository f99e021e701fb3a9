"""HTML, whole pages and the fragments inside Markdown alike.

Scripts, styles, code and attributes are no prose, but an image's alt text is.
"""

from __future__ import annotations

import re
from html import unescape

from toneguard.blocks import bare_links
from toneguard.document import Document
from toneguard.formats import frontmatter, masks
from toneguard.formats.format import Format
from toneguard.formats.page import BLOCKS, SKIPPED, Page, in_order, names
from toneguard.formats.tags import Token, attributes, tokens
from toneguard.late import late
from toneguard.source import Source, Span

_CODE = names("code kbd samp var tt")
_ITALICS = names("em i q cite dfn")
_VOID = names("area base br col embed hr img input link meta param source track wbr")
_WHITE = late(r"[ \t\n\r\f]{2,}|[\t\n\r\f]")


def parse(source: Source) -> Document:
    """Take an HTML page apart; a front matter before it is read as Jekyll does."""
    matter = frontmatter.read(source)
    hidden = masks.hide(source.text, start=matter.end, markdown=False)
    page = Page(source.text, hidden.masks)
    read(page, hidden.text[matter.end :], matter.end)
    page.end_link(len(source.text))
    page.flush(len(source.text))
    blocks = in_order(page.blocks)
    return Document(
        source=source,
        blocks=(*matter.blocks, *blocks),
        links=(*page.links, *bare_links(source.text, page.builder.addresses, page.links)),
        tags=hidden.tags,
        directives=tuple(page.directives),
        meta=matter.meta,
        problems=matter.problems,
        lang=matter.language or page.lang,
    )


def read(page: Page, text: str, base: int) -> None:
    """Read HTML into a page; `base` is where the text stands in the source, character for character."""
    for token in tokens(text):
        if token.kind == "start":
            _start(page, text, base, token)
        elif token.kind == "end":
            _end(page, token, base)
        elif token.kind == "comment":
            page.comment(text[slice(*token.inner)], _span(token, base))
        elif not page.silent:
            _words(page, text, base, token)


def _span(token: Token, base: int) -> Span:
    return Span(token.start + base, token.end + base)


def _start(page: Page, text: str, base: int, token: Token) -> None:
    name, at = token.name, base + token.start
    values = attributes(text, token) if token.inner[1] - token.inner[0] > 1 else {}
    lang = (values.get("lang") or values.get("xml:lang") or ("",))[0].strip()
    if not page.silent:
        _inline(page, text, base, token, values)
    if name in _VOID:
        return
    if name in ("html", "body"):
        page.lang = page.lang or lang
        lang = ""
    if name in BLOCKS or name in SKIPPED or page.top.skipped or lang:
        page.open(name, at, lang)
        if text[token.end - 2] == "/":
            page.close(name, base + token.end)


def _inline(page: Page, text: str, base: int, token: Token, values: dict[str, tuple[str, tuple[int, int]]]) -> None:
    """Take what a start tag means within a block."""
    at, name = base + token.start, token.name
    if name == "br":
        page.builder.line_break(_span(token, base), hard=True)
    elif name == "hr":
        page.flush(at)
    elif name == "img":
        page.begin_alt(_span(token, base))
        left, right = values.get("alt", ("", (0, 0)))[1]
        for part in tokens(text[left:right]):
            _words(page, text, base, part._replace(start=part.start + left, end=part.end + left))
        page.end_alt()
    elif name == "a" and "href" in values:
        page.begin_link(at, values["href"][0], tuple(values.get("rel", ("",))[0].lower().split()))
    elif name in _ITALICS:
        page.builder.begin_emphasis()
    elif name in _CODE:
        page.begin_code(name, at)


def _end(page: Page, token: Token, base: int) -> None:
    if token.name in _CODE and not page.top.skipped:
        page.end_code(base + token.end, token.name)
    elif token.name in _ITALICS:
        page.builder.end_emphasis()
    elif token.name == "a" and not page.top.skipped:
        page.end_link(base + token.end)
    page.close(token.name, base + token.start)


def _words(page: Page, text: str, base: int, token: Token) -> None:
    """Add text to the block, runs of white space as one, and an entity as the character it means."""
    builder, position = page.builder, token.start
    if token.kind == "reference":
        _reference(page, text[token.start : token.end], _span(token, base))
        return
    if token.kind not in ("text", "start", "end"):  # markup is words in an alt text
        return
    if text[position] == " " and builder.after_space:
        position += 1
    for white in _WHITE.finditer(text, position, token.end):
        builder.verbatim(base + position, base + white.start())
        if not builder.after_space:
            shown = "\n" if re.search(r"[\r\n]", white.group()) else " "
            builder.stand_in(shown, Span(base + white.start(), base + white.end()))
        position = white.end()
    builder.verbatim(base + position, base + token.end)


def _reference(page: Page, reference: str, span: Span) -> None:
    meaning = unescape(reference)
    if meaning == reference:
        page.builder.verbatim(span.start, span.end)
    elif meaning.strip("\u00ad\u200b\u200c\u200d\u2060\ufeff"):
        page.builder.stand_in(meaning, span)


FORMAT = Format("html", frozenset({".html", ".htm"}), parse)
