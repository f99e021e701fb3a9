"""The lines of a block as one text, with the way back to the source: what formats that are read by lines share."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Sequence
from typing import NamedTuple

from toneguard.formats.page import Page
from toneguard.late import late
from toneguard.source import Span

_LINE = late(r"([ \t\f\v]*+)([^\r\n]*+)(?:\r\n|\r|\n|\Z)")
_TAB = 8  # columns


class Line(NamedTuple):
    """A line without the white space around it, and the column where it begins; a blank one is empty."""

    start: int
    end: int
    indent: int = 0

    @property
    def blank(self) -> bool:
        """Tell whether nothing stands on the line."""
        return self.start == self.end

    def after(self, count: int) -> Line:
        """Return what stands behind the first characters, which are no tabs."""
        return Line(min(self.start + count, self.end), self.end, self.indent + count)


def lines(text: str, start: int) -> list[Line]:
    """Return the lines of a text from an offset on."""
    found = []
    for match in _LINE.finditer(text, start):
        if match.start() == len(text):
            break
        left = match.end(1)
        found.append(Line(left, left + len(match[2].rstrip()), len(match[1].expandtabs(_TAB))))
    return found


def end_of_indented(rows: Sequence[Line], index: int, base: int) -> int:
    """Return the index behind the lines from `index` on that stand deeper than a column, blank ones at the end out."""
    end = index
    while index < len(rows) and (rows[index].blank or rows[index].indent > base):
        index += 1
        end = end if rows[index - 1].blank else index
    return end


class Flow:
    """Some lines joined by line feeds in `text`; offsets in it lead back to the source."""

    def __init__(self, source: str, rows: Sequence[Line]) -> None:
        self.rows = [row for row in rows if not row.blank]
        parts = [source[row.start : row.end] for row in self.rows]
        self.text = "\n".join(parts)
        self._starts = [0]
        for part in parts[:-1]:
            self._starts.append(self._starts[-1] + len(part) + 1)

    def at(self, offset: int) -> int:
        """Return where a character of the text stands in the source."""
        place = bisect_right(self._starts, offset) - 1
        return self.rows[place].start + offset - self._starts[place]

    def span(self, start: int, end: int) -> Span:
        """Return the range in the source of a non-empty range of the text."""
        return Span(self.at(start), self.at(end - 1) + 1)

    def verbatim(self, page: Page, start: int, end: int) -> None:
        """Add a range of the text to the block as it stands, its line ends as soft breaks."""
        place = bisect_right(self._starts, start) - 1
        while start < end:
            row, first = self.rows[place], self._starts[place]
            stop = first + row.end - row.start
            if start < stop:
                page.builder.verbatim(row.start + start - first, row.start + min(end, stop) - first)
            if end > stop and place + 1 < len(self.rows):
                page.builder.line_break(Span(row.end, self.rows[place + 1].start), hard=False)
            start, place = stop + 1, place + 1


class Ends:
    """Finds what ends inline markup; what is nowhere ahead is not searched for again, so that time stays linear."""

    def __init__(self, text: str, end: int | None = None) -> None:
        self._text = text
        self._end = len(text) if end is None else end
        self._nowhere: set[str] = set()

    def find(self, mark: str, pattern: re.Pattern[str], start: int) -> re.Match[str] | None:
        """Return the first end of a mark from an offset on; offsets must ascend."""
        if mark in self._nowhere:
            return None
        found = pattern.search(self._text, start, self._end)
        if found is None:
            self._nowhere.add(mark)
        return found
