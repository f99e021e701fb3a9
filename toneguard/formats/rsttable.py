"""Tables of reStructuredText: the cells that can be read exactly; rows whose cells run side by side are left out."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import pairwise

from toneguard.formats.flow import Line
from toneguard.late import late

GRID = late(r"\+(?:[-=]+\+)+")
SIMPLE = late(r"=+(?: +=+)+")
_SPANNED = late(r"-+(?: +-+)*")
Cell = list[Line]


def end_of(text: str, rows: Sequence[Line], index: int, *, patient: bool = True) -> tuple[int, bool]:
    """Return the index behind a table, and whether its lower border was found.

    A simple table may hold blank lines; one that is not `patient` ends at the first of them.
    """
    simple = text[rows[index].start] == "="
    borders = 0
    for place in range(index + 1, len(rows) if patient else 0):
        row = rows[place]
        if not simple and row.blank:
            return place, True
        if simple and not row.blank and SIMPLE.fullmatch(text, row.start, row.end):
            borders += 1
            if borders == 2 or place + 1 == len(rows) or rows[place + 1].blank:
                return place + 1, True
    place = index
    while place < len(rows) and not rows[place].blank:
        place += 1
    return place, not simple


def cells(text: str, rows: Sequence[Line]) -> Iterator[Cell]:
    """Yield the cells of a table in source order, each as its lines."""
    if any("\t" in text[row.start : row.end] for row in rows):
        return
    grid = text[rows[0].start] == "+"
    for group, columns in _grid_rows(text, rows) if grid else _simple_rows(text, rows):
        found = [_cell(text, group, left, right) for left, right in columns]
        found = [cell for cell in found if cell]
        if all(one[-1].end <= other[0].start for one, other in pairwise(found)):
            yield from found


def _cell(text: str, rows: Sequence[Line], left: int, right: int) -> Cell:
    """Return the lines of a cell between two columns, without the white space around them."""
    found = []
    for row in rows:
        start, end = min(row.start + left, row.end), min(row.start + right, row.end)
        words = text[start:end]
        if words.strip():
            start += len(words) - len(words.lstrip())
            found.append(Line(start, start + len(words.strip())))
    return found


_Rows = Iterator[tuple[list[Line], list[tuple[int, int]]]]


def _grid_rows(text: str, rows: Sequence[Line]) -> _Rows:
    border = text[rows[0].start : rows[0].end]
    bars = [place for place, mark in enumerate(border) if mark == "+"]
    columns = [(left + 1, right) for left, right in pairwise(bars)]
    group: list[Line] = []
    exact = True
    for row in rows:
        line = text[row.start : row.end]
        exact = exact and len(line) == len(border)
        if GRID.fullmatch(line) and exact and [at for at, mark in enumerate(line) if mark == "+"] == bars:
            yield group, columns
            group = []
        else:
            exact = exact and line[0] == "|" and all(line[bar] == "|" for bar in bars)
            group.append(row)
        if not exact:  # a cell spans columns or rows, or the table is broken
            return


def _simple_rows(text: str, rows: Sequence[Line]) -> _Rows:
    border = text[rows[0].start : rows[0].end]
    columns = [match.span() for match in re.finditer("=+", border)]
    gaps = [range(left[1], right[0]) for left, right in pairwise(columns)]
    columns[-1] = (columns[-1][0], 1_000_000)
    group: list[Line] = []
    base = rows[0].indent
    for row in rows[1:]:
        start = max(0, row.start - max(0, row.indent - base))
        if not row.blank and text[start : row.start].strip(" "):  # a tab in front
            return
        line = text[start : row.end]
        whole = Line(start, row.end)
        border_line = not row.blank and (SIMPLE.fullmatch(line) or _SPANNED.fullmatch(line))
        if row.blank or border_line or line[: columns[0][1]].strip():
            if group:
                yield group, columns
            group = []
        if not row.blank and not border_line:
            if any(line[at : at + 1].strip() for gap in gaps for at in gap):
                group = []
                continue
            group.append(whole)
    if group:
        yield group, columns
