"""Markdown: CommonMark with tables, footnotes, definition lists and GitHub's additions, through pyromark.

The parser's byte ranges become pieces; template syntax is hidden beforehand; raw HTML goes through the HTML format.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

import pyromark

from toneguard.blocks import bare_links
from toneguard.document import STAND_IN, Document
from toneguard.formats import frontmatter, masks
from toneguard.formats.format import Format
from toneguard.formats.masks import Hidden
from toneguard.formats.offsets import ByteOffsets
from toneguard.formats.page import Page, in_order
from toneguard.source import Source, Span

if TYPE_CHECKING:
    from pyromark.event import Range as Place

OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_DEFINITION_LIST
    | pyromark.Options.ENABLE_GFM
    | pyromark.Options.ENABLE_MATH
)
_ELEMENTS = {
    "Paragraph": "p",
    "List": "ul",
    "Item": "li",
    "CodeBlock": "pre",
    "TableCell": "td",
    "FootnoteDefinition": "div",
    "DefinitionList": "dl",
    "DefinitionListTitle": "dt",
    "DefinitionListDefinition": "dd",
}
_LEAVES = frozenset({"Paragraph", "Heading", "Item"})  # those that may hold nothing but words
_CONTAINERS = frozenset(_ELEMENTS) | {"Heading", "BlockQuote"}

MDX_PROSE = ("*.alt", "*.caption")  # attributes of components that are always said to the reader


def parse(source: Source, mdx_prose: Sequence[str] = MDX_PROSE) -> Document:
    """Take a Markdown post apart; `mdx_prose` names attributes of components as `Component.attribute`, with `*`."""
    matter = frontmatter.read(source)
    mdx = source.path.lower().endswith(".mdx")
    hidden = masks.hide(source.text, start=matter.end, jsx=mdx)
    page = Page(source.text, hidden.masks)
    _Reader(page, hidden, matter.end).run()
    for span, words in hidden.comments:
        page.comment(words, span)
    if mdx and mdx_prose:
        from toneguard.formats import mdxprose

        silent = sorted([*hidden.fences, *(span for span, _ in hidden.comments)])
        found = mdxprose.blocks(source.text, matter.end, mdx_prose, silent)
        page.blocks += mdxprose.unread(found, page.blocks)
    blocks = in_order(page.blocks)
    return Document(
        source=source,
        blocks=(*matter.blocks, *blocks),
        links=(*page.links, *bare_links(source.text, page.builder.addresses, page.links)),
        tags=hidden.tags,
        directives=tuple(sorted(page.directives, key=lambda directive: directive.span)),
        meta=matter.meta,
        problems=matter.problems,
        lang=matter.language or page.lang,
    )


class _Reader:
    """Turns the parser's events into elements of a page."""

    def __init__(self, page: Page, hidden: Hidden, start: int) -> None:
        self.page = page
        self.hidden = hidden
        self.start = start
        self.body = hidden.text[start:]
        self.offsets = ByteOffsets(self.body)
        self.left = self.right = -1  # text read but not yet added: the parser cuts it at every bracket
        self.begun: tuple[str, int] | None = None  # element read but not yet entered, and the byte where it begins
        self.html: list[Span] = []

    def run(self) -> None:
        """Read the whole body."""
        for event, place in pyromark.events_with_range(self.body, options=OPTIONS):
            name, value = _named(event)
            if name in _EVENTS:
                _EVENTS[name](self, value, place)
        self._end_words()
        self.page.end_link(len(self.hidden.text))
        self.page.flush(len(self.hidden.text))

    def at(self, byte: int) -> int:
        """Return where in the source a byte of the body stands."""
        return self.offsets[byte] + self.start

    def span(self, place: Place) -> Span:
        """Return the range in the source that an event tells of."""
        return Span(self.at(place["start"]), self.at(place["end"]))

    def words(self, value: str, place: Place) -> None:
        """Take words; those that follow each other in the source become one piece."""
        if self.page.silent:
            return
        start = self.at(place["start"])
        size = len(value) if value.isascii() else len(value.encode())
        if size != place["end"] - place["start"] or not self.hidden.text.startswith(value, start):
            self._end_words()  # an entity, or whatever else the parser made plain
            self.page.builder.stand_in(value, self.span(place))
            return
        if self.right < 0:
            self.left = start
        elif self.right != start:
            self._end_words()
            self.left = start
        self.right = start + len(value)
        self.offsets.know(place["end"], self.right - self.start)

    def _end_words(self) -> None:
        """Add what was read and held back."""
        if self.begun:
            self.page.enter(self.begun[0], self.at(self.begun[1]))
            self.begun = None
        if self.right >= 0:
            self.page.builder.verbatim(self.left, self.right)
            self.left = self.right = -1

    def begin(self, value: Any, place: Place) -> None:
        """Take the start of a container; that of most is held back, for it may hold nothing but words."""
        if self.begun or self.right >= 0:
            self._end_words()
        name, detail = _named(value)
        if name in _CONTAINERS:
            if name in _LEAVES and self.page.at_rest and not self.hidden.admonitions:
                self.begun = self._element(name, detail), place["start"]
            else:
                start = self.at(place["start"])
                self.page.enter(self._admonition(name, start) or self._element(name, detail), start)
        elif name == "Link":
            self.page.begin_link(self.at(place["start"]), str(detail["dest_url"]))
            if detail["link_type"] in ("Autolink", "Email") and not self.page.silent:
                self.page.builder.stand_in(STAND_IN, self.span(place))
        elif name == "Image":
            self.page.begin_alt(self.span(place))
        elif name == "Emphasis":
            self.page.builder.begin_emphasis()

    def end(self, value: Any, place: Place) -> None:
        """Take the end of a container."""
        name, _ = _named(value)
        if self.begun and self.right >= 0 and name in _LEAVES:
            self.page.whole(self.begun[0], self.left, self.right)
            self.begun = None
            self.left = self.right = -1
            return
        self._end_words()
        if name in _CONTAINERS:
            self.page.leave(self.at(place["end"]))
        elif name == "Link":
            self.page.end_link(self.at(place["end"]))
        elif name == "Image":
            self.page.end_alt()
        elif name == "Emphasis":
            self.page.builder.end_emphasis()
        elif name == "HtmlBlock":
            self._end_html()

    def _admonition(self, name: str, start: int) -> str:
        if start in self.hidden.admonitions and name in ("Heading", "Item", "BlockQuote"):
            return "summary" if name == "Heading" else "div"
        return ""

    def _element(self, name: str, detail: Any) -> str:
        if name == "Heading":
            return str(detail["level"]).lower()
        if name == "BlockQuote":
            return "div" if detail else "blockquote"  # GitHub's alerts are no quotations
        return _ELEMENTS[name]

    def html_line(self, _: Any, place: Place) -> None:
        """Keep a line of an HTML block; its quote and list markers stand between the lines."""
        self._end_words()
        self.html.append(self.span(place))

    def _end_html(self) -> None:
        if not self.html:
            return
        parts: list[str] = []
        position = start = self.html[0].start
        for line in self.html:
            parts += [" " * (line.start - position), self.hidden.text[line.start : line.end]]
            position = line.end
        self.html = []
        self.page.flush(start)
        self._read_html("".join(parts), start)
        self.page.end_skipped()
        self.page.flush(position)

    def _read_html(self, markup: str, start: int) -> None:
        from toneguard.formats import html  # most posts have none

        html.read(self.page, markup, start)

    def inline_html(self, value: str, place: Place) -> None:
        """Take one tag or comment within a block."""
        self._end_words()
        if not self.page.in_alt:
            span = self.span(place)
            self._read_html(_without_markers(self.hidden.text[span.start : span.end], value), span.start)

    def placeholder(self, _: Any, place: Place) -> None:
        """Let code or a formula stand in the prose."""
        self._end_words()
        if not self.page.silent:
            self.page.builder.stand_in(STAND_IN, self.span(place))

    def math(self, value: str, place: Place) -> None:
        """Take a formula, unless it is the words between two prices: `$5–$10`."""
        self._end_words()
        span = self.span(place)
        following = self.hidden.text[span.end : span.end + 1]
        if following.isdigit() and not self.page.silent:
            self.page.builder.verbatim(span.start, span.end)
        else:
            self.placeholder(value, place)

    def soft_break(self, _: Any, place: Place) -> None:
        """Take a line end within a block."""
        self._end_words()
        if not self.page.silent:
            self.page.builder.line_break(self.span(place), hard=False)

    def hard_break(self, _: Any, place: Place) -> None:
        """Take a line end that the writer asked for."""
        self._end_words()
        if not self.page.silent:
            self.page.builder.line_break(self.span(place), hard=True)


_EVENTS: dict[str, Callable[[_Reader, Any, Place], None]] = {
    "Text": _Reader.words,
    "Start": _Reader.begin,
    "End": _Reader.end,
    "Code": _Reader.placeholder,
    "InlineMath": _Reader.math,
    "DisplayMath": _Reader.placeholder,
    "SoftBreak": _Reader.soft_break,
    "HardBreak": _Reader.hard_break,
    "Html": _Reader.html_line,
    "InlineHtml": _Reader.inline_html,
}


def _named(value: Any) -> tuple[str, Any]:
    if type(value) is str:
        return value, None
    (named,) = value.items()
    return named  # type: ignore[no-any-return]


def _without_markers(markup: str, value: str) -> str:
    """Return inline HTML as it stands, with the quote and list markers at the start of its lines made blank."""
    if markup == value:
        return markup
    lines = re.split(r"(?<=\n)", markup)
    clean = re.split(r"(?<=\n)", value)
    if len(lines) != len(clean):
        return markup
    return "".join(
        " " * (len(line) - len(words)) + words if line.endswith(words) else line
        for line, words in zip(lines, clean, strict=True)
    )


FORMAT = Format("markdown", frozenset({".md", ".markdown", ".mdx", ".mdown", ".mkd"}), parse)
