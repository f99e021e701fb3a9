"""AsciiDoc, as Asciidoctor and Antora read it, line by line: every character has its place in the source."""

from __future__ import annotations

import re
from types import MappingProxyType

from toneguard.blocks import bare_links
from toneguard.document import Document
from toneguard.formats import adocinline, adocmarkup, frontmatter
from toneguard.formats.flow import Line, lines
from toneguard.formats.format import Format
from toneguard.formats.frontmatter import LANGUAGE_KEYS, PROSE
from toneguard.formats.page import Page
from toneguard.source import Source, Span

_DEEPEST = 40  # blocks within blocks


def parse(source: Source) -> Document:
    """Take an AsciiDoc post apart."""
    matter = frontmatter.read(source)
    if matter.problems or not matter.meta:
        matter = frontmatter.FrontMatter(source.body_start)
    reader = _Reader(source.text, dict(matter.meta))
    rows = lines(source.text, matter.end)
    reader.body(rows, reader.header(rows), 0)
    page = reader.page
    page.flush(len(source.text))
    return Document(
        source=source,
        blocks=(*matter.blocks, *sorted(page.blocks, key=lambda block: block.span)),
        links=(*page.links, *bare_links(source.text, page.builder.addresses, page.links)),
        directives=tuple(page.directives),
        meta=MappingProxyType(reader.meta),
        lang=next((reader.meta[key] for key in LANGUAGE_KEYS if reader.meta.get(key)), ""),
    )


