"""Prose as a reader sees it, and the way back to the source.

A block's text is made of pieces that tile it and ascend in the source. What a format found beside the prose
(links, directives, front matter) is kept as data. Nothing here reads markup or decides on language.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Callable, Hashable, Iterator, Mapping
from functools import cached_property
from operator import itemgetter
from types import MappingProxyType
from typing import Any, Literal, NamedTuple

from toneguard.late import late
from toneguard.records import dataclass, field
from toneguard.shadow import LINE_BREAK, STAND_IN, shadow
from toneguard.source import Source, Span

__all__ = [
    "LINE_BREAK",
    "STAND_IN",
    "Block",
    "Directive",
    "Document",
    "Kind",
    "Link",
    "Piece",
    "Sentence",
    "Tag",
]

_QUOTATION = late(rb"\"[^\"]{1,1000}\"")
Kind = Literal["title", "meta", "heading", "paragraph", "item", "cell", "alt", "caption"]


class Piece(NamedTuple):
    """A run of a block's text: verbatim source, or a stand-in for a whole source range.

    `start` is the offset in the block's text. A verbatim piece has `text == source.text[span]`.
    """

    start: int
    text: str
    span: Span
    verbatim: bool

    @property
    def end(self) -> int:
        """Offset in the block's text after the last character."""
        return self.start + len(self.text)


@dataclass(frozen=True)
class Block:
    """One heading, paragraph, list item, cell, alt text or front-matter string.

    An attribute of a component that holds prose, and a footnote within a sentence, are alt texts too.

    `quoted` is true inside a blockquote; `level` is the heading level (0 for other kinds); `lang` is a language
    that the markup itself states; `language` is the verdict of detection (`""` until then, `"other"` for a
    language without rules); `key` names the front-matter field of a title or meta block; `emphasis` are the half-open
    offsets of what is set in italics.
    """

    kind: Kind
    text: str
    pieces: tuple[Piece, ...]
    level: int = 0
    quoted: bool = False
    lang: str = ""
    language: str = ""
    key: str = ""
    emphasis: tuple[tuple[int, int], ...] = ()

    def __init__(
        self,
        kind: Kind,
        text: str,
        pieces: tuple[Piece, ...],
        level: int = 0,
        quoted: bool = False,
        lang: str = "",
        language: str = "",
        key: str = "",
        emphasis: tuple[tuple[int, int], ...] = (),
    ) -> None:
        fields = self.__dict__  # as for sentences
        fields["kind"] = kind
        fields["text"] = text
        fields["pieces"] = pieces
        fields["level"] = level
        fields["quoted"] = quoted
        fields["lang"] = lang
        fields["language"] = language
        fields["key"] = key
        fields["emphasis"] = emphasis

    def spoken(self, language: str) -> Block:
        """Return the same block with another verdict on its language, and all that was found out about its text."""
        if language == self.language:
            return self
        twin = object.__new__(Block)
        twin.__dict__.update(self.__dict__, language=language)
        return twin

    @cached_property
    def shadow(self) -> bytes:
        """One byte per character of `text`, for matching; see `toneguard.shadow`."""
        return shadow(self.text)

    @cached_property
    def quotations(self) -> tuple[tuple[int, int], ...]:
        """Half-open offsets of what stands in double quotes, marks included, paired from the start of the block."""
        return tuple(found.span() for found in _QUOTATION.finditer(self.shadow))

    def quotes(self, offset: int) -> bool:
        """Tell whether what stands at an offset in the text is in double quotes."""
        place = bisect_right(self.quotations, offset, key=itemgetter(0)) - 1
        return place >= 0 and offset < self.quotations[place][1]

    @cached_property
    def _starts(self) -> list[int]:
        return [piece.start for piece in self.pieces]

    @property
    def span(self) -> Span:
        """Source range from the first piece to the last."""
        return Span(self.pieces[0].span.start, self.pieces[-1].span.end)

    def to_source(self, start: int, end: int) -> Span:
        """Map a non-empty range of the text to its range in the source; a stand-in counts whole."""
        first = self.pieces[bisect_right(self._starts, start) - 1]
        last = self.pieces[bisect_right(self._starts, end - 1) - 1]
        left = first.span.start + (start - first.start) if first.verbatim else first.span.start
        right = last.span.start + (end - last.start) if last.verbatim else last.span.end
        return Span(left, right)


