"""Post and release side by side: a row for each block of the post, the words that both have marked by a number."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Sequence
from itertools import accumulate

from toneguard.document import STAND_IN, Document
from toneguard.newsroom.matching import Match, Passage
from toneguard.records import dataclass

Mark = tuple[int, int, int]  # half-open offsets in a text, and the number of the passage


@dataclass(frozen=True, slots=True)
class Segment:
    """A piece of text; `number` is that of the passage that it belongs to, 0 for none."""

    text: str
    number: int


@dataclass(frozen=True, slots=True)
class Row:
    """A block of the post, and the paragraphs of the release that have words of it."""

    post: tuple[Segment, ...]
    release: tuple[tuple[Segment, ...], ...]


def sides(document: Document, match: Match) -> list[Row]:
    """Return the rows of a match; passages are numbered from 1 in the post's order."""
    numbered = list(enumerate(match.passages, 1))
    rows = []
    for index, block in enumerate(document.blocks):
        if block.kind in ("alt", "meta"):
            continue
        here = [(number, passage) for number, passage in numbered if passage.block == index]
        post = segments(block.text.replace(STAND_IN, "…"), [(*passage.mine, number) for number, passage in here])
        rows.append(Row(post, _paragraphs(match.release.text, here)))
    return rows


def _paragraphs(text: str, here: Sequence[tuple[int, Passage]]) -> tuple[tuple[Segment, ...], ...]:
    """Return the paragraphs of a release that the passages touch, in its order."""
    lines = text.split("\n")
    starts = [0, *accumulate(len(line) + 1 for line in lines)]
    touched: dict[int, list[Mark]] = {}
    for number, passage in here:
        start, end = passage.theirs
        for line in range(bisect_right(starts, start) - 1, bisect_right(starts, end - 1)):
            left, right = max(start, starts[line]), min(end, starts[line] + len(lines[line]))
            if left < right:
                touched.setdefault(line, []).append((left - starts[line], right - starts[line], number))
    return tuple(segments(lines[line], marks) for line, marks in sorted(touched.items()))


def segments(text: str, marks: Sequence[Mark]) -> tuple[Segment, ...]:
    """Cut a text at its marks. Of marks that overlap, as where a release is copied twice, the first wins."""
    found, done = [], 0
    for start, end, number in sorted(marks):
        begin = max(start, done)
        if begin >= end:
            continue
        found += [Segment(text[done:begin], 0), Segment(text[begin:end], number)]
        done = end
    return tuple(segment for segment in (*found, Segment(text[done:], 0)) if segment.text)
