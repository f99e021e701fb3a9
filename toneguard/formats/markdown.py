"""Markdown: CommonMark with tables, footnotes, definition lists and GitHub's additions, through pyromark.

The parser's byte ranges become pieces; template syntax is hidden beforehand; raw HTML goes through the HTML format.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from typing import Any

import pyromark

from toneguard.blocks import bare_links
from toneguard.document import STAND_IN, Document
from toneguard.formats import frontmatter, html, masks
from toneguard.formats.format import Format
from toneguard.formats.masks import Hidden
from toneguard.formats.offsets import ByteOffsets
from toneguard.formats.page import Page
from toneguard.source import Source, Span

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
    blocks = sorted(page.blocks, key=lambda block: block.span)
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
        self.text: Span | None = None  # text read but not yet added: the parser cuts it at every bracket
        self.html: list[Span] = []

    def run(self) -> None:
        """Read the whole body."""
        offsets = ByteOffsets(self.body)
        for event, place in pyromark.events_with_range(self.body, options=OPTIONS):
            name, value = _named(event)
            span = Span(offsets[place["start"]] + self.start, offsets[place["end"]] + self.start)
            if name == "Text":
                self._words(value, span)
            else:
                self._end_words()
                _EVENTS.get(name, _ignore)(self, value, span)
        self._end_words()
        self.page.end_link(len(self.hidden.text))
        self.page.flush(len(self.hidden.text))

    def _words(self, value: str, span: Span) -> None:
        if self.page.silent:
            return
        if value != self.hidden.text[span.start : span.end]:  # an entity, or whatever else the parser made plain
            self._end_words()
            self.page.builder.stand_in(value, span)
        elif self.text and self.text.end == span.start:
            self.text = Span(self.text.start, span.end)
        else:
            self._end_words()
            self.text = span

    def _end_words(self) -> None:
        if self.text:
            self.page.builder.verbatim(self.text.start, self.text.end)
            self.text = None

    def begin(self, value: Any, span: Span) -> None:
        """Take the start of a container."""
        name, detail = _named(value)
        if name == "Link":
            self.page.begin_link(span.start, str(detail["dest_url"]))
            if detail["link_type"] in ("Autolink", "Email") and not self.page.silent:
                self.page.builder.stand_in(STAND_IN, span)
        elif name == "Image":
            self.page.begin_alt(span)
        elif name == "Emphasis":
            self.page.builder.begin_emphasis()
        elif element := self._element(name, detail, span):
            self.page.enter(element, span.start)

    def end(self, value: Any, span: Span) -> None:
        """Take the end of a container."""
        name, detail = _named(value)
        if name == "Link":
            self.page.end_link(span.end)
        elif name == "Image":
            self.page.end_alt()
        elif name == "Emphasis":
            self.page.builder.end_emphasis()
        elif name == "HtmlBlock":
            self._end_html()
        elif self._element(name, detail, span):
            self.page.leave(span.end)

    def _element(self, name: str, detail: Any, span: Span) -> str:
        if span.start in self.hidden.admonitions and name in ("Heading", "Item", "BlockQuote"):
            return "summary" if name == "Heading" else "div"
        if name == "Heading":
            return str(detail["level"] if isinstance(detail, dict) else detail).lower()
        if name == "BlockQuote":
            return "div" if detail else "blockquote"  # GitHub's alerts are no quotations
        return _ELEMENTS.get(name, "")

    def html_line(self, _: Any, span: Span) -> None:
        """Keep a line of an HTML block; its quote and list markers stand between the lines."""
        self.html.append(span)

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
        html.read(self.page, "".join(parts), start)
        self.page.end_skipped()
        self.page.flush(position)

    def inline_html(self, value: str, span: Span) -> None:
        """Take one tag or comment within a block."""
        if not self.page.in_alt:
            html.read(self.page, _without_markers(self.hidden.text[span.start : span.end], value), span.start)

    def placeholder(self, _: Any, span: Span) -> None:
        """Let code or a formula stand in the prose."""
        if not self.page.silent:
            self.page.builder.stand_in(STAND_IN, span)

    def math(self, value: str, span: Span) -> None:
        """Take a formula, unless it is the words between two prices: `$5–$10`."""
        following = self.hidden.text[span.end : span.end + 1]
        if following.isdigit() and not self.page.silent:
            self.page.builder.verbatim(span.start, span.end)
        else:
            self.placeholder(value, span)

    def soft_break(self, _: Any, span: Span) -> None:
        """Take a line end within a block."""
        if not self.page.silent:
            self.page.builder.line_break(span, hard=False)

    def hard_break(self, _: Any, span: Span) -> None:
        """Take a line end that the writer asked for."""
        if not self.page.silent:
            self.page.builder.line_break(span, hard=True)


def _ignore(reader: _Reader, value: Any, span: Span) -> None:
    """Pass over an event that holds no prose."""


_EVENTS: dict[str, Callable[[_Reader, Any, Span], None]] = {
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
    return (value, None) if isinstance(value, str) else next(iter(value.items()))


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