class _Reader:
    """Reads blocks into a page; `meta` is what the attributes of the header say of the post."""

    def __init__(self, text: str, meta: dict[str, str]) -> None:
        self.text = text
        self.meta = meta
        self.page = Page(text, ())
        self.style = ""  # what the line of settings above the next block says
        self.in_list = False  # the next block is attached to an item

    def slice(self, row: Line) -> str:
        return self.text[row.start : row.end]

    def match(self, pattern: re.Pattern[str], row: Line) -> re.Match[str] | None:
        return pattern.match(self.text, row.start, row.end)

    def header(self, rows: list[Line]) -> int:
        """Read the title, authors and attributes at the top, and return the index behind them."""
        index, titled = 0, False
        while index < len(rows):
            row = rows[index]
            mark = self.match(adocmarkup.HEADING, row)
            if self.match(adocmarkup.ATTRIBUTE, row):
                index = self._attribute(rows, index)
            elif self._comment(row):
                index += 1
            elif not titled and self.slice(row).startswith("////"):
                index = self._delimited(rows, index, self.slice(row), "", 0)
            elif mark and len(mark[1]) == 1 and not titled:
                titled = True
                self._heading(row, len(mark.group()), 1)
                index += 1
            elif row.blank and not titled:
                index += 1
            elif row.blank or not titled:
                return index
            else:
                index += 1  # authors, revision
        return index

    def _attribute(self, rows: list[Line], index: int) -> int:
        """Keep an attribute of the post's; its description is prose."""
        found = self.match(adocmarkup.ATTRIBUTE, rows[index])
        end = index + 1
        value = [rows[index].after(len(found.group()) if found else 0)]
        while self.text.endswith(" \\", value[-1].start, value[-1].end) and end < len(rows):
            value[-1] = value[-1]._replace(end=value[-1].end - 2)
            value.append(rows[end])
            end += 1
        name = found[1].lower().strip("!").removeprefix("page-") if found else ""
        words = " ".join(self.text[row.start : row.end] for row in value).split()
        if name in self.meta or not words:
            return end
        self.meta[name] = " ".join(words)
        if kind := PROSE.get(name):
            self.page.flush(value[0].start)
            adocinline.read(self.page, value)
            block = self.page.builder.build(kind, key=name)
            self.page.blocks += [block] if block else []
        return end

    def body(self, rows: list[Line], index: int, depth: int) -> None:
        """Read the blocks of some lines from an index on."""
        while index < len(rows):
            row = rows[index]
            if row.blank:
                index += 1
                self.in_list = self.in_list and index < len(rows) and self.slice(rows[index]) == "+"
                continue
            index = self._aside(rows, index) or self._block(rows, index, depth)

    def _aside(self, rows: list[Line], index: int) -> int:
        """Take a line that says something of the block below it, or holds no prose."""
        row = rows[index]
        line = self.slice(row)
        if self._comment(row) or adocmarkup.BREAK.fullmatch(line):
            return index + 1
        if line == "+":
            self.in_list = True
            return index + 1
        if self.match(adocmarkup.ATTRIBUTE, row):
            end = index + 1
            while self.text.endswith(" \\", rows[end - 1].start, rows[end - 1].end) and end < len(rows):
                end += 1
            return end
        if self.match(adocmarkup.SETTINGS, row):
            found = self.match(adocmarkup.STYLE, row)
            self.style = found[1].lower() if found and not line.startswith("[[") else self.style
            return index + 1
        if title := self.match(adocmarkup.TITLE, row):
            self._prose("caption", [row.after(len(title.group()))])
            return index + 1
        return self._macro(row, index)

    def _macro(self, row: Line, index: int) -> int:
        """Take a macro that stands alone on its line: an image has an alt text, others hold no prose."""
        found = self.match(adocmarkup.MACRO, row)
        if not found:
            return 0
        if found[1] == "image":
            left, right = adocinline.alt_text(self.text, *found.span(3))
            self.page.flush(row.start)
            self.page.builder.verbatim(left, right)
            block = self.page.builder.build("alt", quoted=self.page.top.quoted)
            self.page.blocks += [block] if block else []
        self.style = ""
        return index + 1

    def _comment(self, row: Line) -> bool:
        line = self.slice(row)
        if not line.startswith("//") or line.startswith("///"):
            return False
        self.page.comment(line[2:], Span(row.start, row.end))
        return True

    def _block(self, rows: list[Line], index: int, depth: int) -> int:
        """Read one block and return the index of the line behind it."""
        row, style = rows[index], self.style
        self.style = ""
        if depth < _DEEPEST and (mark := self.match(adocmarkup.DELIMITER, row)):
            return self._delimited(rows, index, mark.group(), style, depth)
        if (mark := self.match(adocmarkup.HEADING, row)) and not row.indent:
            self._heading(row, len(mark.group()), len(mark[1]))
            return index + 1
        if level := self._setext(rows, index):
            self._heading(row, 0, level)
            return index + 2
        if style in adocmarkup.CODE or (row.indent and not self.in_list and not self._begins_item(row)):
            return self._end_of_paragraph(rows, index)
        if mark := self.match(adocmarkup.ITEM, row):
            return self._item(rows, index, len(mark.group()))
        if mark := self.match(adocmarkup.TERM, row):
            return self._term(rows, index, mark)
        return self._paragraph(rows, index, style)

    def _begins_item(self, row: Line) -> bool:
        return bool(self.match(adocmarkup.ITEM, row) or self.match(adocmarkup.TERM, row))

    def _heading(self, row: Line, width: int, level: int) -> None:
        row = row.after(width)
        closing = adocmarkup.CLOSING_MARKS.search(self.text, row.start, row.end) if width else None
        self._prose(f"h{level}", [row._replace(end=closing.start()) if closing else row])
        self.in_list = False

    def _setext(self, rows: list[Line], index: int) -> int:
        """Return the level of a title with a line under it; 0 for other text."""
        if index + 1 == len(rows) or rows[index].indent or rows[index + 1].indent:
            return 0
        return adocmarkup.level(self.slice(rows[index]), self.slice(rows[index + 1]))

    def _prose(self, element: str, rows: list[Line]) -> None:
        rows = [row for row in rows if not row.blank and not self._is_aside(row)]
        if rows:
            self.page.enter(element, rows[0].start)
            adocinline.read(self.page, rows)
            self.page.leave(rows[-1].end)

    def _is_aside(self, row: Line) -> bool:
        """Tell whether a line within a paragraph is none of its text: a comment, a condition, an inclusion."""
        if not self.text.startswith(("//", "if", "endif", "include"), row.start, row.end):
            return False
        found = self.match(adocmarkup.MACRO, row)
        return self._comment(row) or bool(found and found[1] in ("ifdef", "ifndef", "ifeval", "endif", "include"))

    def _delimited(self, rows: list[Line], index: int, mark: str, style: str, depth: int) -> int:
        closing = mark[: len(mark) - len(mark.lstrip("`"))] or mark
        end = next((at for at in range(index + 1, len(rows)) if self.slice(rows[at]) == closing), len(rows))
        inner = rows[index + 1 : end]
        verbatim = mark[0] in adocmarkup.VERBATIM and mark != "--"
        if mark[0] == "/":
            self.page.comment(self.text[rows[index].end : inner[-1].end] if inner else "", _from(rows[index], inner))
        if verbatim or style in adocmarkup.CODE or mark[0] in ",:":
            pass
        elif mark[0] in "|!":
            self._table(inner, style, depth)
        else:
            quoted = mark[0] == "_" or style in adocmarkup.QUOTES
            self.page.enter("blockquote" if quoted else "div", rows[index].start)
            attached, self.in_list = self.in_list, False
            self.body(inner, 0, depth + 1)
            self.in_list = attached
            self.page.leave(rows[min(end, len(rows) - 1)].end)
        return end + 1

    def _item(self, rows: list[Line], index: int, width: int) -> int:
        row = rows[index].after(width)
        check = self.match(adocmarkup.CHECK, row)
        end = self._end_of_item(rows, index)
        self._prose("li", [row.after(len(check.group()) if check else 0), *rows[index + 1 : end]])
        self.in_list = True
        return end

    def _term(self, rows: list[Line], index: int, mark: re.Match[str]) -> int:
        row = rows[index]
        self._prose("dt", [Line(row.start, mark.end(1), row.indent)])
        rest = row.after(len(mark.group()))
        start = index + 1
        while rest.blank and start < len(rows) and rows[start].blank:
            start += 1
        first = start if rest.blank else index
        self.in_list = True
        if rest.blank and (start == len(rows) or self._ends_item(rows[start])):
            return index + 1
        end = self._end_of_item(rows, first)
        self._prose("dd", [rest, *rows[start:end]])
        return end

    def _end_of_item(self, rows: list[Line], index: int) -> int:
        index += 1
        while index < len(rows) and not rows[index].blank and not self._ends_item(rows[index]):
            index += 1
        return index

    def _ends_item(self, row: Line) -> bool:
        line = self.slice(row)
        return bool(line == "+" or self._begins_item(row) or self._ends_paragraph(row))

    def _ends_paragraph(self, row: Line) -> bool:
        return bool(self.match(adocmarkup.DELIMITER, row) or self.match(adocmarkup.SETTINGS, row))

    def _end_of_paragraph(self, rows: list[Line], index: int) -> int:
        index += 1
        while index < len(rows) and not rows[index].blank and not self._ends_paragraph(rows[index]):
            if self.in_list and self.slice(rows[index]) == "+":
                break
            index += 1
        return index

    def _paragraph(self, rows: list[Line], index: int, style: str) -> int:
        end = self._end_of_paragraph(rows, index)
        mark = self.match(adocmarkup.ADMONITION, rows[index])
        first = rows[index].after(len(mark.group()) if mark else 0)
        element = "blockquote" if style in adocmarkup.QUOTES else "li" if self.in_list else "p"
        self._prose(element, [first, *rows[index + 1 : end]])
        self.in_list = False
        return end

    def _table(self, rows: list[Line], style: str, depth: int) -> None:
        if style not in ("csv", "dsv", "format"):
            for spec, cell in adocmarkup.cells(self.text, rows):
                self._cell(cell, spec, depth)

    def _cell(self, rows: list[Line], spec: str, depth: int) -> None:
        """Read a cell; a blank line in it begins another paragraph."""
        if spec.endswith(("l", "m")):
            return
        if spec.endswith("a") and depth < _DEEPEST:
            self.page.enter("td", rows[0].start)
            self.body(rows, 0, depth + 1)
            self.page.leave(rows[-1].end)
            return
        for paragraph in adocmarkup.paragraphs(rows):
            self._prose("td", paragraph)


def _from(first: Line, rows: list[Line]) -> Span:
    return Span(first.start, rows[-1].end if rows else first.end)


FORMAT = Format("adoc", frozenset({".adoc", ".asciidoc"}), parse)
