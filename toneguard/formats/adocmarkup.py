"""What AsciiDoc looks like: the marks that begin its blocks, and which blocks hold no prose."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import groupby

from toneguard.formats.flow import Line
from toneguard.late import late

HEADING = late(r"(={1,6}|#{1,6})[ \t]+(?=\S)")
CLOSING_MARKS = late(r"[ \t]+(?:=+|#+)\Z")
SETEXT = late(r"(=+|-+|~+|\^+|\++)")
ATTRIBUTE = late(r":(!?\w[\w-]*+!?):(?:[ \t]+|\Z|(?=[\r\n]))")
TITLE = late(r"\.(?=[^\s.])")
SETTINGS = late(r"\[(?:\[[^\[\]]*+\]|[^\[\]][^\r\n]*)?\](?=[\r\n]|\Z)")
STYLE = late(r"\[\s*+([\w-]++)")
DELIMITER = late(r"(-{4,}|\.{4,}|\+{4,}|/{4,}|={4,}|\*{4,}|_{4,}|--|`{3,}[\w+,.#-]*+|[|,:!]={3,})(?=[\r\n]|\Z)")
MACRO = late(r"([A-Za-z]\w*+)::([^\s\[]*+)\[([^\r\n]*)\](?=[\r\n]|\Z)")
ADMONITION = late(r"(?:NOTE|TIP|IMPORTANT|WARNING|CAUTION):[ \t]+(?=\S)")
ITEM = late(r"(?:\*{1,5}|-|\.{1,5}|•|\d{1,9}\.|[A-Za-z]\.|[ivx]{1,8}\)|<(?:\d{1,9}|\.)>)[ \t]+(?=\S)")
CHECK = late(r"\[[ xX*]\][ \t]+(?=\S)")
TERM = late(r"(?!//)(\S[^\r\n]*?)(?::{2,4}|;;)(?:[ \t]+|(?=[\r\n])|\Z)")
BREAK = late(r"'{3,}|<{3,}|---|\*\*\*|- - -|\* \* \*")
CELL = late(r"(?:(?<![^\s|])(?P<spec>(?:\d{1,3}(?:\.\d{1,3})?|\.\d{1,3})?[+*]?[<^>]?(?:\.[<^>])?[adehlms]?))?(?<!\\)\|")
VERBATIM = frozenset("-.+/`")
CODE = frozenset({"source", "listing", "literal", "stem", "latexmath", "asciimath", "pass", "comment", "mermaid"})
CODE |= {"plantuml", "ditaa", "graphviz", "subs"}
QUOTES = frozenset({"quote", "verse"})


def cells(text: str, rows: Sequence[Line]) -> Iterator[tuple[str, list[Line]]]:
    """Yield the cells of a table, each with its own settings; a cell runs to where the next one begins."""
    cell: list[Line] = []
    spec = ""
    for row in rows:
        start = row.start
        for mark in CELL.finditer(text, row.start, row.end):
            cell.append(_trimmed(text, start, mark.start()))
            yield spec, cell
            cell, spec, start = [], mark["spec"] or "", mark.end()
        cell.append(_trimmed(text, start, row.end))
    if cell:
        yield spec, cell


def _trimmed(text: str, start: int, end: int) -> Line:
    """Return a range as a line, without the white space around it."""
    words = text[start:end]
    start += len(words) - len(words.lstrip())
    return Line(start, start + len(words.strip()))


def paragraphs(rows: Sequence[Line]) -> Iterator[list[Line]]:
    """Yield the lines between blank ones."""
    for blank, group in groupby(rows, key=lambda row: row.blank):
        if not blank:
            yield list(group)


def level(title: str, under: str) -> int:
    """Return the level of a title with a line under it; 0 for other text."""
    if not SETEXT.fullmatch(under) or len(under) < 2 or abs(len(title) - len(under)) > 1 or not re.search(r"\w", title):
        return 0
    return "=-~^+".index(under[0]) + 1
