"""Plain text and pasted drafts: social posts, mails, notes without any markup.

Indented lines are prose, short lines without an end mark are headings, • and – begin items, and a newline ends a
paragraph unless the lines are hard-wrapped.
"""

from __future__ import annotations

import re
from itertools import pairwise

from toneguard.blocks import BlockBuilder
from toneguard.document import Block, Document, Kind
from toneguard.formats.format import Format
from toneguard.source import Source, Span

_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
_ITEM = re.compile(r"(?:[•▪◦●‣*✓✔☑➡→▶]|-(?=\s)|\d{1,2}[.)](?=\s)|[–—](?=\s))\s*")
_DASH = re.compile(r"[–—]\s")
_END_MARK = re.compile(r"[.!?…:;,][\"'”’»)\]]*\s*\Z")
_HEADING_WORDS = 9
_HEADING_LENGTH = 70
_WRAPPED_LENGTH = 45
_MARKDOWN = re.compile(
    r"\A\ufeff?(?:---|\+\+\+)[ \t]*\r?\n.*?^(?:---|\+\+\+)[ \t]*\r?$"  # front matter
    r"|^ {0,3}(?:```|~~~)"  # fence
    r"|^ {0,3}#{1,6}[ \t]+\S"  # ATX heading
    r"|\[[^\[\]\n]+\]\([^()\s]+\)",  # link
    re.M | re.S,
)


def shows_markdown(text: str) -> bool:
    """Tell whether a text without a file name is Markdown: front matter, a fence, an ATX heading or a link."""
    return bool(_MARKDOWN.search(text[:200_000]))


def parse(source: Source) -> Document:
    """Take a plain text apart."""
    blocks: list[Block] = []
    group: list[Span] = []
    position = source.body_start
    while position < len(source.text):
        match = _LINE.match(source.text, position)
        assert match is not None
        line = match.group()
        if line.strip():
            left = position + len(line) - len(line.lstrip())
            group.append(Span(left, position + len(line.rstrip())))
        elif group:
            blocks += _paragraphs(source, group)
            group = []
        position = match.end()
    blocks += _paragraphs(source, group)
    return Document(source=source, blocks=tuple(blocks), social=True)


def _paragraphs(source: Source, lines: list[Span]) -> list[Block]:
    """Build the blocks of the lines between two blank lines."""
    found: list[Block] = []
    for run in _runs(source, lines):
        builder = BlockBuilder(source.text)
        kind, start = _kind(source, run, alone=len(run) == 1)
        builder.verbatim(start, run[0].end)
        for before, line in pairwise(run):
            builder.line_break(Span(before.end, line.start), hard=False)
            builder.verbatim(line.start, line.end)
        block = builder.build(kind, level=2 if kind == "heading" else 0)
        found += [block] if block else []
    return found


def _runs(source: Source, lines: list[Span]) -> list[list[Span]]:
    """Join the lines that a narrow window wrapped; every other line stands alone."""
    runs: list[list[Span]] = []
    for line in lines:
        if runs and _wraps(source.slice(runs[-1][-1]), source.slice(line)):
            runs[-1].append(line)
        else:
            runs.append([line])
    return runs


def _wraps(line: str, following: str) -> bool:
    """Tell whether a line goes on in the next one."""
    if _ITEM.match(following):
        return False
    if following[:1].islower() and not _END_MARK.search(line):
        return True
    if line.endswith(","):
        return True
    fits = len(line) + 1 + len(following.split(maxsplit=1)[0])
    return len(line) >= _WRAPPED_LENGTH and 60 <= fits <= 100 and not _END_MARK.search(line)


def _kind(source: Source, run: list[Span], *, alone: bool) -> tuple[Kind, int]:
    """Return a block's kind and where its prose begins."""
    text = source.slice(run[0])
    item = _ITEM.match(text)
    if item and not (_DASH.match(text) and (_END_MARK.search(text) or len(text.split()) > 8)):
        return "item", run[0].start + item.end()
    short = len(text) <= _HEADING_LENGTH and len(text.split()) <= _HEADING_WORDS
    if alone and short and not _END_MARK.search(text) and not text.startswith(("#", "@", "http")):
        return "heading", run[0].start
    return "paragraph", run[0].start


FORMAT = Format("plain", frozenset({".txt", ".text"}), parse)