@dataclass(frozen=True)
class Sentence:
    """A sentence of a block: half-open offsets in the block's text, without surrounding white space."""

    block: Block
    start: int
    end: int
    index: int = 0

    def __init__(self, block: Block, start: int, end: int, index: int = 0) -> None:
        fields = self.__dict__  # a post has hundreds of sentences, and this takes half the time of a frozen `__init__`
        fields["block"] = block
        fields["start"] = start
        fields["end"] = end
        fields["index"] = index

    @cached_property
    def text(self) -> str:
        """The sentence as a reader sees it."""
        return self.block.text[self.start : self.end]

    @cached_property
    def shadow(self) -> bytes:
        """The sentence's part of the block's shadow."""
        return self.block.shadow[self.start : self.end]

    @property
    def span(self) -> Span:
        """Source range of the sentence."""
        return self.block.to_source(self.start, self.end)

    def to_source(self, start: int, end: int) -> Span:
        """Map a range of the sentence's own text to the source."""
        return self.block.to_source(self.start + start, self.start + end)


@dataclass(frozen=True, slots=True)
class Link:
    """A link: the range of its whole markup, its target, the words shown and the `rel` values."""

    span: Span
    target: str
    text: str
    rel: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Tag:
    """A shortcode, template tag or component: the range of its markup and its name."""

    span: Span
    name: str


@dataclass(frozen=True, slots=True)
class Directive:
    """A comment addressed to toneguard: the range of the comment and the words after `toneguard:`."""

    span: Span
    text: str


@dataclass(frozen=True)
class Document:
    """A post taken apart: blocks in source order, with the data that stood beside them.

    `meta` holds front matter as strings (lists joined by commas); `lang` is the language that front matter or
    markup states for the whole post; `language` the verdict. `words` counts the words of all blocks. In blocks of a
    `rigid` kind the markup fits the words, so that nobody but the writer may change them; `unread` says why prose that
    is there could not be read.
    """

    source: Source
    blocks: tuple[Block, ...]
    links: tuple[Link, ...] = ()
    tags: tuple[Tag, ...] = ()
    directives: tuple[Directive, ...] = ()
    meta: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    problems: tuple[str, ...] = ()
    lang: str = ""
    language: str = ""
    rigid: frozenset[Kind] = frozenset()
    unread: str = ""
    _known: dict[Hashable, Any] = field(default_factory=dict, init=False, compare=False, repr=False)

    def once(self, key: Hashable, find: Callable[[], Any]) -> Any:
        """Return what `find` gives, asked for once per key: guards ask the same of a block for each of its matches."""
        if key not in self._known:
            self._known[key] = find()
        return self._known[key]

    @cached_property
    def headings(self) -> tuple[int, ...]:
        """Indices of the title and the headings among the blocks, ascending."""
        return tuple(index for index, block in enumerate(self.blocks) if block.kind in ("title", "heading"))

    @cached_property
    def words(self) -> int:
        """Number of words in all blocks."""
        return sum(len(block.text.split()) for block in self.blocks)

    @cached_property
    def sentences(self) -> tuple[tuple[Sentence, ...], ...]:
        """The sentences of every block, in the order of `blocks`."""
        from toneguard.sentences import split

        return tuple(split(block) for block in self.blocks)

    def all_sentences(self) -> Iterator[Sentence]:
        """Yield the sentences of all blocks in order."""
        for sentences in self.sentences:
            yield from sentences

    @cached_property
    def opening(self) -> int:
        """Index of the first paragraph of the body, or -1."""
        return next((i for i, block in enumerate(self.blocks) if block.kind == "paragraph" and not block.quoted), -1)
