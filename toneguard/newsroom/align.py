"""Which words of a post a release has, in runs of at least four, and where they stand on both sides."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from functools import cached_property

from toneguard.document import Block, Document
from toneguard.newsroom.fingerprints import RUN, hashes, word_spans, words
from toneguard.records import dataclass, replace

_PLACES = 8  # of one run in a release: enough to find the longest, and a release of one word repeated stays cheap
_NO_BODY = frozenset({"title", "meta", "alt"})


@dataclass(frozen=True)
class Paragraph:
    """A block of a post as words: the index of the block among the document's, its folded words and their hashes."""

    index: int
    block: Block
    words: tuple[bytes, ...]
    hashes: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Run:
    """Words that post and release share: half-open ranges of a paragraph's words and of the release's."""

    paragraph: int
    start: int
    end: int
    theirs: int
    theirs_end: int


@dataclass(frozen=True)
class Text:
    """The text of a release as words."""

    text: str

    @cached_property
    def words(self) -> list[bytes]:
        """The folded words."""
        return words(self.text)

    @cached_property
    def spans(self) -> list[tuple[int, int]]:
        """The offsets of the words."""
        return word_spans(self.text)

    @cached_property
    def places(self) -> Mapping[int, Sequence[int]]:
        """Where each run of `RUN` words begins, by its hash."""
        found: dict[int, list[int]] = defaultdict(list)
        for start, hashed in enumerate(hashes(self.words)):
            if len(found[hashed]) < _PLACES:
                found[hashed].append(start)
        return found

    def slice(self, start: int, end: int) -> str:
        """Return the text from one word up to another, half-open."""
        return self.text[self.spans[start][0] : self.spans[end - 1][1]]


def paragraphs(document: Document) -> list[Paragraph]:
    """Return the body of a post: blocks of at least `RUN` words, without what it quotes openly in a blockquote."""
    found = []
    for index, block in enumerate(document.blocks):
        if block.kind in _NO_BODY or block.quoted:
            continue
        folded = words(block.text)
        if len(folded) >= RUN:
            found.append(Paragraph(index, block, tuple(folded), tuple(hashes(folded))))
    return found


def aligned(paragraph: Paragraph, release: Text) -> list[Run]:
    """Return the longest shared runs of a paragraph, in order and not overlapping; together they are all it shares."""
    runs: list[Run] = []
    start = 0
    while start < len(paragraph.hashes):
        done = runs[-1].end if runs else 0
        length, place = _longest(paragraph, start, release)
        end = start + length
        if length < RUN or end <= done:
            start += 1
            continue
        if start >= done:
            runs.append(Run(paragraph.index, start, end, place, place + length))
        elif end - done < RUN:  # a word or two that only stand in a run together with the last one's
            runs[-1] = replace(runs[-1], end=end)
        else:
            runs.append(Run(paragraph.index, done, end, place + done - start, place + length))
        start = end - RUN + 1
    return runs


def _longest(paragraph: Paragraph, start: int, release: Text) -> tuple[int, int]:
    """Return length and place of the longest run of a release that begins as the paragraph's words at `start` do."""
    best, place = 0, 0
    mine, theirs = paragraph.words, release.words
    for candidate in release.places.get(paragraph.hashes[start], ()):
        length, most = 0, min(len(mine) - start, len(theirs) - candidate)
        while length < most and mine[start + length] == theirs[candidate + length]:
            length += 1
        if length > best:
            best, place = length, candidate
    return best, place
