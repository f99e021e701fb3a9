"""HTML with exact offsets, whole pages and fragments inside Markdown alike, on the standard library's tokenizer.

Scripts, styles, code and attributes are no prose, but an image's alt text is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from html import unescape
from html.parser import HTMLParser
from itertools import accumulate

from toneguard.blocks import BlockBuilder
from toneguard.document import STAND_IN, Block, Directive, Document, Kind, Link
from toneguard.formats import masks as template
from toneguard.formats.format import Format
from toneguard.source import Source, Span

_SKIPPED = frozenset(
    [
        "script",
        "style",
        "template",
        "noscript",
        "pre",
        "svg",
        "math",
        "textarea",
        "select",
        "object",
        "iframe",
        "canvas",
    ]
)
_CODE = frozenset(["code", "kbd", "samp", "var", "tt"])
_HEADINGS = {f"h{level}": level for level in range(1, 7)}
_KINDS: dict[str, Kind] = {
    **dict.fromkeys(["li", "dd", "dt"], "item"),
    **dict.fromkeys(["td", "th"], "cell"),
    **dict.fromkeys(["figcaption", "caption", "summary", "legend"], "caption"),
    "title": "title",
    **dict.fromkeys(_HEADINGS, "heading"),
}
_BLOCKS = frozenset(_KINDS) | frozenset(
    [
        "html",
        "head",
        "body",
        "p",
        "div",
        "section",
        "article",
        "aside",
        "main",
        "header",
        "footer",
        "nav",
        "address",
        "blockquote",
        "ul",
        "ol",
        "dl",
        "table",
        "thead",
        "tbody",
        "tfoot",
        "tr",
        "figure",
        "form",
        "fieldset",
        "hr",
        "details",
        "dialog",
        "center",
        "option",
    ]
)
_VOID = frozenset(
    ["area", "base", "br", "col", "embed", "hr", "img", "input", "link", "meta", "source", "track", "wbr"]
)
_REFERENCE = re.compile(r"&(?:#[0-9]+|#[xX][0-9a-fA-F]+|[A-Za-z][A-Za-z0-9]*);?")
_WHITE = re.compile(r"[ \t\f]*(?:\r\n|\n|\r)\s*")
_ALT = re.compile(r"\salt\s*=\s*(?:\"([^\"]*)\"|'([^']*)')", re.I)
_DIRECTIVE = re.compile(r"\s*toneguard:\s*(.*?)\s*\Z", re.S)


@dataclass
class Found:
    """What a stretch of HTML holds."""

    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    directives: list[Directive] = field(default_factory=list)
    lang: str = ""


def parse(source: Source) -> Document:
    """Take an HTML page apart; a front matter before it is read as Jekyll does."""
    from toneguard.formats import frontmatter

    head = re.compile(r"---[ \t]*\r?\n(?P<yaml>.*?\n)---[ \t]*(?:\r?\n|\Z)", re.S).match(source.text, source.body_start)
    matter = frontmatter.read_yaml(source.text, Span(*head.span("yaml"))) if head else frontmatter.FrontMatter({})
    start = head.end() if head else source.body_start
    found = read_fragment(
        source, Span(start, len(source.text)), masks=template.find(source.text, start=start, mdx=False)
    )
    return Document(
        source=source,
        blocks=(*matter.blocks, *found.blocks),
        links=tuple(found.links),
        directives=tuple(found.directives),
        meta=matter.meta,
        problems=(matter.problem,) if matter.problem else (),
        lang=matter.language or found.lang,
    )


def read_fragment(
    source: Source, span: Span, *, masks: list[Span], blanks: list[Span] | None = None, quoted: bool = False
) -> Found:
    """Read the HTML in a source range; `blanks` are prefixes of an enclosing quote or list that are not part of it."""
    text = template.hide(source.text, masks)[span.start : span.end]
    for blank in blanks or ():
        start, end = blank.start - span.start, blank.end - span.start
        text = text[:start] + " " * (end - start) + text[end:]
    reader = _Reader(source, text, span.start, masks, quoted=quoted)
    reader.feed(text)
    reader.close()
    reader.flush()
    return reader.found


def read_inline_tag(
    source: Source, span: Span, builder: BlockBuilder, links: list[Link], directives: list[Directive]
) -> None:
    """Read one tag or comment inside a Markdown paragraph: a break, a link's target, a directive, or nothing."""
    tag = source.slice(span)
    name = re.match(r"<\s*/?\s*([a-zA-Z][\w-]*)", tag)
    if tag.startswith("<!--"):
        directive = directive_of(tag[4:-3], span)
        directives += [directive] if directive else []
    elif name and name[1].lower() == "br":
        builder.line_break(span, hard=True)
    elif name and name[1].lower() == "a" and not tag.startswith("</"):
        found = read_fragment(source, span, masks=[])
        links += [Link(span, link.target, "", link.rel) for link in found.links]


def directive_of(comment: str, span: Span) -> Directive | None:
    """Return the directive in a comment's text, if it is addressed to toneguard."""
    found = _DIRECTIVE.fullmatch(comment)
    return Directive(span, found[1]) if found else None


