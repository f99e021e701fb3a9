"""Plain text and pasted drafts: social posts, mails, notes without any markup.

Indented lines are prose, short lines without an end mark are headings, • and – begin items, and a newline ends a
paragraph unless the lines are hard-wrapped.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise

from toneguard.blocks import BlockBuilder, bare_links
from toneguard.document import Block, Document, Kind
from toneguard.formats import frontmatter
from toneguard.formats.format import Format
from toneguard.late import late
from toneguard.source import Source, Span

_LINE = late(r"[^\r\n]+|\r\n|\r|\n")
_ITEM = late(r"(?:[•▪◦●‣✓✔☑✅➡→▶►➤➜👉🔹🔸]\ufe0f?|[-–—*](?=\s)|\*(?=\w)(?![^*\n]*\*)|\d{1,2}[.)](?=\s))\s*")
_DASH = late(r"[-–—]\s")
_SAYS = late(r",\s+\w+\s+(?:\w+\s+)?[A-ZÅÄÖÆØ]\w")  # "…, säger Anna Berg"
_END_MARKS = frozenset(".!?…:;,")
_HEADING_WORDS = 9
_HEADING_LENGTH = 70
_WRAPPED = range(50, 101)  # how wide a window that wraps lines may be
_MARKDOWN = late(
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
    """Take a plain text apart; a front matter counts when it is one, for a row of dashes is more often a rule."""
    matter = frontmatter.read(source)
    if matter.problems or not matter.meta:
        matter = frontmatter.FrontMatter(source.body_start)
    blocks: list[Block] = []
    addresses: list[Span] = []
    for lines in _groups(source, matter.end):
        for run in _runs(source, lines):
            blocks += _block(source, run, addresses)
    if len(blocks) == 1 and blocks[0].kind == "heading":  # a single line that someone wants to have checked
        first = blocks[0]
        blocks = [Block("paragraph", first.text, first.pieces)]
    links = bare_links(source.text, addresses, ())
    return Document(
        source=source,
        blocks=(*matter.blocks, *blocks),
        links=tuple(links),
        meta=matter.meta,
        lang=matter.language,
    )


def _groups(source: Source, start: int) -> Iterator[list[Span]]:
    """Yield the lines between two blank lines, without the white space around them."""
    group: list[Span] = []
    blank = False
    for match in _LINE.finditer(source.text, start):
        line = match.group()
        words = line.strip()
        if words:
            left = match.start() + line.index(words[0])
            group.append(Span(left, left + len(words)))
            blank = False
        elif line[0] in "\r\n":
            if blank and group:
                yield group
                group = []
            blank = True
    if group:
        yield group


def _runs(source: Source, lines: list[Span]) -> Iterator[list[Span]]:
    """Yield the lines that make one block: those that a narrow window wrapped, and every other line alone."""
    for section in _sections(source, lines):
        if _wrapped(source, section):
            yield section
            continue
        run = section[:1]
        for before, line in pairwise(section):
            if _goes_on(source.slice(before), source.slice(line)):
                run.append(line)
            else:
                yield run
                run = [line]
        yield run


def _sections(source: Source, lines: list[Span]) -> Iterator[list[Span]]:
    """Yield lines up to the next that begins an item."""
    section: list[Span] = []
    for line in lines:
        if section and _ITEM.match(source.text, line.start, line.end):
            yield section
            section = []
        section.append(line)
    yield section


def _wrapped(source: Source, lines: list[Span]) -> bool:
    """Tell whether each line ends where its successor's first word no longer fitted."""
    width = max(line.end - line.start for line in lines)
    if len(lines) < 2 or width not in _WRAPPED:
        return False
    return all(
        before.end - before.start + 1 + len(_first_word(source, line)) > width for before, line in pairwise(lines)
    ) and any(not _ends(source.slice(line)) for line in lines[:-1])


def _first_word(source: Source, line: Span) -> str:
    match = re.compile(r"\S+").match(source.text, line.start, line.end)
    return match.group() if match else ""


def _goes_on(line: str, following: str) -> bool:
    """Tell whether a line of uneven length goes on in the next one."""
    if line.endswith(","):
        return True
    return following[:1].islower() and not _ends(line)


def _ends(line: str) -> bool:
    """Tell whether a line ends in an end mark; hashtags, emoji and closing quotes behind it do not count."""
    while (cut := max(line.rfind(" #"), line.rfind(" @"))) >= 0 and not re.search(r"\s", line[cut + 1 :].strip()):
        line = line[:cut]
    for character in reversed(line):
        if character in _END_MARKS:
            return True
        if character.isalnum():
            return False
    return False


def _block(source: Source, run: list[Span], addresses: list[Span]) -> list[Block]:
    """Return the block of a run, if it holds words; the addresses in it join the others."""
    kind, start = _kind(source, run)
    builder = BlockBuilder(source.text, addresses=addresses)
    builder.verbatim(start, run[0].end)
    for before, line in pairwise(run):
        builder.line_break(Span(before.end, line.start), hard=False)
        builder.verbatim(line.start, line.end)
    block = builder.build(kind, level=2 if kind == "heading" else 0)
    return [block] if block else []


def _kind(source: Source, run: list[Span]) -> tuple[Kind, int]:
    """Return a block's kind and where its prose begins."""
    text = source.text[run[0].start : run[-1].end]
    item = _ITEM.match(text)
    if item and not (_DASH.match(text) and _is_speech(text)):
        return "item", run[0].start + item.end()
    short = len(text) <= _HEADING_LENGTH and len(text.split()) <= _HEADING_WORDS
    if len(run) == 1 and short and not _ends(text) and not text.startswith(("#", "@", "http", "www.")) and not item:
        return "heading", run[0].start
    return "paragraph", run[0].start


def _is_speech(text: str) -> bool:
    """Tell a line of dialogue from an item that begins with a dash."""
    if _SAYS.search(text):
        return True
    return text[0] in "–—" and (text.rstrip("\"'”’»)* ")[-1:] in (".", "!", "?", "…") or len(text.split()) > 8)


FORMAT = Format("plain", frozenset({".txt", ".text"}), parse, walked=False)
