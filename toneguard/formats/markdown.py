"""Markdown: CommonMark with tables, footnotes, front matter and GitHub's additions, through pyromark.

The parser's byte ranges become pieces; template syntax is masked beforehand; raw HTML goes through the HTML format.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import Any

import pyromark

from toneguard.blocks import BlockBuilder
from toneguard.document import STAND_IN, Block, Directive, Document, Kind, Link
from toneguard.formats import frontmatter, masks
from toneguard.formats.format import Format
from toneguard.formats.html import read_fragment, read_inline_tag
from toneguard.formats.offsets import ByteOffsets
from toneguard.source import Source, Span

_OPTIONS = (
    pyromark.Options.ENABLE_TABLES
    | pyromark.Options.ENABLE_FOOTNOTES
    | pyromark.Options.ENABLE_STRIKETHROUGH
    | pyromark.Options.ENABLE_TASKLISTS
    | pyromark.Options.ENABLE_HEADING_ATTRIBUTES
    | pyromark.Options.ENABLE_YAML_STYLE_METADATA_BLOCKS
    | pyromark.Options.ENABLE_PLUSES_DELIMITED_METADATA_BLOCKS
    | pyromark.Options.ENABLE_GFM
    | pyromark.Options.ENABLE_MATH
)
_HEADING = re.compile(r"H(\d)")


def parse(source: Source) -> Document:
    """Take a Markdown post apart."""
    mdx = source.path.lower().endswith(".mdx")
    found = masks.find(source.text, start=source.body_start, mdx=mdx)
    reader = _Reader(source, found)
    hidden = masks.hide(source.text, found)[source.body_start :]
    for event, place in pyromark.events_with_range(hidden, options=_OPTIONS):
        start, end = reader.offsets[place["start"]], reader.offsets[place["end"]]
        reader.read(event, Span(start, end).shifted(source.body_start))
    if mdx:
        reader.directives.extend(masks.mdx_directives(source.text, source.body_start))
    return Document(
        source=source,
        blocks=tuple(sorted(reader.blocks, key=lambda block: block.span)),
        links=tuple(reader.links),
        directives=tuple(sorted(reader.directives, key=lambda directive: directive.span)),
        meta=MappingProxyType(dict(reader.meta)),
        problems=tuple(reader.problems),
        lang=reader.lang,
    )


@dataclass
class _Reader:
    """Turns the parser's events into blocks. `open` is the stack of containers, innermost last."""

    source: Source
    masks: list[Span]
    blocks: list[Block] = field(default_factory=list)
    links: list[Link] = field(default_factory=list)
    directives: list[Directive] = field(default_factory=list)
    meta: Mapping[str, str] = field(default_factory=dict)
    problems: list[str] = field(default_factory=list)
    lang: str = ""

    def __post_init__(self) -> None:
        hidden = masks.hide(self.source.text, self.masks)
        self.hidden = hidden
        self.offsets = ByteOffsets(hidden[self.source.body_start :])
        self.builder = BlockBuilder(self.source.text, self.masks)
        self.outer: list[BlockBuilder] = []  # builders that wait while an image's alt text is read
        self.kind: Kind = "paragraph"
        self.level = 0
        self.quotes = 0
        self.items = 0
        self.code = 0
        self.metadata = ""
        self.open_links: list[tuple[Span, str, int]] = []
        self.html: list[Span] = []

    def read(self, event: Any, span: Span) -> None:
        """Take one event."""
        name, value = _named(event)
        if name in ("Start", "End"):
            tag, detail = _named(value)
            handler = getattr(self, f"{name.lower()}_{_snake(tag)}", None)
            if handler:
                handler(detail, span)
        elif handler := _INLINE.get(name):
            handler(self, value, span)

    # Blocks

    def flush(self) -> None:
        """End the block that is being built."""
        block = self.builder.build(self.kind, level=self.level, quoted=self.quotes > 0)
        if block:
            self.blocks.append(block)

    def begin(self, kind: Kind, level: int = 0) -> None:
        """Begin a block."""
        self.flush()
        self.kind, self.level = kind, level

    def start_paragraph(self, _: Any, span: Span) -> None:
        self.begin("item" if self.items else "paragraph")

    def start_heading(self, detail: Any, span: Span) -> None:
        found = _HEADING.fullmatch(str(detail["level"]))
        self.begin("heading", int(found[1]) if found else 1)

    def start_item(self, _: Any, span: Span) -> None:
        self.begin("item")
        self.items += 1

    def end_item(self, _: Any, span: Span) -> None:
        self.flush()
        self.items -= 1

    def start_table_cell(self, _: Any, span: Span) -> None:
        self.begin("cell")

    def start_block_quote(self, detail: Any, span: Span) -> None:
        self.flush()
        self.quotes += 1 if detail is None else 0  # a GitHub alert is no quotation

    def end_block_quote(self, detail: Any, span: Span) -> None:
        self.flush()
        self.quotes -= 1 if detail is None else 0

    def start_list(self, _: Any, span: Span) -> None:
        self.flush()

    def start_footnote_definition(self, _: Any, span: Span) -> None:
        self.begin("paragraph")

    def start_code_block(self, _: Any, span: Span) -> None:
        self.flush()
        self.code += 1

    def end_code_block(self, _: Any, span: Span) -> None:
        self.code -= 1

    def end_paragraph(self, _: Any, span: Span) -> None:
        self.flush()
        self.kind, self.level = ("item" if self.items else "paragraph"), 0

    end_heading = end_table_cell = end_footnote_definition = end_paragraph

    def start_metadata_block(self, detail: Any, span: Span) -> None:
        self.metadata = str(detail)

    def end_metadata_block(self, detail: Any, span: Span) -> None:
        self.metadata = ""

    def start_html_block(self, _: Any, span: Span) -> None:
        self.flush()
        self.html = []

    def end_html_block(self, _: Any, span: Span) -> None:
        if not self.html:
            return
        whole = Span(self.html[0].start, self.html[-1].end)
        prefixes = [Span(a.end, b.start) for a, b in zip(self.html, self.html[1:], strict=False) if a.end < b.start]
        found = read_fragment(self.source, whole, masks=self.masks, blanks=prefixes, quoted=self.quotes > 0)
        self.blocks += found.blocks
        self.links += found.links
        self.directives += found.directives

    # Links and images

    def start_link(self, detail: Any, span: Span) -> None:
        self.open_links.append((span, str(detail["dest_url"]), len(self.builder)))
        if detail["link_type"] in ("Autolink", "Email"):
            self.builder.stand_in(STAND_IN, span)

    def end_link(self, _: Any, span: Span) -> None:
        whole, target, start = self.open_links.pop()
        self.links.append(Link(whole, target, self.builder.text_from(start)))

    def start_image(self, _: Any, span: Span) -> None:
        self.builder.stand_in(STAND_IN, span)
        self.outer.append(self.builder)
        self.builder = BlockBuilder(self.source.text, self.masks)

    def end_image(self, _: Any, span: Span) -> None:
        alt = self.builder.build("alt", quoted=self.quotes > 0)
        self.blocks += [alt] if alt else []
        self.builder = self.outer.pop()

    # Inline content

    def text(self, value: str, span: Span) -> None:
        if self.metadata:
            self.front_matter(span)
        elif self.code:
            return
        elif value == self.hidden[span.start : span.end]:
            self.builder.verbatim(span.start, span.end)
        else:  # an entity or another character that the parser made plain
            self.builder.stand_in(value, span)

    def front_matter(self, span: Span) -> None:
        read = frontmatter.read_yaml if self.metadata.startswith("Yaml") else frontmatter.read_toml
        found = read(self.source.text, span)
        self.meta = found.meta
        self.blocks += found.blocks
        self.lang = found.language
        self.problems += [found.problem] if found.problem else []

    def placeholder(self, _: Any, span: Span) -> None:
        self.builder.stand_in(STAND_IN, span)

    def soft_break(self, _: Any, span: Span) -> None:
        self.builder.line_break(span, hard=False)

    def hard_break(self, _: Any, span: Span) -> None:
        self.builder.line_break(span, hard=True)

    def html_line(self, _: Any, span: Span) -> None:
        self.html.append(span)

    def inline_html(self, value: str, span: Span) -> None:
        read_inline_tag(self.source, span, self.builder, self.links, self.directives)


_INLINE: dict[str, Callable[[_Reader, Any, Span], None]] = {
    "Text": _Reader.text,
    "Code": _Reader.placeholder,
    "InlineMath": _Reader.placeholder,
    "DisplayMath": _Reader.placeholder,
    "SoftBreak": _Reader.soft_break,
    "HardBreak": _Reader.hard_break,
    "Html": _Reader.html_line,
    "InlineHtml": _Reader.inline_html,
}


def _named(event: Any) -> tuple[str, Any]:
    """Return the name of an event or tag and its value: the parser gives a bare name or a table of one entry."""
    return (event, None) if isinstance(event, str) else next(iter(event.items()))


def _snake(name: str) -> str:
    return re.sub(r"(?<=[a-z])(?=[A-Z])", "_", name).lower()


FORMAT = Format("markdown", frozenset({".md", ".markdown", ".mdx", ".mdown", ".mkd"}), parse)