class _Reader(HTMLParser):
    """Follows the tokenizer and builds blocks; positions come from `getpos`, which counts lines by line feeds."""

    def __init__(self, source: Source, text: str, base: int, masks: list[Span], *, quoted: bool) -> None:
        super().__init__(convert_charrefs=False)
        self.text = text
        self.base = base
        self.found = Found()
        self.builder = BlockBuilder(source.text, masks)
        self.kind: Kind = "paragraph"
        self.level = 0
        self.quotes = int(quoted)
        self.skipped: list[str] = []
        self.code_start: int | None = None
        self.langs: list[tuple[str, str]] = []  # open elements that state a language
        self.links: list[tuple[int, str, tuple[str, ...], int]] = []
        self._lines = [0, *accumulate(len(line) for line in text.split("\n")[:-1])]

    @property
    def here(self) -> int:
        """Source offset of the token that is being handled."""
        line, column = self.getpos()
        return self.base + self._lines[line - 1] + (line - 1) + column

    def flush(self) -> None:
        """End the block that is being built."""
        lang = self.langs[-1][1] if self.langs else ""
        block = self.builder.build(self.kind, level=self.level, quoted=self.quotes > 0, lang=lang)
        if block:
            self.found.blocks.append(block)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        start, markup = self.here, self.get_starttag_text() or ""
        values = {name: value or "" for name, value in attrs}
        if tag in _SKIPPED:
            self.flush()
            self.skipped.append(tag)
        if self.skipped:
            return
        if tag in _BLOCKS:
            self.flush()
            self.kind, self.level = _KINDS.get(tag, "paragraph"), _HEADINGS.get(tag, 0)
            self.quotes += tag == "blockquote"
        self._state_language(tag, values)
        if tag == "br":
            self.builder.line_break(Span(start, start + len(markup)), hard=True)
        elif tag == "img":
            self._image(start, markup)
        elif tag == "a" and "href" in values:
            rel = tuple(values.get("rel", "").lower().split())
            self.links.append((start, values["href"], rel, len(self.builder)))
        elif tag in _CODE and self.code_start is None:
            self.code_start = start

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag not in _SKIPPED:
            self.handle_starttag(tag, attrs)
            if tag not in _VOID:
                self.handle_endtag(tag)

    def _state_language(self, tag: str, values: dict[str, str]) -> None:
        lang = values.get("lang") or values.get("xml:lang")
        if not lang or tag in _VOID:
            return
        if tag in ("html", "body"):
            self.found.lang = self.found.lang or lang
        else:
            self.langs.append((tag, lang))

    def _image(self, start: int, markup: str) -> None:
        self.builder.stand_in(STAND_IN, Span(start, start + len(markup)))
        alt = _ALT.search(markup)
        if not alt:
            return
        group = 1 if alt[1] is not None else 2
        span = Span(start + alt.start(group), start + alt.end(group))
        builder = BlockBuilder(self.builder.text, self.builder.masks)
        if "&" in alt[group]:
            builder.stand_in(unescape(alt[group]), span)
        else:
            builder.verbatim(span.start, span.end)
        block = builder.build("alt", quoted=self.quotes > 0)
        self.found.blocks += [block] if block else []

    def handle_endtag(self, tag: str) -> None:
        if self.skipped:
            if tag == self.skipped[-1]:
                self.skipped.pop()
            return
        if tag in _BLOCKS:
            self.flush()
            self.kind, self.level = "paragraph", 0
            self.quotes -= tag == "blockquote" and self.quotes > 0
        if self.langs and self.langs[-1][0] == tag:
            self.langs.pop()
        if tag == "a" and self.links:
            self._end_link()
        elif tag in _CODE and self.code_start is not None:
            self.builder.stand_in(STAND_IN, Span(self.code_start, self._tag_end()))
            self.code_start = None

    def _tag_end(self) -> int:
        end = self.text.find(">", self.here - self.base)
        return self.base + (end + 1 if end >= 0 else len(self.text))

    def _end_link(self) -> None:
        start, target, rel, length = self.links.pop()
        text = self.builder.text_from(length) if length <= len(self.builder) else ""
        self.found.links.append(Link(Span(start, self._tag_end()), target, text, rel))

    def handle_data(self, data: str) -> None:
        if self.skipped or self.code_start is not None:
            return
        start, position = self.here, 0
        for white in _WHITE.finditer(data):
            self.builder.verbatim(start + position, start + white.start())
            self.builder.line_break(Span(start + white.start(), start + white.end()), hard=False)
            position = white.end()
        self.builder.verbatim(start + position, start + len(data))

    def handle_charref(self, name: str) -> None:
        self._reference()

    def handle_entityref(self, name: str) -> None:
        self._reference()

    def _reference(self) -> None:
        if self.skipped or self.code_start is not None:
            return
        start = self.here
        found = _REFERENCE.match(self.text, start - self.base)
        if not found:
            return
        span = Span(start, start + len(found.group()))
        plain = unescape(found.group())
        if plain == found.group():
            self.builder.verbatim(span.start, span.end)
        elif plain.strip("\u00ad\u200b\u200c\u200d"):
            self.builder.stand_in(plain, span)

    def handle_comment(self, data: str) -> None:
        start = self.here
        end = self.text.find("-->", start - self.base)
        span = Span(start, self.base + (end + 3 if end >= 0 else len(self.text)))
        directive = directive_of(data, span)
        self.found.directives += [directive] if directive else []


FORMAT = Format("html", frozenset({".html", ".htm"}), parse)
