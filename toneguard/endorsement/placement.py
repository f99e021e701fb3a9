"""Where in a post a disclosure stands, as a reader meets it.

Early means: before the first heading and near the start of a blog post, in the first sentence or the first 125
characters of a social one, which is what feeds show before the fold.
"""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from enum import StrEnum
from functools import cached_property

from toneguard.document import Block, Document, Sentence
from toneguard.late import late
from toneguard.records import dataclass
from toneguard.source import Span, inside

_FOLD = 125  # characters of a social post
_OPENING_SHARE = 0.3  # of the words of a post
_OPENING_BLOCKS = 2
_SOCIAL_WORDS = 250
_CLUSTER = late(r"(?:#\w+[\s,.·|]*){3,}")
_TAG = late(r"#\w+")
_MENTION = late(r"(?<![\w.])[#@]\w")


class Placement(StrEnum):
    """Where a disclosure stands; only `early` does."""

    EARLY = "early"
    AFTER_LINK = "after-link"
    BURIED = "in-hashtags"
    LATE = "late"


@dataclass(frozen=True)
class Layout:
    """The parts of a post that decide on placement. `social` says that the post is known to be one."""

    document: Document
    social: bool = False

    @cached_property
    def body(self) -> tuple[Block, ...]:
        """The blocks of the body that are read as text, in source order."""
        blocks = (
            block for block in self.document.blocks if not block.key and block.kind not in ("alt", "meta", "title")
        )
        return tuple(sorted(blocks, key=lambda block: block.span))

    @cached_property
    def is_social(self) -> bool:
        """Whether the post is a caption: said to be one, or short, with hashtags or accounts and without headings."""
        if self.social:
            return True
        plain = self.document.words <= _SOCIAL_WORDS and not any(block.kind == "heading" for block in self.body[1:])
        return plain and not self.document.meta and any(_MENTION.search(block.text) for block in self.body)

    @cached_property
    def _end_of_opening(self) -> int:
        """Offset in the source up to which a disclosure is early."""
        if not self.body:
            return 0
        if self.is_social:
            first = next(iter(self.document.all_sentences())).span.end
            return max(first, self.body[0].span.start + _FOLD)
        end = self.body[-1].span.end + 1
        words = prose = 0
        for index, block in enumerate(self.body):
            if block.kind == "heading" and prose:
                return min(end, block.span.start)
            if prose >= _OPENING_BLOCKS and words > _OPENING_SHARE * self.document.words:
                return min(end, block.span.start)
            words += len(block.text.split())
            prose += block.kind != "heading" and (index > 0 or len(block.text.split()) > 1)
        return end

    @cached_property
    def clusters(self) -> tuple[Span, ...]:
        """The ranges of runs of three or more hashtags behind the first of each."""
        found = []
        for block in self.body:
            for run in _CLUSTER.finditer(block.text):
                first = _TAG.match(block.text, run.start())
                if first:
                    found.append(block.to_source(first.end(), run.end()))
        return tuple(sorted(found))

    def placement(self, span: Span, first_link: int | None) -> Placement:
        """Return where a disclosure stands; `first_link` is the offset of the first affiliate link."""
        if inside(self.clusters, span.start):
            return Placement.BURIED
        if self.is_title(span):
            return Placement.EARLY
        if span.start >= self._end_of_opening:
            return Placement.LATE
        return Placement.EARLY if first_link is None or span.start < first_link else Placement.AFTER_LINK

    def closes(self, span: Span) -> bool:
        """Tell whether a range lies in the last block of the body, where notes on the post stand."""
        return len(self.body) > 1 and self.body[-1].span.overlaps(span)

    def is_title(self, span: Span) -> bool:
        """Tell whether a range lies in a title of the front matter."""
        return any(title.overlaps(span) for title in self._titles)

    @cached_property
    def _titles(self) -> tuple[Span, ...]:
        return tuple(block.span for block in self.document.blocks if block.kind == "title")

    @cached_property
    def _parts(self) -> tuple[Sequence[int], tuple[tuple[Block, tuple[Sentence, ...]], ...]]:
        """The blocks with their sentences in source order, and where each begins."""
        pairs = zip(self.document.blocks, self.document.sentences, strict=True)
        parts = tuple(sorted(pairs, key=lambda pair: pair[0].span))
        return [block.span.start for block, _ in parts], parts

    def _part_at(self, offset: int) -> tuple[Block, tuple[Sentence, ...]] | None:
        starts, parts = self._parts
        place = bisect_right(starts, offset) - 1
        return parts[place] if place >= 0 and offset < parts[place][0].span.end else None

    def block_at(self, offset: int) -> Block | None:
        """Return the block that holds an offset of the source, if any does."""
        part = self._part_at(offset)
        return part[0] if part else None

    def sentence_at(self, offset: int) -> Sentence | None:
        """Return the sentence that holds an offset of the source, if any does."""
        part = self._part_at(offset)
        place = bisect_right(part[1], offset, key=lambda sentence: sentence.span.start) - 1 if part else -1
        return part[1][place] if part and place >= 0 else None

    @cached_property
    def _headings(self) -> list[Block]:
        return sorted((self.document.blocks[index] for index in self.document.headings), key=lambda block: block.span)

    def heading_at(self, offset: int) -> Block | None:
        """Return the heading that an offset of the source stands under, if any."""
        place = bisect_right(self._headings, offset, key=lambda block: block.span.start) - 1
        return self._headings[place] if place >= 0 else None
